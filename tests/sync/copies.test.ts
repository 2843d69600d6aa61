/** A dossier that came with the extension, and its publisher's copy from a feed: what the reader said of one holds for both. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { generateKeyPair } from "../../src/dossier/signature.ts";
import { Database } from "../../src/store/tables.ts";
import type { Library } from "../../src/sync/library.ts";
import { keyEntry, makeFeed } from "../dossier/feed-tools.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await serve();
  world = createWorld({ bundle: text(dossier({ version: 1 })) });
});
afterEach(() => server.close());

const statement = async (library: Library, id: string, s: string) =>
  (await library.cards([{ dossier: id, person: "p0" }]))[0]?.statements.find((one) => one.id === s);
const isNew = async (library: Library, id: string, s = "s0") => (await statement(library, id, s))?.isNew ?? false;
const isOn = async (library: Library) =>
  Object.fromEntries((await library.dossiers.all()).map((r) => [r.id, r.enabled]));

describe("what the reader has seen", () => {
  test("of the bundled copy counts for the feed's", async () => {
    await startLibrary(world).start();
    world.bundle = text(dossier({ version: 2 }));
    const library = startLibrary(world, {}, { appVersion: "1.1.0" });
    await library.start();
    expect(await isNew(library, "story")).toBe(true);
    await library.markSeen({ dossier: "story", person: "p0" });
    expect(await isNew(library, "story")).toBe(false);
    // The feed's version changes nothing of p0's first statement.
    const next = dossier({ version: 3, words: "Said in version 2." }) as {
      statements: { id: string; quote: string }[];
    };
    next.statements.find(({ id }) => id === "s3")!.quote = "Other words.";
    const file = text(next);
    server.on("/story.json", json(file));
    server.on("/feed.json", json(await makeFeed([], { dossiers: [entry(file) as FeedEntry] })));
    const url = `${server.origin}/feed.json`;
    await addAndWait(library, url);
    expect(await isNew(library, `${url}#story`, "s0")).toBe(false);
    expect(await isNew(library, `${url}#story`, "s3")).toBe(true);
  });

  test("of a thief's version is no reason to call the honest one, with its lower number, old", async () => {
    const [work, recovery, fresh] = await Promise.all([generateKeyPair(), generateKeyPair(), generateKeyPair()]);
    const library = startLibrary(world);
    const keys = [{ key: work.publicKey }, { key: recovery.publicKey, use: "recovery" as const }];
    const put = async (version: number, words: string, feed: object, signers: (typeof work)[]) => {
      const file = text(dossier({ version, words }));
      server.on("/story.json", json(file));
      server.on("/feed.json", json(await makeFeed(signers, { ...feed, dossiers: [entry(file) as FeedEntry] })));
    };
    const url = `${server.origin}/feed.json`;
    const ref = { dossier: `${url}#story`, person: "p0" };
    await put(1, "True.", { sequence: 1, keys }, [work]);
    await addAndWait(library, url);
    await put(1000, "Forged.", { sequence: 1000, keys }, [work]);
    await checkAndWait(library, url);
    await library.markSeen(ref);
    const after = [
      { key: work.publicKey, retired: "2026-11-01" },
      { key: recovery.publicKey, use: "recovery" as const },
      await keyEntry(fresh, [recovery]),
    ];
    await put(2, "True again.", { sequence: 2, keys: after }, [recovery, fresh]);
    await checkAndWait(library, url);
    expect(await statement(library, ref.dossier, "s0")).toMatchObject({ quote: "True again.", isNew: true });
    await library.markSeen(ref);
    expect(await isNew(library, ref.dossier)).toBe(false);
  });

  test("of a version that was rolled back does not hide the one that follows it", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    publish(server, { version: 3 });
    await checkAndWait(library, url);
    await library.markSeen({ dossier: `${url}#story`, person: "p0" });
    await library.feeds.rollBack(url);
    publish(server, { version: 4 });
    await checkAndWait(library, url);
    expect(await isNew(library, `${url}#story`)).toBe(true);
  });
});

test("the hidden copy is switched off and on with the one that serves", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  for (const on of [false, true]) {
    await library.dossiers.enable(`${url}#story`, on);
    expect(await isOn(library)).toEqual({ story: on, [`${url}#story`]: on });
  }
  await library.dossiers.enable(`${url}#story`, false);
  await library.feeds.remove(url);
  expect(await library.casts()).toEqual([]);
});

test("of a file and the feed's copy the newer comes first on the card, in whatever order a page names them", async () => {
  const library = startLibrary(world);
  const url = publish(server, { version: 1, id: "apart" });
  await addAndWait(library, url);
  await library.dossiers.import(text(dossier({ version: 4, id: "apart" })));
  const refs = [`${url}#apart`, "story", "apart"].map((id) => ({ dossier: id, person: "p0" }));
  for (const named of [refs, refs.toReversed()]) {
    const copies = (await library.cards(named)).filter(({ ref }) => ref.dossier !== "story");
    expect(copies.map(({ ref }) => ref.dossier)).toEqual(["apart", `${url}#apart`]);
  }
  // The dossier named first keeps its place before those that are no copies of it.
  const [, other, file] = refs;
  expect((await library.cards([other!, file!])).map(({ ref }) => ref.dossier)).toEqual(["story", "apart"]);
});

test("what was taken once is the measure, also after a lower version had to be put in its place", async () => {
  const first = startLibrary(world);
  await first.start();
  await first.dossiers.import(text(dossier({ version: 5, words: "Of the file." })));
  // Version 5 is damaged: version 1 serves, and then the bundle's version 3.
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  await db.statements.delete([(await db.installed.get("story"))!.current, "s1"]);
  db.close();
  world.bundle = text(dossier({ version: 3 }));
  const library = startLibrary(world, {}, { appVersion: "1.1.0" });
  await library.start();
  expect((await statement(library, "story", "s0"))?.quote).toBe("Said in version 3.");
  const again = (story: Parameters<typeof dossier>[0]) => library.dossiers.import(text(dossier(story)));
  await expect(again({ version: 4 })).rejects.toMatchObject({ code: "older-file" });
  await expect(again({ version: 5, words: "Others." })).rejects.toMatchObject({ code: "conflicting-version" });
});

test("what is switched off while the feed's copy is being stored stays off with it", async () => {
  const library = startLibrary(world);
  await library.dossiers.list();
  const off = Promise.withResolvers<void>();
  library.subscribe((event) => {
    if (event.type === "feed" && event.phase.type === "storing")
      library.dossiers.enable("story", false).then(off.resolve, off.reject);
  });
  const url = publish(server, { version: 2, statements: 500 });
  await addAndWait(library, url);
  await off.promise;
  expect(await isOn(library)).toEqual({ story: false, [`${url}#story`]: false });
});
