/** A full disk is made no fuller, everything else goes on, and there are ways out of it. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/store/tables.ts";
import type { Library } from "../../src/sync/library.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { Disk, instrument } from "./power.ts";
import { dossier, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

instrument();
let server: TestServer;
let world: World;
let disk: Disk;
let library: Library;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  disk = new Disk();
  library = startLibrary(world, {}, {}, disk);
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
const stored = () =>
  withDatabase(async (db) => ({ generations: await db.generations.count(), people: await db.people.count() }));
const ids = async (of = library) => (await of.casts()).map(({ id }) => id);

describe("a version that could not be stored", () => {
  test.each(["add statements", "put installed"])(
    "(%s) leaves nothing behind, however often it is tried",
    async (step) => {
      const url = publish(server, { version: 1 });
      await addAndWait(library, url);
      const before = await stored();
      publish(server, { version: 2, people: 300 });
      disk.full = step;
      for (let n = 0; n < 3; n++)
        expect(await checkAndWait(library, url)).toMatchObject({ type: "failed", error: { code: "quota" } });
      expect(await stored()).toEqual(before);
    },
  );

  test("leaves nothing behind when it is cancelled", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const before = await stored();
    publish(server, { version: 2, people: 1000 });
    library.subscribe((event) => {
      if (event.type === "feed" && event.phase.type === "storing" && event.phase.done > 0)
        void library.feeds.cancel(url);
    });
    expect(await checkAndWait(library, url)).toEqual({ type: "cancelled" });
    expect(await stored()).toEqual(before);
  });

  test("is stored after all where cleaning makes the room", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    for (const version of [2, 3]) {
      publish(server, { version });
      await checkAndWait(library, url);
    }
    publish(server, { version: 4 });
    // Version 1 is kept by nobody any more: there is room once its row has gone.
    disk.full = "add statements";
    disk.until = "delete generations";
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ to: 4 }] });
  });
});

test("what cleaning a full disk deletes of removed feeds takes the access to their hosts with it", async () => {
  const given: string[] = [];
  const giving = startLibrary(world, { giveBack: async (host) => void given.push(host) }, {}, disk);
  const other = await serve();
  try {
    const gone = publish(other, { version: 1, id: "other" }).replace("127.0.0.1", "localhost");
    const url = publish(server, { version: 1 });
    await addAndWait(giving, gone);
    await addAndWait(giving, url);
    await giving.feeds.remove(gone);
    world.clock.now += 2 * DAY;
    publish(server, { version: 2 });
    disk.full = "add statements";
    disk.until = "delete generations";
    expect(await checkAndWait(giving, url)).toMatchObject({ type: "updated", dossiers: [{ to: 2 }] });
    await expect(giving.feeds.restore(gone)).rejects.toMatchObject({ code: "feed-deleted" });
    expect(given).toEqual(["http://localhost"]);
  } finally {
    await other.close();
  }
});

test("a check whose end could not be written is cancelled once there is room, and that is what the row tells", async () => {
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  publish(server, { version: 2 });
  library.subscribe((event) => {
    if (event.type === "feed" && event.phase.type === "storing") disk.full = "put feeds";
  });
  await checkAndWait(library, url);
  expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "failed", error: { code: "quota" } });
  disk.full = undefined;
  await library.feeds.cancel(url);
  expect((await library.feeds.list())[0]?.result).toEqual({ type: "cancelled" });
});

describe("on a full disk", () => {
  test("a dossier can be removed: at once and for good, with all it took", async () => {
    const url = publish(server, { version: 1, people: 300 });
    await addAndWait(library, url);
    disk.full = "put ";
    await library.dossiers.remove(`${url}#story`);
    expect(await ids()).toEqual(["bundled"]);
    expect((await stored()).people).toBe(3);
  });

  test("which removing it has made room on, it stays away", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    disk.full = "put ";
    disk.until = "delete generations";
    await library.dossiers.remove(`${url}#story`);
    publish(server, { version: 2 });
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(await ids()).toEqual(["bundled"]);
  });

  test("a feed can be removed, with all its dossiers", async () => {
    const url = publish(server, { version: 1, people: 300 });
    await addAndWait(library, url);
    disk.full = "put ";
    await library.feeds.remove(url);
    expect(await library.feeds.list()).toEqual([]);
    expect(await ids()).toEqual(["bundled"]);
    expect((await stored()).people).toBe(3);
  });

  test("room is made by letting go what could be undone and gone back to; what is in use stays", async () => {
    const url = publish(server, { version: 1, people: 200 });
    await addAndWait(library, url);
    publish(server, { version: 2, people: 100 });
    await checkAndWait(library, url);
    await library.dossiers.remove("bundled");
    disk.full = "put ";
    await library.freeRoom();
    expect(await stored()).toEqual({ generations: 1, people: 100 });
    expect(await ids()).toEqual([`${url}#story`]);
    expect((await library.feeds.list())[0]?.canRollBack).toBe(false);
    disk.full = undefined;
    // The bundled one is not lost: it comes from the extension.
    await library.dossiers.restore("bundled");
    expect(await ids()).toEqual(["bundled", `${url}#story`]);
  });

  test("a roll-back whose result cannot be written does not happen at all", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    publish(server, { version: 2 });
    await checkAndWait(library, url);
    const before = await library.feeds.list();
    disk.full = "put feeds";
    await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "quota" });
    expect(await library.feeds.list()).toEqual(before);
  });
});

describe("a start with a full disk", () => {
  test("after an update of the extension goes on, cleans up, says what it could not do; the next makes up for it", async () => {
    await startLibrary(world).start();
    const url = publish(server, { version: 1 });
    await addAndWait(startLibrary(world), url);
    // What a killed sync has left.
    await withDatabase(async (db) => {
      const { g: _, ...row } = (await db.generations.toCollection().first())!;
      const g = await db.generations.add({ ...row, state: "staged" });
      await db.people.bulkAdd((await db.people.toArray()).slice(0, 3).map((person) => ({ ...person, g })));
    });
    world.bundle = text(dossier({ version: 3, id: "bundled" }));
    disk.full = "add ";
    const full = startLibrary(world, {}, { appVersion: "1.1.0" }, disk);
    let isReady = false;
    await full.start(async () => {
      isReady = true;
    });
    expect(isReady).toBe(true);
    expect(await full.storageInfo()).toMatchObject({ mode: "database", reason: { code: "quota" } });
    expect((await stored()).generations).toBe(2);
    disk.full = undefined;
    const later = startLibrary(world, {}, { appVersion: "1.1.0" }, disk);
    await later.start();
    expect((await later.dossiers.list()).find(({ id }) => id === "bundled")?.version).toBe(3);
    expect((await later.storageInfo()).reason).toBeUndefined();
  });

  test("or with a bundled dossier that cannot be read checks its feeds all the same", async () => {
    const url = publish(server, { version: 1 });
    const first = startLibrary(world);
    await first.start();
    await addAndWait(first, url);
    publish(server, { version: 2 });
    world.clock.now += 3 * 24 * 60 * 60 * 1000;
    world.bundle = "not JSON";
    const second = startLibrary(world, {}, { appVersion: "1.1.0" });
    await second.start();
    expect((await second.feeds.list())[0]?.result).toMatchObject({ type: "updated", dossiers: [{ to: 2 }] });
    expect(await second.storageInfo()).toMatchObject({ reason: { code: "bad-json" } });
  });
});
