/** What a start does for the store: seed, bring in a newer bundle, repair what was lost, clean up. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/store/tables.ts";
import { GIVE_BACK_TIME } from "../../src/sync/give-back.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
});
afterEach(() => server.close());

async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
const versionOf = async (library: ReturnType<typeof startLibrary>, id: string) =>
  (await library.dossiers.all()).find((row) => row.id === id)?.version;
const started = async (options: Parameters<typeof startLibrary>[2] = {}) => {
  const library = startLibrary(world, {}, options);
  await library.start();
  return library;
};
/** Deletes records of the version of a dossier that is in use, or that came before it. */
const damage = (id: string, which: "current" | "previous", table: "people" | "statements" | "generations") =>
  withDatabase(async (db) => {
    const g = (await db.installed.get(id))?.[which] as number;
    if (table === "generations") await db.generations.delete(g);
    else await db[table].delete([g, table === "people" ? "p1" : "s1"]);
  });

describe("the bundled dossier", () => {
  test("is seeded into an empty store, once", async () => {
    let loads = 0;
    const loadBundle = async () => {
      loads++;
      return world.bundle;
    };
    expect(await versionOf(await started({ loadBundle }), "bundled")).toBe(1);
    expect(await versionOf(await started({ loadBundle }), "bundled")).toBe(1);
    expect(loads).toBe(1);
  });

  test("is replaced by the newer one of a newer extension, never by an older", async () => {
    await started();
    world.bundle = text(dossier({ version: 3, id: "bundled" }));
    expect(await versionOf(await started(), "bundled")).toBe(1);
    expect(await versionOf(await started({ appVersion: "1.1.0" }), "bundled")).toBe(3);
    world.bundle = text(dossier({ version: 2, id: "bundled" }));
    expect(await versionOf(await started({ appVersion: "1.2.0" }), "bundled")).toBe(3);
  });

  test("that the reader removed stays away, also with a new extension, until it is put back", async () => {
    const library = await started();
    await library.dossiers.remove("bundled");
    world.clock.now += 3 * DAY;
    world.bundle = text(dossier({ version: 3, id: "bundled" }));
    const later = await started({ appVersion: "2.0.0" });
    expect(await later.casts()).toEqual([]);
    await later.dossiers.restore("bundled");
    expect(await versionOf(later, "bundled")).toBe(3);
  });
});

describe("a card that is asked for while the background starts", () => {
  const shown = async (library: ReturnType<typeof startLibrary>, id: string) =>
    (await library.cards([{ dossier: id, person: "p1" }]))[0]?.statements.map(({ id: s }) => s);

  test("of a damaged dossier shows what the repair has put in its place, never what is damaged", async () => {
    const url = publish(server, { version: 1 });
    const first = await started();
    await addAndWait(first, url);
    publish(server, { version: 2, statements: 6 });
    await checkAndWait(first, url);
    await damage("bundled", "current", "statements");
    await damage(`${url}#story`, "current", "statements");
    const library = startLibrary(world);
    const starting = library.start();
    const [bundled, rescued] = await Promise.all([shown(library, "bundled"), shown(library, `${url}#story`)]);
    expect(bundled).toContain("s1");
    // The version before, which is whole.
    expect(rescued).toContain("s1");
    await starting;
  });

  describe("while the browser does not answer about a permission that is to be given back", () => {
    /** A start that comes to nothing more once it cleans up. */
    async function hanging(which: string, options: Parameters<typeof startLibrary>[2] = {}) {
      const url = publish(server, { version: 1 });
      const first = await started();
      await addAndWait(first, url);
      publish(server, { version: 2 });
      await checkAndWait(first, url);
      const gone = `${server.origin.replace("127.0.0.1", "localhost")}/other.json`;
      server.on("/other.json", json(index([])));
      await addAndWait(first, gone);
      await first.feeds.remove(gone);
      world.clock.now += 2 * DAY;
      await damage(which === "bundled" ? which : `${url}#story`, "current", "statements");
      const asked = Promise.withResolvers<void>();
      const giveBack = () => {
        asked.resolve();
        return new Promise<void>(() => {});
      };
      const after = (ms: number, callback: () => void) => {
        const timer = ms === GIVE_BACK_TIME ? undefined : setTimeout(callback, ms);
        return () => clearTimeout(timer);
      };
      const library = startLibrary(world, { giveBack, after }, options);
      void library.start();
      return { library, url, asked: asked.promise };
    }

    test("shows what was rescued, and does not wait for a newer bundled dossier either", async () => {
      const { library, url, asked } = await hanging("feed", {
        appVersion: "2.0.0",
        loadBundle: () => new Promise(() => {}),
      });
      expect(await shown(library, `${url}#story`)).toContain("s1");
      await asked;
    });

    test("shows the bundled dossier, which was seeded again before", async () => {
      const { library, asked } = await hanging("bundled");
      expect(await shown(library, "bundled")).toContain("s1");
      await asked;
    });
  });
});

