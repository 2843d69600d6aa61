import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generateKeyPair } from "../../src/dossier/signature.ts";
import { Database } from "../../src/store/tables.ts";
import type { Backup, BackupData } from "../../src/sync/backup.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { publish, publishSigned } from "./publisher.ts";
import { addAndWait, createWorld, ended, startLibrary, type World } from "./world.ts";

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

  test("an eviction opens no door: neither to an older version nor to a foreign key", async () => {
    const pair = await generateKeyPair();
    const url = await publishSigned(server, { version: 5 }, pair);
    await addAndWait(start(), url);
    await backedUp([url]);
    for (const [story, by, code] of [
      [{ version: 4 }, pair, "older-version"],
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
