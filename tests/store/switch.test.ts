/** What comes into use, and what may be deleted while something is being written. */
import Dexie from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { cleanUp, freeRoom } from "../../src/store/clean.ts";
import { install } from "../../src/store/install.ts";
import { isWhole } from "../../src/store/integrity.ts";
import { type StageRun, stageGeneration } from "../../src/store/stage.ts";
import { Overtaken, rollBack, switchTo } from "../../src/store/switch.ts";
import { Database, type Origin } from "../../src/store/tables.ts";
import { dossier, text } from "../sync/publisher.ts";
import { beforeNextWrite } from "./race.ts";

let db: Database;
beforeEach(() => {
  db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

const origin: Origin = { type: "imported" };
const story = (version: number) => parseDossier(text(dossier({ version })));
const stage = (version: number, run?: StageRun, staging = new Set<number>()) => {
  const input = { installed: "story", dossier: story(version), bytes: 1, digest: `${version}`, since: () => 0, now: 0 };
  return stageGeneration(db, input, run, staging);
};
const input = (version: number) => ({
  id: "story",
  origin,
  dossier: story(version),
  bytes: 1,
  digest: `${version}`,
  run: version,
  now: version,
});

describe("a staged version comes into use", () => {
  test("only where the one it was compared with is still in use", async () => {
    await install(db, new Set(), input(1));
    const base = (await db.installed.get("story"))!.current;
    const g = await stage(3);
    await install(db, new Set(), input(2));
    const change = { id: "story", origin, g, base, run: 3 };
    await expect(switchTo(db, change)).rejects.toBeInstanceOf(Overtaken);
    await expect(switchTo(db, { ...change, base: undefined })).rejects.toBeInstanceOf(Overtaken);
    expect((await db.generations.get((await db.installed.get("story"))!.current))?.head.version).toBe(2);
  });

  test("only while all of it is there", async () => {
    const g = await stage(1);
    await cleanUp(db, new Set(), []);
    await expect(switchTo(db, { id: "story", origin, g, base: undefined, run: 1 })).rejects.toBeInstanceOf(Overtaken);
    expect(await db.installed.count()).toBe(0);
  });

  test("not once the reader has removed the dossier", async () => {
    await install(db, new Set(), input(1));
    const base = (await db.installed.get("story"))!.current;
    const g = await stage(2);
    await db.installed.delete("story");
    const switched = switchTo(db, { id: "story", origin, g, base, run: 2 });
    await expect(switched).rejects.not.toBeInstanceOf(Overtaken);
    await expect(switched).rejects.toMatchObject({ code: "cancelled" });
    expect(await db.installed.count()).toBe(0);
  });

  test("not by an older comparison, however often another one comes first; and that is told as it is", async () => {
    await install(db, new Set(), input(1));
    await db.feeds.put({ url: "https://desk.example/feed.json" } as Parameters<typeof db.feeds.put>[0]);
    let version = 1;
    // Each time that it is about to be compared, another version comes into use.
    const pause = async () => {
      if (version < 6) await install(db, new Set(), input(++version));
    };
    await expect(install(db, new Set(), input(9), { pause, batch: 50 })).rejects.toMatchObject({ code: "overtaken" });
    expect((await db.generations.get((await db.installed.get("story"))!.current))?.head.version).toBe(version);
  });

  test("of two at once the one becomes the version before the other; nothing is lost, nothing left over", async () => {
    await install(db, new Set(), input(1));
    const staging = new Set<number>();
    const pause = () => new Promise<void>((done) => void setTimeout(done, 0));
    await Promise.all([install(db, staging, input(2), { pause }), install(db, staging, input(3), { pause })]);
    const row = (await db.installed.get("story"))!;
    const versions = (await db.generations.bulkGet([row.current, row.previous!])).map((held) => held?.head.version);
    expect([...versions].sort()).toEqual([2, 3]);
    expect(staging.size).toBe(0);
    await cleanUp(db, staging, []);
    expect(await db.generations.count()).toBe(2);
  });
});

test("the cleaner leaves alone what is being written, and takes it once nobody writes it", async () => {
  const staging = new Set<number>();
  let cleaned = 0;
  const pause = async () => {
    cleaned += await cleanUp(db, staging, []);
    await freeRoom(db, staging, []);
  };
  const g = await stage(1, { pause, batch: 2 }, staging);
  expect(cleaned).toBe(0);
  expect(await db.people.count()).toBe(3);
  staging.delete(g);
  expect(await cleanUp(db, staging, [])).toBe(1);
  expect(await db.people.count()).toBe(0);
});

describe("freeing room", () => {
  const feed = "https://desk.example/feed.json";
  const row = { url: feed } as Parameters<typeof db.feeds.put>[0];

  /** Two versions, of which the newer is in use. */
  async function twoVersions() {
    await db.feeds.put(row);
    await install(db, new Set(), input(1));
    await install(db, new Set(), input(2));
    return (await db.installed.get("story")) as { current: number; previous: number };
  }

  test("spares a version that is rolled back to meanwhile", async () => {
    const { previous } = await twoVersions();
    beforeNextWrite(db, () => rollBack(db, ["story"], { feed, at: 0 }));
    await freeRoom(db, new Set(), []);
    expect((await db.installed.get("story"))?.current).toBe(previous);
    expect(await isWhole(db, previous)).toBe(true);
  });

  test("that is cut short leaves nothing that could be gone back to", async () => {
    const { previous } = await twoVersions();
    await db.statements.delete([previous, "s1"]);
    await expect(rollBack(db, ["story"], { feed, at: 0 })).rejects.toMatchObject({ code: "no-previous-version" });
  });

  test("spares what comes into use while something else is deleted", async () => {
    const staging = new Set<number>();
    // Nobody needs these: they are deleted first.
    for (let n = 0; n < 5; n++) await stage(1);
    const g = await stage(2, {}, staging);
    const { bulkDelete } = db.Table.prototype;
    let switched: Promise<unknown> | undefined;
    db.Table.prototype.bulkDelete = function (keys: never) {
      switched ??= Dexie.ignoreTransaction(() =>
        switchTo(db, { id: "story", origin, g, base: undefined, run: 1 }).then(() => staging.delete(g)),
      );
      return bulkDelete.call(this, keys);
    };
    await freeRoom(db, staging, []);
    await switched;
    expect(await isWhole(db, g)).toBe(true);
    expect(await db.generations.count()).toBe(1);
  });
});

describe("the cleaner", () => {
  const address = "https://desk.example/feed.json";
  const told = { feed: address, at: 0, result: { type: "unchanged" as const }, changes: [] };

  /** The modes of the transactions that the database opens from now on. Before its first use. */
  function watchModes(): Set<string> {
    const modes = new Set<string>();
    db.use({
      stack: "dbcore",
      name: "modes",
      create: (core) => ({
        ...core,
        transaction(stores, mode, options) {
          modes.add(mode);
          return core.transaction(stores, mode, options);
        },
      }),
    });
    return modes;
  }

  test("opens no transaction that writes where there is nothing to delete or forget", async () => {
    const modes = watchModes();
    await install(db, new Set(), input(1));
    await db.seen.put({ installed: "story", person: "p0", g: 1 });
    modes.clear();
    await cleanUp(db, new Set(), []);
    expect([...modes]).toEqual(["readonly"]);
    expect(await db.seen.count()).toBe(1);
  });

  test("forgets the history of a feed and what was seen of a dossier that are gone for good, and only that", async () => {
    await install(db, new Set(), input(1));
    await db.seen.bulkPut([
      { installed: "story", person: "p0", g: 1 },
      { installed: `${address}#story`, person: "p0", g: 1 },
    ]);
    await db.removed.put({ id: "https://other.example/feed.json", at: 0, installed: [] });
    await db.history.bulkAdd([told, { ...told, feed: "https://other.example/feed.json" }]);
    await cleanUp(db, new Set(), []);
    expect((await db.seen.toArray()).map((row) => row.installed)).toEqual(["story"]);
    expect((await db.history.toArray()).map(({ feed }) => feed)).toEqual(["https://other.example/feed.json"]);
  });
});
