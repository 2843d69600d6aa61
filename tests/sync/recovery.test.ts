/** After a recovery from a stolen key: what that key had signed never comes back, and what the reader may go back to is told. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedEntry, FeedKey } from "../../src/dossier/feed-schema.ts";
import { generateKeyPair, type KeyPair } from "../../src/dossier/signature.ts";
import { Database } from "../../src/store/tables.ts";
import type { Library } from "../../src/sync/library.ts";
import { keyEntry, makeFeed } from "../dossier/feed-tools.ts";
import * as faults from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
let library: Library;
let url: string;
let work: KeyPair;
let recovery: KeyPair;
let fresh: KeyPair;

beforeEach(async () => {
  [work, recovery, fresh] = await Promise.all([generateKeyPair(), generateKeyPair(), generateKeyPair()]);
  server = await serve();
  world = createWorld();
  library = startLibrary(world);
  url = `${server.origin}/feed.json`;
});
afterEach(() => server.close());

const safe = () => ({ key: recovery.publicKey, use: "recovery" as const });
const first = () => [{ key: work.publicKey }, safe()];
const afterTheft = async () => [
  { key: work.publicKey, retired: "2026-11-01" },
  safe(),
  await keyEntry(fresh, [recovery]),
];

/** One dossier, listed in an index that these sign. */
async function put(version: number, sequence: number, words: string, keys: FeedKey[], signers: KeyPair[]) {
  const file = text(dossier({ version, words }));
  server.on("/story.json", json(file));
  server.on("/feed.json", json(await makeFeed(signers, { sequence, keys, dossiers: [entry(file) as FeedEntry] })));
}

/** A reader with the honest version 2, then the thief's 9. */
async function robbed() {
  await put(2, 2, "True.", first(), [work]);
  await addAndWait(library, url);
  await put(9, 9, "Forged.", first(), [work]);
  await checkAndWait(library, url);
  expect(await words()).toBe("Forged.");
}

const rescue = async (version = 3, said = "True again.") =>
  put(version, 10, said, await afterTheft(), [recovery, fresh]);

const row = async () => (await library.feeds.list())[0]!;
const words = async () =>
  (await library.cards([{ dossier: `${url}#story`, person: "p0" }]))[0]?.statements.find(({ id }) => id === "s0")
    ?.quote;

async function stored(): Promise<number[]> {
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  const rows = await db.generations.where("installed").equals(`${url}#story`).toArray();
  db.close();
  return rows.map(({ head }) => head.version);
}

