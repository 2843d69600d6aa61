/** What must stay true over time: no key, feed or publisher undoes what another one, or the reader, has settled. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { fingerprint, generateKeyPair, type KeyPair } from "../../src/dossier/signature.ts";
import { keyEntry, makeFeed } from "../dossier/feed-tools.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, publish, publishSigned, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;

beforeEach(async () => {
  server = await serve();
  world = createWorld();
});
afterEach(() => server.close());

/** The feed after an ordinary rotation from `a`, which is retired, to `b`. */
async function rotate(version: number, sequence: number, a: KeyPair, b: KeyPair): Promise<void> {
  const file = text(dossier({ version }));
  const keys = [{ key: a.publicKey, retired: "2026-11-01" }, await keyEntry(b, [a])];
  server.on("/story.json", json(file));
  server.on("/feed.json", json(await makeFeed([b], { sequence, keys, dossiers: [entry(file) as FeedEntry] })));
}

/** A reader whose signed feed has brought version 2, then 3. */
async function updated(pair: KeyPair) {
  const library = startLibrary(world);
  const url = await publishSigned(server, { version: 2 }, pair);
  await addAndWait(library, url);
  await publishSigned(server, { version: 3 }, pair);
  await checkAndWait(library, url);
  return { library, url };
}

describe("a new key", () => {
  test("does not bring back the version that the reader rolled back", async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()];
    const { library, url } = await updated(a);
    await library.feeds.rollBack(url);
    await rotate(3, 4, a, b);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 2, heldBack: 3 });
  });

  test("does not load what is in use again, so the version before it is kept for roll-back", async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()];
    const { library, url } = await updated(a);
    await rotate(3, 4, a, b);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 3, previousVersion: 2 });
  });

  test.each([
    { what: "an older index", version: 6, sequence: 1, code: "older-index" },
    { what: "an older version", version: 1, sequence: 6, code: "older-version" },
  ])("does not make $what acceptable", async ({ version, sequence, code }) => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()];
    const library = startLibrary(world);
    const url = await publishSigned(server, { version: 5 }, a);
    await addAndWait(library, url);
    await rotate(version, sequence, a, b);
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed", error: { code } });
    expect((await library.feeds.list())[0]?.dossiers[0]?.version).toBe(5);
  });

  test("of a feed that was unsigned does not make an older version acceptable", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 5 });
    await addAndWait(library, url);
    await publishSigned(server, { version: 1 }, await generateKeyPair());
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed", error: { code: "older-version" } });
  });
});

describe("a change of keys is told in the history and in the row", () => {
  test("with the new key and the one that is not trusted any more, and only once", async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()];
    const library = startLibrary(world);
    const url = await publishSigned(server, { version: 2 }, a);
    await addAndWait(library, url);
    expect((await library.feeds.list())[0]).not.toHaveProperty("keyChange");
    await rotate(2, 4, a, b);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    await checkAndWait(library, url);
    const keys = { added: [await fingerprint(b.publicKey)], dropped: [await fingerprint(a.publicKey)], first: false };
    expect((await library.feeds.list())[0]?.keyChange).toMatchObject(keys);
    const told = (await library.feeds.history(url)).filter(({ result }) => result.type === "changed-keys");
    expect(told.map(({ result }) => result)).toEqual([{ type: "changed-keys", keys }]);
  });

  test("also where the feed was not signed before", async () => {
    const key = await generateKeyPair();
    const library = startLibrary(world);
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await publishSigned(server, { version: 2 }, key);
    await checkAndWait(library, url);
    const keys = { added: [await fingerprint(key.publicKey)], dropped: [], first: true };
    expect((await library.feeds.list())[0]?.keyChange).toMatchObject(keys);
  });

  test("a recovery key as such; where it has signed too, the key that signs every day is the one shown", async () => {
    const [work, recovery] = [await generateKeyPair(), await generateKeyPair()];
    const library = startLibrary(world);
    const url = await publishSigned(server, { version: 1 }, work);
    await addAndWait(library, url);
    const listed = [{ key: work.publicKey }, await keyEntry(recovery, [work], { use: "recovery" })];
    const dossiers = [entry(text(dossier({ version: 1 }))) as FeedEntry];
    const sign = async (pairs: KeyPair[], sequence: number) => {
      server.on("/feed.json", json(await makeFeed(pairs, { sequence, keys: listed, dossiers })));
      await checkAndWait(library, url);
      return (await library.feeds.list())[0]!;
    };
    const own = await fingerprint(recovery.publicKey);
    const row = await sign([work], 2);
    expect(row.keyChange).toMatchObject({ added: [own], recovery: [own], dropped: [] });
    const both = await sign([recovery, work], 3);
    expect(both).toMatchObject({ fingerprint: await fingerprint(work.publicKey) });
    expect(both).not.toHaveProperty("byRecovery");
    expect(await sign([recovery], 4)).toMatchObject({ fingerprint: own, byRecovery: true });
    // As whoever looks at the feed now is shown it.
    expect(await startLibrary(createWorld()).feeds.preview(url)).toMatchObject({ fingerprint: own, byRecovery: true });
  });

  test("but not where the index was refused", async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()];
    const library = startLibrary(world);
    const url = await publishSigned(server, { version: 2 }, a);
    await addAndWait(library, url);
    await rotate(3, 1, a, b);
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed" });
    expect((await library.feeds.list())[0]).not.toHaveProperty("keyChange");
  });
});

