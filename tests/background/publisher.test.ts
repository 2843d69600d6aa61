import { describe, expect, test, vi } from "vitest";
import { createPublication, type PublicationPorts } from "../../src/background/publication.ts";
import { createPublisher, type Published } from "../../src/background/publisher.ts";
import type { FiledLexicon } from "../../src/detect/filed.ts";
import type { Cast } from "../../src/detect/index.ts";
import { DEFAULT_SETTINGS } from "../../src/shared/settings.ts";
import { madePeople } from "../bench/names.ts";
import { person } from "../detect/cast.ts";

const castOf = (id: string, ...names: string[]): Cast => ({
  id,
  people: names.map((name, i) => person(`p${i}`, name)),
  context: [],
});
const SMALL = [castOf("story", "Ann Example", "Bo Sample")];
/** More people than a page is given names of. */
const BIG = [castOf("archive", ...madePeople(2_500).map(({ first, surname }) => `${first} ${surname}`))];

/** A publisher over a store and a name store in memory. */
function world(casts: readonly Cast[] = SMALL) {
  let held: Published = {};
  const filed = new Map<number, FiledLexicon["head"]>();
  const log: string[] = [];
  const now = { casts, version: 1, appVersion: "1.0" };
  const ports: PublicationPorts = {
    dossiers: async () => now.casts.map(({ id }) => ({ id, version: now.version, enabled: true }) as never),
    appVersion: now.appVersion,
    casts: async () => {
      log.push("compile");
      return now.casts;
    },
    settings: async () => DEFAULT_SETTINGS,
    vetoes: async () => ({}),
    read: async () => structuredClone(held),
    write: async (state) => {
      log.push(`write ${Object.keys(state).sort().join(" ")}`);
      held = { ...held, ...structuredClone(state) };
    },
    store: {
      write: async (version, lexicon) => {
        log.push("file");
        filed.set(version, lexicon.head);
      },
      head: async (version) => filed.get(version),
      read: async () => [],
      keepOnly: async (version) => {
        for (const other of filed.keys()) if (other !== version) filed.delete(other);
      },
    },
    pause: async () => {},
    busy: (on) => log.push(on ? "busy" : "idle"),
  };
  const take = () => log.splice(0);
  return { now, ports, filed, take, log, held: () => held, set: (patch: Published) => (held = { ...held, ...patch }) };
}
const compilations = (log: string[]) => log.filter((line) => line === "compile").length;

