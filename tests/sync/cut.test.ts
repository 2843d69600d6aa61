/**
 * Cuts a sync at every asynchronous step: the worker is killed there (whatever was under way is aborted and nothing
 * answers any more), or that one step fails (the network drops, the browser aborts the transaction, the disk is full).
 * After each cut exactly the old or exactly the new version is in use, and the next run brings the new one.
 * `CUT=long` cuts a larger dossier with many batches.
 */

import { IDBKeyRange } from "fake-indexeddb";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { generateKeyPair, type KeyPair } from "../../src/dossier/signature.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { Database } from "../../src/store/tables.ts";
import type { Library } from "../../src/sync/library.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { type Failure, instrument, Power } from "./power.ts";
import { dossier, publishSigned, text } from "./publisher.ts";
import { addAndWait, copyWorld, createWorld, DAY, startLibrary, type World } from "./world.ts";

instrument();
let server: TestServer;
let before: { world: World; url: string };
beforeAll(async () => {
  server = await serve();
  before = await readerWithVersion2(await generateKeyPair());
});
afterAll(() => server.close());

const LONG = process.env.CUT === "long";
const SIZE = LONG ? { people: 5, statements: 120 } : { people: 2, statements: 5 };
/** Smaller than the lists, so that a cut can fall between two batches. */
const BATCH = LONG ? 10 : 3;

const story = (version: number) => ({ version, ...SIZE });
const contents = new Map(
  [2, 3].map((version) => [version, canonicalize(parseDossier(text(dossier(story(version)))))] as const),
);

/** A reader who has version 2 from a signed feed, on the day when version 3 is due. */
async function readerWithVersion2(key: KeyPair): Promise<{ world: World; url: string }> {
  const world = createWorld();
  const url = await publishSigned(server, story(2), key);
  expect(await addAndWait(startLibrary(world), url)).toMatchObject({ type: "updated" });
  await publishSigned(server, story(3), key);
  world.clock.now += 2 * DAY;
  return { world, url };
}

/** Which version serves, having checked that it is that version and nothing else, in every way to ask for it. */
async function wholeVersion(library: Library, id: string): Promise<number> {
  const { version, ...rest } = await library.whole(id);
  expect(canonicalize({ version, ...rest })).toBe(contents.get(version));
  const [card] = await library.cards([{ dossier: id, person: "p0" }]);
  expect(card?.dossier.version).toBe(version);
  expect(card?.statementCount).toBe(Math.ceil(SIZE.statements / SIZE.people));
  const cast = (await library.casts()).find((one) => one.id === id);
  expect(cast?.people).toHaveLength(SIZE.people);
  return version;
}

async function generations(world: World): Promise<number> {
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  try {
    return await db.generations.count();
  } finally {
    db.close();
  }
}

async function cut(
  at: number,
  failure: Failure,
  locks: boolean,
): Promise<{ step: string | undefined; version: number }> {
  const { url } = before;
  const world = await copyWorld(before.world);
  const id = `${url}#story`;
  const power = new Power(at, failure);
  const powered = startLibrary(world, { batch: BATCH, ...(locks ? { locks: fakeLocks(power) } : {}) }, {}, power);
  const ended = powered.start().catch(() => {});
  await Promise.race([ended, power.died]);
  power.over = true;
  const step = power.names[at - 1];
  const where = `${failure} at step ${at}: ${step}`;

  const version = await wholeVersion(startLibrary(world), id).catch((cause: unknown) => {
    throw new Error(where, { cause });
  });
  expect([2, 3], where).toContain(version);

  world.clock.now += DAY;
  // What was not killed goes on in the same worker; else a new one starts.
  const next = power.dead ? startLibrary(world) : powered;
  await (power.dead ? next.start() : next.runDue());
  expect(await wholeVersion(next, id), `next run after ${where}`).toBe(3);
  const [row] = await next.feeds.list();
  expect(row?.result?.type, where).toMatch(/updated|unchanged/);
  expect(row?.canRollBack, where).toBe(true);
  const history = await next.feeds.history(url);
  const updates = history.filter(({ result, changes }) => result.type === "updated" && changes[0]?.to === 3);
  expect(updates, `history after ${where}`).toHaveLength(1);
  if ((await generations(world)) > 3) await startLibrary(world).start();
  // The bundled dossier, version 3 and version 2: nothing of a cut run is left behind.
  expect(await generations(world), `generations after ${where}`).toBe(3);
  return { step, version };
}

function fakeLocks(power: Power) {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>) => {
    await power.step(`lock ${name}`);
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as LockManager;
}

// A clock that stands makes no pauses but those between batches: each run then takes the same steps, and none is missed.
vi.spyOn(performance, "now").mockReturnValue(0);

const CASES = (
  [
    ["killed", true],
    ["killed", false],
    ["aborted", false],
    ["full", true],
  ] as const
).map(([failure, locks]) => ({ failure, locks, by: locks ? "browser locks" : "a lease" }));

test.each(CASES)("a sync with $by that is $failure at any step", { timeout: 600_000 }, async ({ failure, locks }) => {
  const steps: string[] = [];
  const versions: number[] = [];
  for (let at = 1; ; at++) {
    const { step, version } = await cut(at, failure, locks);
    if (step === undefined) break;
    steps.push(step);
    versions.push(version);
  }
  const seen = (version: number) => versions.filter((one) => one === version).length;
  if (LONG) console.log(`${failure}, ${locks}: ${steps.length} steps; old ${seen(2)}, new ${seen(3)} after the cut`);
  // The cuts reached over everything: both files, their signatures, every batch, the switch and what comes after it.
  expect(seen(2)).toBeGreaterThan(30);
  expect(seen(3)).toBeGreaterThan(5);
  for (const part of ["after fetch /feed.json", "body of /story.json", "after verify", "after digest", "pause"])
    expect(steps).toContain(part);
  const batches = Math.ceil(SIZE.statements / BATCH) + Math.ceil(SIZE.people / BATCH) + 2;
  expect(steps.filter((step) => step === "pause").length).toBeGreaterThanOrEqual(batches);
});
