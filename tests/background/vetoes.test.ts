import { describe, expect, test } from "vitest";
import { createVetoRows } from "../../src/background/veto-rows.ts";
import { createVetoStore, memoryArea } from "../../src/background/veto-store.ts";
import { cleanVetoes, listVetoes, type VetoChange, withoutVeto, withVeto } from "../../src/background/vetoes.ts";
import { isVetoed } from "../../src/shared/vetoes.ts";
import { fakeArea } from "./fake-browser.ts";

const PERSON = "story/ann";
const at = (host: string, scope: "page" | "site" = "site", person = PERSON): VetoChange => ({
  person,
  scope,
  host,
  path: "/a/b",
});

describe("a veto", () => {
  test("of a site holds on all its pages, one of a page only there; taken back, nothing is left", () => {
    const site = withVeto({}, at("news.example"));
    expect(isVetoed(site, { host: "news.example", path: "/other" }, PERSON)).toBe(true);
    expect(isVetoed(site, { host: "other.example", path: "/other" }, PERSON)).toBe(false);
    const page = withVeto({}, at("news.example", "page"));
    expect(isVetoed(page, { host: "news.example", path: "/a/b" }, PERSON)).toBe(true);
    expect(isVetoed(page, { host: "news.example", path: "/a" }, PERSON)).toBe(false);
    expect(isVetoed(page, { host: "news.example", path: "/a/b" }, "story/bo")).toBe(false);
    expect(withoutVeto(page, at("news.example", "page"))).toEqual({});
  });

  test("outlives a feed that takes over the dossier, and its going", () => {
    const ofFeed = "https://feeds.example/feed.json#story/ann";
    const place = { host: "news.example", path: "/" };
    const vetoes = withVeto({}, at("news.example"));
    expect(isVetoed(vetoes, place, ofFeed)).toBe(true);
    expect(withVeto(vetoes, at("news.example", "site", ofFeed))).toBe(vetoes);
    expect(withoutVeto(vetoes, at("news.example", "site", ofFeed))).toEqual({});
    expect(isVetoed(cleanVetoes({ "news.example": [ofFeed] }), place, PERSON)).toBe(true);
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "on a host named %s is one like any other",
    (host) => {
      expect(isVetoed({}, { host, path: "" }, PERSON)).toBe(false);
      expect(withoutVeto({}, at(host))).toEqual({});
      const vetoes = withVeto({}, at(host));
      expect(isVetoed(vetoes, { host, path: "/" }, PERSON)).toBe(true);
      expect(isVetoed(cleanVetoes(JSON.parse(JSON.stringify(vetoes))), { host, path: "/" }, PERSON)).toBe(true);
      expect(withoutVeto(vetoes, at(host))).toEqual({});
    },
  );

  test.each([[undefined], [null], ["x"], [{ a: "story/ann", b: [7], c: [] }]])("is not made of %j", (raw) => {
    expect(cleanVetoes(raw)).toEqual({});
  });
});

describe("vetoes that are kept", () => {
  test("are all kept where several change at once", async () => {
    const area = fakeArea();
    const store = createVetoStore(area);
    const hosts = ["a.example", "b.example", "c.example"];
    await Promise.all(hosts.map((host) => store.change((held) => withVeto(held, at(host)))));
    expect(Object.keys(await store.load())).toEqual(hosts);
    expect(Object.keys(await createVetoStore(area).load())).toEqual(hosts);
  });

  test("go on after a change that could not be written", async () => {
    const area = memoryArea();
    const set = area.set;
    area.set = () => Promise.reject(new Error("full"));
    const store = createVetoStore(area);
    const failed = store.change((held) => withVeto(held, at("a.example")));
    await expect(failed).rejects.toThrow("full");
    area.set = set;
    await store.change((held) => withVeto(held, at("b.example")));
    expect(Object.keys(await store.load())).toEqual(["b.example"]);
  });
});

describe("the list of vetoes", () => {
  const vetoes = [at("b.example"), at("a.example", "page"), at("b.example", "site", "gone/bo")].reduce(withVeto, {});

  test("takes each of them back", () => {
    expect(listVetoes(vetoes).reduce(withoutVeto, vetoes)).toEqual({});
  });

  test("names people, those of dossiers not in use by their short name, and looks each up once", async () => {
    const asked: string[] = [];
    const rows = createVetoRows(async ([ref]) => {
      asked.push(`${ref!.dossier}/${ref!.person}`);
      return ref!.dossier === "story" ? [{ name: "Ann Example" } as never] : [];
    });
    await rows.list(vetoes);
    const names = (await rows.list(vetoes)).map(({ name, host, path, scope }) => `${name}: ${scope} ${host} ${path}`);
    expect(names).toEqual([
      "Ann Example: page a.example /a/b",
      "bo: site b.example /",
      "Ann Example: site b.example /",
    ]);
    expect(asked.sort()).toEqual(["gone/bo", PERSON]);
    rows.forget();
    await rows.list(vetoes);
    expect(asked).toHaveLength(4);
  });
});
