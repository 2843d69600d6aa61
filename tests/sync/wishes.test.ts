/** What the reader has said stays said, whatever a feed brings: rolled back, switched off, cancelled, removed. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { generateKeyPair, type KeyPair } from "../../src/dossier/signature.ts";
import { Database } from "../../src/store/tables.ts";
import { keyEntry, makeFeed } from "../dossier/feed-tools.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, publishSigned, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

const MINUTE = 60_000;

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
});
afterEach(() => server.close());

describe("when the publisher changes keys", () => {
  /** The same version 3, now by another key that the first one vouches for and that follows it. */
  async function rotate(one: KeyPair, two: KeyPair): Promise<void> {
    const keys = [{ key: one.publicKey, retired: "2026-11-01" }, await keyEntry(two, [one])];
    const line = entry(text(dossier({ version: 3 }))) as FeedEntry;
    server.on("/feed.json", json(await makeFeed([two], { sequence: 4, keys, dossiers: [line] })));
  }

  async function start() {
    const [one, two] = [await generateKeyPair(), await generateKeyPair()];
    const library = startLibrary(world);
    const url = await publishSigned(server, { version: 2 }, one);
    await addAndWait(library, url);
    await publishSigned(server, { version: 3 }, one);
    await checkAndWait(library, url);
    return { one, two, library, url };
  }

  test("a version that was rolled back is not installed again, and is known as seen", async () => {
    const { one, two, library, url } = await start();
    await library.feeds.rollBack(url);
    await rotate(one, two);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 2, heldBack: 3 });
    // Marked for the new key too: nothing older comes in by it.
    const old = text(dossier({ version: 1 }));
    server.on("/story.json", json(old));
    const keys = [await keyEntry(two, [one])];
    const dossiers = [entry(old) as FeedEntry];
    server.on("/feed.json", json(await makeFeed([two], { sequence: 5, keys, dossiers })));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed", error: { code: "older-version" } });
  });

  test("the version in use is not downloaded again, and the one before it is kept for a roll-back", async () => {
    const { one, two, library, url } = await start();
    await rotate(one, two);
    const before = server.requests.length;
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(["/feed.json"]);
    expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 3, previousVersion: 2 });
  });
});

test("a dossier that was switched off stays off when a feed takes it over", async () => {
  world = createWorld({ bundle: text(dossier({ version: 1 })) });
  const library = startLibrary(world);
  await library.dossiers.enable("story", false);
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 2, enabled: false });
  expect(await library.casts()).toEqual([]);
});

test("a dossier that the reader has is none that expires: no failure at every check from then on", async () => {
  const library = startLibrary(world);
  const file = text(dossier({ version: 1 }));
  server.on("/story.json", json(file));
  server.on("/feed.json", json(index([entry(file, "story.json", { expires: "2026-12-01" })])));
  const url = `${server.origin}/feed.json`;
  await addAndWait(library, url);
  world.clock.now += 30 * DAY;
  expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
  expect((await library.casts()).map(({ id }) => id)).toContain(`${url}#story`);
});

test("a cancelled check that was due does not begin again by itself, and was no check", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  const [{ checked } = {}] = await library.feeds.list();
  publish(server, { version: 2 });
  world.clock.now += 2 * DAY;
  const result = ended(library, url);
  library.subscribe((event) => {
    if (event.type === "feed" && event.phase.type === "checking") void library.feeds.cancel(url);
  });
  await library.runDue();
  expect(await result).toEqual({ type: "cancelled" });
  expect(await library.nextDue()).toBeGreaterThan(world.clock.now + DAY / 2);
  expect((await library.feeds.list())[0]?.checked).toBe(checked);
});

describe("a feed that waits for the network", () => {
  const state = { online: true };
  async function waiting() {
    state.online = true;
    const library = startLibrary(world, { online: () => state.online });
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const phase = async () => (await library.feeds.list())[0]?.phase.type;
    world.clock.now += 2 * DAY;
    state.online = false;
    await library.runDue();
    expect(await phase()).toBe("waiting");
    return { library, url, phase };
  }

  test("ceases to wait when it is cancelled", async () => {
    const { library, url, phase } = await waiting();
    await library.feeds.cancel(url);
    expect(await phase()).toBe("idle");
  });

  test("ceases to wait when it is to be checked by hand only", async () => {
    const { library, url, phase } = await waiting();
    await library.feeds.setInterval(url, 0);
    await library.runDue();
    expect(await phase()).toBe("idle");
  });

  test("can be tried by hand: a browser may be wrong about the network", async () => {
    const { library, url } = await waiting();
    publish(server, { version: 2 });
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ to: 2 }] });
  });
});

