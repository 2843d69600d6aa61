/** What the reader removed stays away, until it is put back or asked for anew. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { removeFeed } from "../../src/store/removal.ts";
import { Database } from "../../src/store/tables.ts";
import { checkFeed } from "../../src/sync/check-feed.ts";
import { withDefaults } from "../../src/sync/default-ports.ts";
import type { Library } from "../../src/sync/library.ts";
import * as faults from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, index, publish, text } from "./publisher.ts";
import { SENTENCES } from "./sentences.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
let library: Library;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  library = startLibrary(world);
});
afterEach(() => server.close());

const ids = async () => (await library.casts()).map(({ id }) => id);

describe("a feed's dossier that was removed", () => {
  test("is neither asked for nor installed again, nor is a newer version of it", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.remove(`${url}#story`);
    publish(server, { version: 2 });
    const before = server.requests.length;
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(["/feed.json"]);
    expect(await ids()).toEqual(["bundled"]);
  });

  test("is named in the feed's row as removed by the reader, until it is put back", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const row = async () => (await library.feeds.list())[0]!;
    expect(await row()).not.toHaveProperty("removed");
    await library.dossiers.remove(`${url}#story`);
    const removed = [{ id: `${url}#story`, title: "A story, version 1" }];
    expect(await row()).toMatchObject({ dossiers: [], removed });
    await library.dossiers.restore(`${url}#story`);
    expect(await row()).toMatchObject({ dossiers: [{ version: 1 }] });
    expect(await row()).not.toHaveProperty("removed");
  });

  test("comes with the feed when that is added anew", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.remove(`${url}#story`);
    await library.feeds.remove(url);
    await addAndWait(library, url);
    expect(await ids()).toEqual(["bundled", `${url}#story`]);
  });
});

describe("the list of what can be had back", () => {
  const removed = async () => (await library.dossiers.removed()).map(({ id, title }) => `${id}: ${title}`);

  test("names it also in a later session, and after it was cleaned away where the feed or the extension has it", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.import(text(dossier({ version: 4, id: "mine" })));
    expect(await removed()).toEqual([]);
    for (const id of ["bundled", "mine", `${url}#story`]) await library.dossiers.remove(id);
    const all = ["bundled: A story, version 1", `${url}#story: A story, version 1`, "mine: A story, version 4"];
    expect((await removed()).sort()).toEqual(all.sort());
    world.clock.now += 2 * DAY;
    library = startLibrary(world);
    await library.start();
    expect((await removed()).sort()).toEqual(all.filter((line) => !line.startsWith("mine")).sort());
    const result = ended(library, url);
    for (const id of ["bundled", `${url}#story`]) await library.dossiers.restore(id);
    await result;
    expect(await ids()).toEqual(["bundled", `${url}#story`]);
    expect(await removed()).toEqual([]);
  });

  test("does not name what no feed offers any more", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.remove(`${url}#story`);
    await library.feeds.remove(url);
    expect(await removed()).toEqual([]);
  });
});

describe("a feed that is removed", () => {
  test("while a dossier of it is being stored: the switch does not happen, also where nobody stopped the check", async () => {
    const url = publish(server, { version: 1, people: 500 });
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    // Subscribed, but nothing of it is there yet.
    const adding = startLibrary(world, { fetch: (to, init) => (to === url ? fetch(to, init) : new Promise(() => {})) });
    await adding.feeds.add(url);
    let removing: Promise<void> | undefined;
    const ports = withDefaults({ now: () => world.clock.now }, { interval: async () => 1440, appVersion: "1.0.0" });
    const done = await checkFeed({
      db,
      staging: new Set(),
      ports,
      url,
      signal: new AbortController().signal,
      run: 1,
      emit(event) {
        if (event.type === "stored") removing ??= removeFeed(db, url, world.clock.now);
      },
      pause: async () => void (await removing),

      makeRoom: async () => 0,
      installed: () => {},
    });
    expect(removing).toBeDefined();
    expect(done).toEqual({ changes: [], failures: [], delisted: [], noted: 0 });
    expect((await db.installed.toArray()).map(({ id }) => id)).toEqual(["bundled"]);
    expect(await db.history.count()).toBe(0);
    db.close();
  });

  test("is not asked any more: the request under way is called off", async () => {
    library = startLibrary(world, { timeouts: { stall: 600_000, index: 600_000, dossier: 600_000 } });
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    let isClosed = false;
    server.on("/feed.json", (request, response) => {
      response.on("close", () => {
        isClosed = true;
      });
      void faults.silent(request, response);
    });
    const result = ended(library, url);
    await library.feeds.check(url);
    await expect.poll(() => server.requests.at(-1)?.path, { interval: 5, timeout: 10_000 }).toBe("/feed.json");
    await library.feeds.remove(url);
    await result;
    await expect.poll(() => isClosed, { interval: 5, timeout: 1_000 }).toBe(true);
  });

  test("and added twice at once is there once", async () => {
    const url = publish(server, { version: 1 });
    const outcomes = await Promise.allSettled([library.feeds.add(url), library.feeds.add(url)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "duplicate-feed" });
    expect(await library.feeds.list()).toHaveLength(1);
  });
});

test("a removed feed whose address is here again is not put back over it", async () => {
  const url = publish(server, { version: 1 });
  await addAndWait(library, url);
  await library.feeds.remove(url);
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  const removed = (await db.removed.get(url))!;
  await library.feeds.add(url);
  // Both at once, as after a repair by hand.
  await db.removed.put(removed);
  db.close();
  await expect(library.feeds.restore(url)).rejects.toMatchObject({ code: "duplicate-feed" });
});

describe("a late undo", () => {
  test("of an imported dossier that was cleaned away says that its file is to be imported again", async () => {
    await library.dossiers.import(text(dossier({ version: 1, id: "mine" })));
    await library.dossiers.remove("mine");
    world.clock.now += 2 * DAY;
    library = startLibrary(world);
    await library.start();
    await expect(library.dossiers.restore("mine")).rejects.toMatchObject({ code: "dossier-deleted" });
    expect(await ids()).toEqual(["bundled"]);
    expect(SENTENCES.error_dossier_deleted).toMatch(/no longer be put back.*Choose its file again/);
  });

  test("of a dossier that its feed lists no more says that it cannot come, instead of a yes that brings nothing", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.remove(`${url}#story`);
    server.on("/feed.json", json(index([])));
    await checkAndWait(library, url);
    world.clock.now += 2 * DAY;
    library = startLibrary(world);
    await library.start();
    await expect(library.dossiers.restore(`${url}#story`)).rejects.toMatchObject({ code: "dossier-delisted" });
    expect(SENTENCES.error_dossier_delisted).not.toMatch(/Choose its file/);
  });

  test("of a feed that was cleaned away says that it is to be added again", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.feeds.remove(url);
    await library.freeRoom();
    await expect(library.feeds.restore(url)).rejects.toMatchObject({ code: "feed-deleted", details: [url] });
    expect(SENTENCES.error_feed_deleted).toMatch(/no longer be put back.*Add the feed again/);
  });

  test("that comes twice is no failure: what it asks for is there", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await library.dossiers.import(text(dossier({ version: 1, id: "mine" })));
    await library.dossiers.remove("mine");
    await library.feeds.remove(url);
    for (const _ of [1, 2]) {
      await library.dossiers.restore("mine");
      await library.feeds.restore(url);
    }
    expect(await ids()).toEqual(["bundled", `${url}#story`, "mine"]);
  });
});

test("what was installed anew in the meantime stays when the older one is put back", async () => {
  const story = (version: number) => text(dossier({ version, id: "mine" }));
  await library.dossiers.import(story(1));
  await library.dossiers.remove("mine");
  await library.dossiers.import(story(2));
  await library.dossiers.restore("mine");
  expect((await library.dossiers.list()).find(({ id }) => id === "mine")?.version).toBe(2);
});