test("a dossier that is found lost while room is freed is due again at once", async () => {
  const url = publish(server, { version: 1 });
  const library = await started();
  await addAndWait(library, url);
  await damage(`${url}#story`, "current", "people");
  await library.freeRoom();
  expect(await library.nextDue()).toBe(world.clock.now);
  await library.runDue();
  expect(await versionOf(library, `${url}#story`)).toBe(1);
});

describe("damage", () => {
  test.each(["people", "statements", "generations"] as const)(
    "to the bundled dossier (%s): it is seeded again, and said so for a week",
    async (table) => {
      await started();
      await damage("bundled", "current", table);
      const library = await started();
      expect(await versionOf(library, "bundled")).toBe(1);
      expect((await library.whole("bundled")).people).toHaveLength(3);
      const noticed = (await library.storageInfo()).reseeded;
      expect(noticed).toBe(new Date(world.clock.now).toISOString());
      world.clock.now += 3 * DAY;
      expect((await (await started()).storageInfo()).reseeded).toBe(noticed);
      world.clock.now += 5 * DAY;
      expect((await (await started()).storageInfo()).reseeded).toBeUndefined();
    },
  );

  test("to a feed's dossier: the version before serves, and the lost one is fetched again", async () => {
    const url = publish(server, { version: 2 });
    const library = await started();
    await addAndWait(library, url);
    publish(server, { version: 3 });
    await checkAndWait(library, url);
    await damage(`${url}#story`, "current", "statements");
    const offline = startLibrary(world, { online: () => false });
    await offline.start();
    expect(await versionOf(offline, `${url}#story`)).toBe(2);
    expect((await offline.whole(`${url}#story`)).statements).toHaveLength(4);
    const later = await started();
    expect(await versionOf(later, `${url}#story`)).toBe(3);
    expect((await later.feeds.list())[0]?.canRollBack).toBe(true);
  });

  test("to all versions of a feed's dossier: it is taken out and fetched again", async () => {
    const url = publish(server, { version: 2 });
    await addAndWait(await started(), url);
    await damage(`${url}#story`, "current", "people");
    expect(await versionOf(await started(), `${url}#story`)).toBe(2);
  });

  test("to the version before spoils nothing", async () => {
    const url = publish(server, { version: 2 });
    const library = await started();
    await addAndWait(library, url);
    publish(server, { version: 3 });
    await checkAndWait(library, url);
    await damage(`${url}#story`, "previous", "generations");
    const later = await started();
    expect(await versionOf(later, `${url}#story`)).toBe(3);
    await expect(later.feeds.rollBack(url)).rejects.toMatchObject({ code: "no-previous-version" });
    expect(await versionOf(later, `${url}#story`)).toBe(3);
  });
});

test("an evicted store is seeded again, and said so; a first start is no eviction", async () => {
  expect((await (await started()).storageInfo()).reseeded).toBeUndefined();
  world = createWorld();
  const library = await started({ hadData: async () => true });
  expect((await library.storageInfo()).reseeded).toBeDefined();
  expect(await versionOf(library, "bundled")).toBe(1);
});

test("what a killed run left is cleaned away, also when that is killed in turn", async () => {
  await started();
  await withDatabase(async (db) => {
    const held = await db.generations.toCollection().first();
    const { g: _, ...row } = held!;
    const g = await db.generations.add({ ...row, state: "staged" });
    await db.people.bulkAdd((await db.people.toArray()).map((person) => ({ ...person, g })));
    // Half cleaned: its statements have gone already.
    expect(await db.people.count()).toBe(6);
  });
  await started();
  await withDatabase(async (db) => {
    expect(await db.people.count()).toBe(3);
    expect(await db.generations.count()).toBe(1);
  });
});