test("a dossier that was removed before its feed was does not come back without it", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  await library.dossiers.remove(`${url}#story`);
  await library.feeds.remove(url);
  await expect(library.dossiers.restore(`${url}#story`)).rejects.toMatchObject({
    code: "feed-deleted",
    details: [url],
  });
  expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
});

test("what was noted of a feed goes with it, once it cannot be put back any more", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  await library.markSeen({ dossier: `${url}#story`, person: "p0" });
  await library.markSeen({ dossier: "bundled", person: "p0" });
  const left = async () => {
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    const counts = [await db.history.count(), await db.seen.count(), await db.removed.count()];
    db.close();
    return counts;
  };
  await library.feeds.remove(url);
  await startLibrary(world).start();
  expect(await left()).toEqual([1, 2, 1]);
  world.clock.now += 2 * DAY;
  await startLibrary(world).start();
  expect(await left()).toEqual([0, 1, 0]);
});

test("a roll-back takes the last update, also after the clock was set back", async () => {
  const library = startLibrary(world);
  const files = (a: number, b: number) => {
    const [one, two] = [text(dossier({ version: a, id: "a" })), text(dossier({ version: b, id: "b" }))];
    server.on("/a.json", json(one));
    server.on("/b.json", json(two));
    server.on("/feed.json", json(index([entry(one, "a.json"), entry(two, "b.json")])));
  };
  const url = `${server.origin}/feed.json`;
  files(1, 1);
  await addAndWait(library, url);
  world.clock.now += 400 * DAY;
  files(2, 1);
  await checkAndWait(library, url);
  world.clock.now -= 399 * DAY;
  files(2, 2);
  await checkAndWait(library, url);
  await library.feeds.rollBack(url);
  expect((await library.feeds.list())[0]?.dossiers.map(({ version }) => version)).toEqual([2, 1]);
});

test("a check that is being stopped is not followed by another where an alarm comes before it has ended", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  publish(server, { version: 2, people: 500 });
  const before = server.requests.length;
  const result = ended(library, url);
  let alarm: Promise<void> | undefined;
  library.subscribe((event) => {
    if (event.type !== "feed" || event.phase.type !== "storing" || alarm) return;
    void library.feeds.cancel(url);
    // By now it is later than the time to try again that was written before the check began.
    world.clock.now += 10 * MINUTE;
    alarm = library.runDue();
  });
  await library.feeds.check(url);
  expect(await result).toEqual({ type: "cancelled" });
  expect(alarm).toBeDefined();
  await alarm;
  expect(server.requests.slice(before).map(({ path }) => path)).toEqual(["/feed.json", "/story.json"]);
  expect((await library.feeds.list())[0]).toMatchObject({ result: { type: "cancelled" }, dossiers: [{ version: 1 }] });
});

test("an update that others overtake again and again is told as a failure and tried again, not as up to date", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  const id = `${url}#story`;
  const held = (await db.installed.get(id))!;
  publish(server, { version: 2, people: 300 });
  let step = held.current;
  const overtake = library.subscribe((event) => {
    // As if another version had come into use.
    if (event.type === "feed" && event.phase.type === "storing")
      void db.installed.update(id, { current: ++step * 1000 });
  });
  expect(await checkAndWait(library, url)).toMatchObject({
    type: "failed",
    error: { code: "overtaken" },
    dossier: { id: "story" },
  });
  overtake();
  expect((await library.nextDue())! - world.clock.now).toBeLessThan(MINUTE);
  await db.installed.put(held);
  db.close();
  expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 1, to: 2 }] });
});

test("nothing is done to what is not here any more, and that is said", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  publish(server, { version: 2 });
  await checkAndWait(library, url);
  await library.feeds.remove(url);
  await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "not-found" });
  await expect(library.feeds.takeAgain(url)).rejects.toMatchObject({ code: "not-found" });
  await expect(library.feeds.setInterval(url, 60)).rejects.toMatchObject({ code: "not-found" });
  await expect(library.dossiers.enable(`${url}#story`, true)).rejects.toMatchObject({ code: "not-found" });
});