describe("a recovery from a stolen key", () => {
  test("leaves nothing of the thief's to roll back to", async () => {
    await robbed();
    await rescue();
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 9, to: 3 }] });
    expect(await row()).toMatchObject({ canRollBack: false });
    expect((await row()).dossiers[0]).not.toHaveProperty("previousVersion");
    await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "no-previous-version" });
    expect(await words()).toBe("True again.");
  });

  test("has the thief's version cleaned away at the next start", async () => {
    await robbed();
    await rescue();
    await checkAndWait(library, url);
    await startLibrary(world).start();
    expect(await stored()).toEqual([3]);
  });

  test("leaves nothing to roll back to where the thief's version lies before the one that still holds", async () => {
    await put(1, 1, "Forged.", first(), [work]);
    await addAndWait(library, url);
    await put(2, 2, "True.", first(), [work]);
    await checkAndWait(library, url);
    await rescue(2, "True.");
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(await row()).toMatchObject({ canRollBack: false, dossiers: [{ version: 2 }] });
    await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "no-previous-version" });
    // What the recovery itself vouches for is there to go back to.
    await put(3, 11, "More.", await afterTheft(), [fresh]);
    await checkAndWait(library, url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 3, previousVersion: 2 });
  });

  test("whose file cannot be had at first offers no way back meanwhile, nor afterwards", async () => {
    await robbed();
    await rescue();
    const whole = text(dossier({ version: 3, words: "True again." }));
    server.on("/story.json", faults.status(404));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed" });
    expect(await row()).toMatchObject({ canRollBack: false });
    server.on("/story.json", json(whole));
    await checkAndWait(library, url);
    expect(await row()).toMatchObject({ canRollBack: false, dossiers: [{ version: 3 }] });
    expect(await words()).toBe("True again.");
  });

  test("holds for what the reader had removed and puts back", async () => {
    await robbed();
    await library.dossiers.remove(`${url}#story`);
    await rescue();
    await checkAndWait(library, url);
    server.on("/story.json", faults.status(404));
    const tried = ended(library, url);
    await library.dossiers.restore(`${url}#story`);
    await tried;
    expect(await words()).toBeUndefined();
    await rescue();
    await checkAndWait(library, url);
    expect(await row()).toMatchObject({ canRollBack: false, dossiers: [{ version: 3 }] });
    expect(await words()).toBe("True again.");
  });

  test("lets the publisher list anew, under any number, what it had left out", async () => {
    await robbed();
    const keys = await afterTheft();
    server.on("/feed.json", json(await makeFeed([recovery, fresh], { sequence: 10, keys, dossiers: [] })));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "delisted" });
    expect(await row()).toMatchObject({ canRollBack: false, dossiers: [{ version: 9, delisted: true }] });
    await put(1, 11, "Corrected.", keys, [fresh]);
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 9, to: 1 }] });
    expect(await row()).toMatchObject({ canRollBack: false });
    expect(await words()).toBe("Corrected.");
  });

  test("takes back nothing that a damaged store could fall back to", async () => {
    await robbed();
    await rescue();
    await checkAndWait(library, url);
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    const held = await db.installed.get(`${url}#story`);
    await db.statements.where("[g+id]").between([held!.current, ""], [held!.current, []]).delete();
    db.close();
    server.on("/feed.json", faults.status(500));
    library = startLibrary(world);
    await library.start();
    expect(await words()).toBeUndefined();
  });

  test("does not say of the thief's version that it is held back, where the reader had rolled it back", async () => {
    await robbed();
    await library.feeds.rollBack(url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 2, heldBack: 9 });
    await rescue(2, "True.");
    await checkAndWait(library, url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 2 });
    expect((await row()).dossiers[0]).not.toHaveProperty("heldBack");
  });

  test("goes on holding back what the reader rolled back and the publisher still offers", async () => {
    await put(2, 2, "True.", first(), [work]);
    await addAndWait(library, url);
    await put(3, 3, "More.", first(), [work]);
    await checkAndWait(library, url);
    await library.feeds.rollBack(url);
    await rescue(3, "More.");
    await checkAndWait(library, url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 2, heldBack: 3 });
  });

  test("keeps the bundled dossier to go back to: no feed's key vouched for it", async () => {
    world = createWorld({ bundle: text(dossier({ version: 1, words: "Bundled." })) });
    library = startLibrary(world);
    await put(2, 2, "True.", first(), [work]);
    await addAndWait(library, url);
    await rescue(2, "True.");
    await checkAndWait(library, url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 2, previousVersion: 1 });
  });

  test("keeps what a key signed that the recovery leaves in place", async () => {
    const second = await generateKeyPair();
    const both = [{ key: work.publicKey }, { key: second.publicKey }, safe()];
    await put(2, 2, "True.", both, [second]);
    await addAndWait(library, url);
    const after = [...(await afterTheft()), { key: second.publicKey }];
    await put(3, 3, "True again.", after, [recovery, fresh]);
    await checkAndWait(library, url);
    expect((await row()).dossiers[0]).toMatchObject({ version: 3, previousVersion: 2 });
  });
});

test("an ordinary rotation keeps the version before, though its key is retired, also past a day and a start", async () => {
  await put(2, 2, "True.", first(), [work]);
  await addAndWait(library, url);
  const keys = [{ key: work.publicKey, retired: "2026-11-01" }, safe(), await keyEntry(fresh, [work])];
  await put(3, 3, "More.", keys, [fresh]);
  await checkAndWait(library, url);
  world.clock.now += 2 * DAY;
  library = startLibrary(world);
  await library.start();
  expect((await row()).dossiers[0]).toMatchObject({ version: 3, previousVersion: 2 });
  await library.feeds.rollBack(url);
  expect(await words()).toBe("True.");
});