describe("a lexicon that is published", () => {
  test("reaches pages together with their state, and what it was compiled from", async () => {
    const { ports, held } = world();
    await createPublication(ports).publishLexicon();
    expect(held().page).toMatchObject({ lexiconVersion: 1, enabled: true, vetoes: {} });
    expect(held().names?.version).toBe(1);
    expect(held().lexicon).toContain("example");
    expect(held().publishedFor).toContain("story 1");
  });

  test("is compiled once for events that come together, and once more for those after it has begun", async () => {
    const { ports, take } = world();
    const { publishLexicon } = createPublication(ports);
    await Promise.all(Array.from({ length: 10 }, () => publishLexicon()));
    expect(compilations(take())).toBe(1);
    const first = publishLexicon();
    await new Promise((done) => setTimeout(done));
    await Promise.all([first, publishLexicon(), publishLexicon()]);
    expect(compilations(take())).toBe(2);
  });

  test("always holds the last of the changes", async () => {
    const { ports, now, held } = world();
    const { publishLexicon } = createPublication(ports);
    const works = [publishLexicon()];
    await Promise.resolve();
    now.casts = [castOf("story", "Zoe Later")];
    works.push(publishLexicon());
    await Promise.all(works);
    expect(held().lexicon).toContain("later");
  });

  test("of unchanged people is not given to pages again, small or filed", async () => {
    for (const casts of [SMALL, BIG]) {
      const { ports, take, held } = world(casts);
      const { publishLexicon } = createPublication(ports);
      await publishLexicon();
      take();
      await publishLexicon();
      expect(take()).toEqual(["busy", "compile", "write publishedFor", "idle"]);
      expect(held().page?.lexiconVersion).toBe(1);
    }
  });

  test("is filed where it is too much for pages, and again where one name differs or the file has gone", async () => {
    const { ports, now, filed, take, held } = world(BIG);
    const { publishLexicon } = createPublication(ports);
    await publishLexicon();
    expect([...filed.keys()]).toEqual([1]);
    expect(held().names).toEqual({ version: 1, data: "" });
    // The order of two first names makes no difference to the filter, but to who is meant.
    const [cast] = BIG;
    now.casts = [{ ...cast!, people: [{ ...cast!.people[0]!, id: "other" }, ...cast!.people.slice(1)] }];
    await publishLexicon();
    expect([...filed.keys()]).toEqual([2]);
    filed.clear();
    take();
    await publishLexicon();
    expect(take()).toContain("file");
  });

  test("of many people lets others go first all the way, not only while it is compiled", async () => {
    const { ports } = world(BIG);
    const spans = { compiled: 0, filed: 0 };
    let at: keyof typeof spans = "compiled";
    // A clock on which each look is a slice later: every place where others may go first is one where they do.
    let time = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (time += 100));
    try {
      await createPublication({
        ...ports,
        pause: () =>
          new Promise((done) => {
            spans[at]++;
            setTimeout(done);
          }),
        read: async () => {
          at = "filed";
          return ports.read();
        },
      }).publishLexicon();
    } finally {
      clock.mockRestore();
    }
    expect(spans.compiled).toBeGreaterThan(10);
    // Of some 4,000 names: entries, drawers and filter, 100 names at most at a time.
    expect(spans.filed).toBeGreaterThan(100);
  });

  test("keeps the background alive as long as it takes, also where it fails", async () => {
    const { ports, take } = world();
    await expect(
      createPublication({ ...ports, casts: () => Promise.reject(new Error("disk")) }).publishLexicon(),
    ).rejects.toThrow("disk");
    expect(take()).toEqual(["busy", "idle"]);
  });
});

describe("settings that cannot be read", () => {
  const refused = { settings: () => Promise.reject(new Error("corrupt")) };

  test("stay as pages have them, at first the defaults", async () => {
    const { ports, held, set } = world();
    const publication = createPublication({ ...ports, ...refused });
    await publication.publishLexicon();
    expect(held().page).toMatchObject({ enabled: true, markStyle: "dotted" });
    set({ page: { ...held().page!, enabled: false } });
    await publication.publishState();
    expect(held().page?.enabled).toBe(false);
  });
});

describe("the start of the background", () => {
  test("compiles nothing that holds already", async () => {
    const { ports, take } = world();
    await createPublication(ports).ensure();
    expect(compilations(take())).toBe(1);
    await createPublication(ports).ensure();
    expect(take()).toEqual([]);
  });

  test("compiles anew after an update of the extension or of a dossier, and where the filed names have gone", async () => {
    const { ports, now, take, filed } = world(BIG);
    await createPublication(ports).ensure();
    take();
    await createPublication({ ...ports, appVersion: "1.1" }).ensure();
    expect(compilations(take())).toBe(1);
    now.version = 2;
    await createPublication({ ...ports, appVersion: "1.1" }).ensure();
    expect(compilations(take())).toBe(1);
    filed.clear();
    await createPublication({ ...ports, appVersion: "1.1" }).ensure();
    expect(compilations(take())).toBe(1);
  });

  test("finds out that it was ended before the lexicon was written", async () => {
    const { ports, now, take } = world();
    await createPublication(ports).ensure();
    now.version = 2;
    const killed = createPublisher({ ...ports, source: async () => "2", write: () => new Promise(() => {}) });
    void killed.publishLexicon();
    await new Promise((done) => setTimeout(done, 50));
    take();
    await createPublication(ports).ensure();
    expect(compilations(take())).toBe(1);
  });
});
