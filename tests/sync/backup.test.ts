import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { fingerprint, generateKeyPair } from "../../src/dossier/signature.ts";
import { Database } from "../../src/store/tables.ts";
import { type Backup, type BackupData, type Subscription, takeBackup } from "../../src/sync/backup.ts";
import { keyEntry, makeFeed } from "../dossier/feed-tools.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, publishSigned, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
/** `storage.local`: outlives the database. */
let kept: { data: BackupData | undefined };
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  kept = { data: undefined };
});
afterEach(() => server.close());

const backup: Backup = {
  load: async () => structuredClone(kept.data),
  async save(data) {
    kept.data = structuredClone(data);
  },
};
const start = () => startLibrary(world, {}, { backup, hadData: async () => kept.data !== undefined });
const evict = () => {
  world.data = new IDBFactory();
};
/** As a browser does it to an extension that is running: its connections are closed, the data is gone. */
const deleteDatabase = () =>
  new Promise<void>((done, fail) => {
    const request = world.data.deleteDatabase("dramatis");
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
async function withDatabase(work: (db: Database) => Promise<unknown>): Promise<void> {
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  await work(db);
  db.close();
}
const backedUp = async (urls: string[]) =>
  expect.poll(() => kept.data?.feeds.map(({ url }) => url), { interval: 5, timeout: 10_000 }).toEqual(urls);

describe("subscriptions", () => {
  test("outlive the eviction of the database: keys, marks, interval; their dossiers come again", async () => {
    const pair = await generateKeyPair();
    const url = await publishSigned(server, { version: 5 }, pair);
    const first = start();
    await addAndWait(first, url);
    await first.feeds.setInterval(url, 60);
    await expect.poll(() => kept.data?.feeds[0]?.interval, { interval: 5, timeout: 10_000 }).toBe(60);

    evict();
    const second = start();
    const result = ended(second, url);
    await second.start();
    expect(await result).toMatchObject({ type: "updated" });
    expect((await second.storageInfo()).reseeded).toBeDefined();
    const [row] = await second.feeds.list();
    expect(row).toMatchObject({ url, title: "The Desk's feed", interval: 60, fingerprint: expect.stringMatching(/ /) });
    expect((await second.casts()).map(({ id }) => id)).toEqual(["bundled", `${url}#story`]);
  });

  test("come back with the last change of their keys, which no later check would tell again", async () => {
    const [old, fresh] = [await generateKeyPair(), await generateKeyPair()];
    const url = await publishSigned(server, { version: 1 }, old);
    const first = start();
    await addAndWait(first, url);
    const file = text(dossier({ version: 1 }));
    const keys = [{ key: old.publicKey, retired: "2026-11-01" }, await keyEntry(fresh, [old])];
    const rotated = await makeFeed([fresh], { sequence: 2, keys, dossiers: [entry(file) as FeedEntry] });
    server.on("/feed.json", json(rotated));
    expect(await checkAndWait(first, url)).toEqual({ type: "unchanged" });
    const told = (await first.feeds.list())[0]?.keyChange;
    expect(told).toMatchObject({ added: [await fingerprint(fresh.publicKey)], first: false });
    await expect.poll(() => kept.data?.feeds[0]?.keyChange, { interval: 5, timeout: 10_000 }).toBeDefined();

    evict();
    const second = start();
    await second.start();
    expect((await second.feeds.list())[0]?.keyChange).toEqual(told);
  });

  test("an eviction opens no door: neither to an older version nor to a foreign key", async () => {
    const pair = await generateKeyPair();
    const url = await publishSigned(server, { version: 5 }, pair);
    await addAndWait(start(), url);
    await backedUp([url]);
    for (const [story, by, code] of [
      [{ version: 4 }, pair, "older-index"],
      [{ version: 6 }, await generateKeyPair(), "unknown-key"],
    ] as const) {
      await publishSigned(server, story, by);
      evict();
      const library = start();
      await library.start();
      expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "failed", error: { code } });
      expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
    }
  });

  test("an eviction opens no door to a retired key, nor to an old word of the recovery key", async () => {
    const [safe, one, two] = [await generateKeyPair(), await generateKeyPair(), await generateKeyPair()];
    const recovery = await keyEntry(safe, [], { use: "recovery" });
    const live = [recovery, await keyEntry(one, [safe])];
    const rotated = [recovery, await keyEntry(one, [safe], { retired: "2026-11-01" }), await keyEntry(two, [safe])];
    const url = await publishSigned(server, { version: 5 }, two, { keys: rotated });
    await addAndWait(start(), url);
    await backedUp([url]);
    expect(kept.data?.feeds[0]?.trust).toMatchObject({ former: [one.publicKey], recovery: 5 });
    await publishSigned(server, { version: 9 }, one, { keys: live });
    evict();
    const library = start();
    await library.start();
    expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "failed", error: { code: "retired-key" } });
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
  });

  test("that were removed do not come back, nor a bundled dossier that was", async () => {
    const url = publish(server, { version: 2 });
    const first = start();
    await addAndWait(first, url);
    await first.feeds.remove(url);
    await first.dossiers.remove("bundled");
    await backedUp([]);
    await expect.poll(() => kept.data?.declined, { interval: 5, timeout: 10_000 }).toEqual(["bundled"]);
    evict();
    const second = start();
    await second.start();
    expect(await second.feeds.list()).toEqual([]);
    expect(await second.casts()).toEqual([]);
    // Nor with a later version of the extension, though the eviction is long forgotten.
    world.clock.now += 30 * DAY;
    world.bundle = text(dossier({ version: 2, id: "bundled" }));
    const updated = startLibrary(world, {}, { backup, hadData: async () => true, appVersion: "1.1.0" });
    await updated.start();
    expect(await updated.casts()).toEqual([]);
  });

  test("come back also when the worker is killed between the new seed and the restoring", async () => {
    const url = publish(server, { version: 2 });
    await addAndWait(start(), url);
    await backedUp([url]);
    evict();
    // It never gets to read the backup.
    const killed = startLibrary(
      world,
      {},
      { hadData: async () => true, backup: { ...backup, load: () => new Promise(() => {}) } },
    );
    void killed.start();
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    await expect
      .poll(async () => (await db.installed.count().catch(() => 0)) > 0, { interval: 5, timeout: 10_000 })
      .toBe(true);
    db.close();
    const library = start();
    await library.start();
    expect((await library.feeds.list())[0]?.url).toBe(url);
    expect(kept.data?.feeds).toHaveLength(1);
  });

  test("come back when only their table was lost", async () => {
    const url = publish(server, { version: 2 });
    await addAndWait(start(), url);
    await backedUp([url]);
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    await db.feeds.clear();
    db.close();
    const library = start();
    await library.start();
    expect((await library.feeds.list())[0]).toMatchObject({ url, result: { type: "unchanged" } });
  });

  test("whose table was lost call no dossier delisted before an index came, and it can be taken again", async () => {
    const url = publish(server, { version: 1 });
    const first = startLibrary(world);
    await addAndWait(first, url);
    publish(server, { version: 2 });
    await checkAndWait(first, url);
    await first.feeds.rollBack(url);
    await withDatabase(async (db) => {
      kept.data = await takeBackup(db);
      await db.feeds.clear();
    });
    server.on("/feed.json", (_request, response) => void response.writeHead(500).end());
    const library = start();
    await library.start();
    const [row] = await library.feeds.list();
    expect(row).toMatchObject({ result: { type: "failed" }, dossiers: [{ version: 1, heldBack: 2 }] });
    expect(row!.dossiers[0]).not.toHaveProperty("delisted");
    publish(server, { version: 2 });
    const result = ended(library, url);
    await library.feeds.takeAgain(url);
    expect(await result).toMatchObject({ type: "updated", dossiers: [{ from: 1, to: 2 }] });
    // From an index on it is known again.
    server.on("/feed.json", json(index([])));
    await checkAndWait(library, url);
    expect((await library.feeds.list())[0]!.dossiers[0]).toMatchObject({ delisted: true });
  });

  test("are not written over when the database goes while the worker lives, and come back at once", async () => {
    const url = await publishSigned(server, { version: 2 }, await generateKeyPair());
    const library = start();
    await library.start();
    await addAndWait(library, url);
    await backedUp([url]);
    await deleteDatabase();
    await library.dossiers.import(text(dossier({ version: 1, id: "mine" })));
    await expect
      .poll(async () => (await library.casts()).map(({ id }) => id), { interval: 5, timeout: 10_000 })
      .toEqual(["bundled", "mine"]);
    expect((await library.feeds.list()).map((row) => row.url)).toEqual([url]);
    expect((await library.storageInfo()).reseeded).toBeDefined();
    await library.runDue();
    expect((await library.casts()).map(({ id }) => id)).toContain(`${url}#story`);
    expect(kept.data?.feeds[0]).toMatchObject({ url, fingerprint: expect.stringMatching(/ /) });
  });

  test("are not written over when all tables are emptied under the worker", async () => {
    const url = publish(server, { version: 2 });
    const library = start();
    await library.start();
    await addAndWait(library, url);
    await backedUp([url]);
    await withDatabase((db) => db.transaction("rw", db.tables, () => Promise.all(db.tables.map((t) => t.clear()))));
    await library.dossiers.import(text(dossier({ version: 1, id: "mine" })));
    await expect
      .poll(async () => (await library.feeds.list()).map((row) => row.url), { interval: 5, timeout: 10_000 })
      .toEqual([url]);
    expect(kept.data?.feeds).toHaveLength(1);
  });

  test("come back also where something was stored before the loss was noticed", async () => {
    const url = publish(server, { version: 2 });
    await addAndWait(start(), url);
    await backedUp([url]);
    await withDatabase(async (db) => {
      await db.feeds.clear();
      await db.meta.clear();
      await db.installed.where("id").notEqual("bundled").delete();
    });
    const library = start();
    await library.start();
    expect((await library.feeds.list())[0]?.url).toBe(url);
  });

  test.each([
    { what: "nothing of ours", data: {} },
    { what: "no object", data: "feeds" },
    { what: "a list that is none", data: { feeds: 3, declined: null } },
  ])("whose backup is $what: it is written anew, and the loss is told for a week, not for ever", async ({ data }) => {
    let saved: unknown = data;
    const garbled: Backup = {
      load: async () => saved,
      async save(fresh) {
        saved = fresh;
      },
    };
    const startGarbled = () => startLibrary(world, {}, { backup: garbled, hadData: async () => true });
    await startGarbled().start();
    await expect.poll(() => saved, { interval: 5, timeout: 10_000 }).toEqual({ feeds: [], declined: [] });
    world.clock.now += 8 * DAY;
    const later = startGarbled();
    await later.start();
    expect((await later.storageInfo()).reseeded).toBeUndefined();
  });

  test("of which one is spoilt in the backup: it is left out, the others come back", async () => {
    const url = publish(server, { version: 2 });
    const first = start();
    await addAndWait(first, url);
    await backedUp([url]);
    const good = kept.data?.feeds[0] as Subscription;
    const spoilt = [
      { ...good, url: "not an address" },
      { ...good, url: "https://a.example/", trust: { keys: [{ key: 1 }], marks: [] } },
      { ...good, url: "https://e.example/", trust: { ...good.trust, former: [1] } },
      { ...good, url: "https://f.example/", trust: { ...good.trust, recovery: -1 } },
      { ...good, url: "https://b.example/", interval: 1e12 },
      { ...good, url: "https://c.example/", added: Number.NaN },
      { ...good, url: "https://d.example/", keyChange: { added: [], dropped: "all", first: false, at: 0 } },
      null,
    ] as Subscription[];
    kept.data = { feeds: [...spoilt, good], declined: [7 as never, "bundled"] };
    evict();
    const second = start();
    await second.start();
    expect((await second.feeds.list()).map((row) => row.url)).toEqual([url]);
    expect((await second.casts()).map(({ id }) => id)).toEqual([`${url}#story`]);
  });

  test("a place for the backup that fails spoils nothing", async () => {
    const broken: Backup = {
      load: () => Promise.reject(new Error("full")),
      save: () => Promise.reject(new Error("full")),
    };
    const url = publish(server, { version: 2 });
    const library = startLibrary(world, {}, { backup: broken });
    await library.start();
    expect(await addAndWait(library, url)).toMatchObject({ type: "updated" });
  });
});
