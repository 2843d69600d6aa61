import { describe, expect, test } from "vitest";
import { createVetoRows } from "../../src/background/veto-rows.ts";
import { createVetoStore, memoryArea } from "../../src/background/veto-store.ts";
import {
  cleanVetoes,
  type Veto,
  type VetoChange,
  vetoesByPlace,
  withoutVeto,
  withVeto,
} from "../../src/background/vetoes.ts";
import type { CardView } from "../../src/dossier/views.ts";
import { isVetoed } from "../../src/shared/vetoes.ts";
import { fakeArea } from "./fake-browser.ts";

const PERSON = "story/ann";
const NOW = 1_700_000_000_000;
const at = (host: string, scope: "page" | "site" = "site", person = PERSON): VetoChange => ({
  person,
  scope,
  host,
  path: "/a/b",
});
const vetoed = (held: readonly Veto[], host: string, path: string, person = PERSON) =>
  isVetoed(vetoesByPlace(held), { host, path }, person);

describe("a veto", () => {
  test("of a site holds on all its pages, one of a page only there; taken back, nothing is left", () => {
    const site = withVeto([], at("news.example"), NOW);
    expect(vetoed(site, "news.example", "/other")).toBe(true);
    expect(vetoed(site, "other.example", "/other")).toBe(false);
    const page = withVeto([], at("news.example", "page"), NOW);
    expect(vetoed(page, "news.example", "/a/b")).toBe(true);
    expect(vetoed(page, "news.example", "/a")).toBe(false);
    expect(vetoed(page, "news.example", "/a/b", "story/bo")).toBe(false);
    expect(withoutVeto(page, at("news.example", "page"))).toEqual([]);
  });

  test("keeps the time of the first saying, and of a whole site no page", () => {
    const site = withVeto([], at("news.example"), NOW);
    expect(site).toEqual([{ person: PERSON, scope: "site", host: "news.example", path: "/", at: NOW }]);
    expect(withVeto(site, { ...at("news.example"), path: "/elsewhere" }, NOW + 1)).toBe(site);
  });

  test("outlives a feed that takes over the dossier, and its going", () => {
    const ofFeed = "https://feeds.example/feed.json#story/ann";
    const vetoes = withVeto([], at("news.example"), NOW);
    expect(vetoed(vetoes, "news.example", "/", ofFeed)).toBe(true);
    expect(withVeto(vetoes, at("news.example", "site", ofFeed), NOW)).toBe(vetoes);
    expect(withoutVeto(vetoes, at("news.example", "site", ofFeed))).toEqual([]);
    expect(vetoed(cleanVetoes({ "news.example": [ofFeed] }), "news.example", "/")).toBe(true);
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "on a host named %s is one like any other",
    (host) => {
      expect(vetoed([], host, "")).toBe(false);
      expect(withoutVeto([], at(host))).toEqual([]);
      const vetoes = withVeto([], at(host), NOW);
      expect(vetoed(vetoes, host, "/")).toBe(true);
      expect(vetoed(cleanVetoes(JSON.parse(JSON.stringify(vetoes))), host, "/")).toBe(true);
      expect(vetoed(cleanVetoes(JSON.parse(`{ "${host}": ["${PERSON}"] }`)), host, "/")).toBe(true);
      expect(withoutVeto(vetoes, at(host))).toEqual([]);
    },
  );

  test("comes out of storage as it went in, once; one without a time is kept", () => {
    const vetoes = [at("b.example"), at("a.example", "page")].reduce<readonly Veto[]>(
      (held, change) => withVeto(held, change, NOW),
      [],
    );
    expect(cleanVetoes(JSON.parse(JSON.stringify([...vetoes, ...vetoes])))).toEqual(vetoes);
    const early = cleanVetoes({ "b.example": [PERSON, PERSON], "a.example/x": [PERSON] });
    expect(early).toEqual([
      { person: PERSON, scope: "site", host: "b.example", path: "/" },
      { person: PERSON, scope: "page", host: "a.example", path: "/x" },
    ]);
  });

  test.each([
    [undefined],
    [null],
    ["x"],
    [{ a: "story/ann", b: [7], c: [] }],
    [[null, "x", 7, {}, { person: 1, scope: "site", host: "a", path: "/" }, { ...at("a"), scope: "world" }]],
  ])("is not made of %j", (raw) => {
    expect(cleanVetoes(raw)).toEqual([]);
  });
});

describe("vetoes that are kept", () => {
  const hostsOf = (held: readonly Veto[]) => held.map(({ host }) => host);

  test("are all kept where several change at once", async () => {
    const area = fakeArea();
    const store = createVetoStore(area);
    const hosts = ["a.example", "b.example", "c.example"];
    await Promise.all(hosts.map((host) => store.change((held) => withVeto(held, at(host), NOW))));
    expect(hostsOf(await store.load())).toEqual(hosts);
    expect(hostsOf(await createVetoStore(area).load())).toEqual(hosts);
  });

  test("go on after a change that could not be written", async () => {
    const area = memoryArea();
    const set = area.set;
    area.set = () => Promise.reject(new Error("full"));
    const store = createVetoStore(area);
    const failed = store.change((held) => withVeto(held, at("a.example"), NOW));
    await expect(failed).rejects.toThrow("full");
    area.set = set;
    await store.change((held) => withVeto(held, at("b.example"), NOW));
    expect(hostsOf(await store.load())).toEqual(["b.example"]);
  });
});

describe("the list of vetoes", () => {
  const vetoes = [at("b.example"), at("a.example", "page"), at("b.example", "site", "gone/bo")].reduce<readonly Veto[]>(
    (held, change, n) => withVeto(held, change, NOW + n),
    cleanVetoes({ "z.example": [PERSON], "y.example": [PERSON] }),
  );

  test("keeps names of people whose dossier has gone, but prefers what a dossier says now", async () => {
    const named = withVeto([], { ...at("a.example"), name: "Ann Once" }, NOW);
    const stored = cleanVetoes(JSON.parse(JSON.stringify([...named, { ...at("b.example"), name: 7 }])));
    const namesBy = async (cards: CardView[]) =>
      (await createVetoRows(async () => cards).list(stored)).map(({ name }) => name);
    expect(await namesBy([])).toEqual(["Ann Once", "ann"]);
    expect(await namesBy([{ name: "Ann Now" } as CardView])).toEqual(["Ann Now", "Ann Now"]);
  });

  test("takes each of them back", async () => {
    const rows = await createVetoRows(async () => []).list(vetoes);
    expect(rows).toHaveLength(5);
    expect(rows.reduce<readonly Veto[]>(withoutVeto, vetoes)).toEqual([]);
  });

  test("names people, those of dossiers not in use by their short name, the latest first, and looks each up once", async () => {
    const asked: string[] = [];
    const rows = createVetoRows(async ([ref]) => {
      asked.push(`${ref!.dossier}/${ref!.person}`);
      return ref!.dossier === "story" ? [{ name: "Ann Example" } as never] : [];
    });
    await rows.list(vetoes);
    const names = (await rows.list(vetoes)).map(({ name, host, path, scope }) => `${name}: ${scope} ${host} ${path}`);
    expect(names).toEqual([
      "bo: site b.example /",
      "Ann Example: page a.example /a/b",
      "Ann Example: site b.example /",
      "Ann Example: site y.example /",
      "Ann Example: site z.example /",
    ]);
    expect(asked.sort()).toEqual(["gone/bo", PERSON]);
    rows.forget();
    await rows.list(vetoes);
    expect(asked).toHaveLength(4);
  });
});