describe("a feed with the id of a dossier that is here", () => {
  const STRANGER = { publisher: { name: "A Stranger" } };
  const ids = async (library: ReturnType<typeof startLibrary>) => (await library.casts()).map(({ id }) => id);

  beforeEach(() => {
    world = createWorld({ bundle: text(dossier({ version: 1, words: "True." })) });
  });

  test("by another publisher stands beside it", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 99, words: "Made up.", head: STRANGER });
    await addAndWait(library, url);
    expect(await ids(library)).toEqual([`${url}#story`, "story"]);
    const [card] = await library.cards([{ dossier: "story", person: "p0" }]);
    expect(card?.statements[0]?.quote).toBe("True.");
    expect((await library.feeds.list())[0]?.dossiers[0]?.previousVersion).toBeUndefined();
  });

  test("by another publisher is switched by itself", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 99, head: STRANGER });
    await addAndWait(library, url);
    await library.dossiers.enable("story", false);
    expect(await ids(library)).toEqual([`${url}#story`]);
  });

  test("does not switch on what the reader switched off", async () => {
    const library = startLibrary(world);
    await library.dossiers.enable("story", false);
    await addAndWait(library, publish(server, { version: 2 }));
    expect(await ids(library)).toEqual([]);
  });
});

describe("a file with the id of a feed's dossier", () => {
  const file = text(dossier({ version: 5, words: "Altered." }));
  const quotes = async (library: ReturnType<typeof startLibrary>, id: string) => {
    const [card] = await library.cards([{ dossier: id, person: "p0" }]);
    return card?.statements.map(({ quote }) => quote);
  };

  test("does not take the feed's place", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2, words: "True." });
    await addAndWait(library, url);
    await library.dossiers.import(file);
    const list = await library.dossiers.list();
    expect(
      list
        .filter(({ id }) => id.endsWith("story"))
        .map(({ version }) => version)
        .sort(),
    ).toEqual([2, 5]);
    expect(await quotes(library, `${url}#story`)).toContain("True.");
  });

  test("is not said to be updated by an older one", async () => {
    const library = startLibrary(world);
    await library.dossiers.import(file);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    const [row] = await library.feeds.list();
    expect(row?.result).toMatchObject({ type: "updated", dossiers: [{ id: "story", to: 2 }] });
    expect(row?.result).not.toMatchObject({ dossiers: [{ from: 5 }] });
    expect(row?.canRollBack).toBe(false);
  });
});

test("a reference to one publisher's person never gives the other's", async () => {
  const library = startLibrary(world);
  const other = await serve();
  try {
    const one = publish(server, { version: 2, words: "One." });
    await addAndWait(library, one);
    await addAndWait(library, publish(other, { version: 2, words: "Words of someone else." }));
    expect((await library.cards([{ dossier: `${one}#story`, person: "p0" }]))[0]?.statements[0]?.quote).toBe("One.");
    await library.feeds.remove(one);
    expect(await library.cards([{ dossier: `${one}#story`, person: "p0" }])).toEqual([]);
  } finally {
    await other.close();
  }
});
