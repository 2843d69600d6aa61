/**
 * Cuts a sync at every asynchronous step: the worker is killed there (whatever was under way is aborted and nothing
 * answers any more), or that one step fails. Afterwards a new worker starts on the same data.
 */

import { IDBKeyRange } from "fake-indexeddb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dossier } from "../../src/dossier/schema.ts";
import { Database } from "../../src/store/tables.ts";
import type { Library } from "../../src/sync/library.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { type Failure, instrument, Power } from "./power.ts";
import { publish } from "./publisher.ts";
import { addAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

instrument();
let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

/** More records than one batch holds, so that a cut can fall between two. */
const SIZE = { people: 3, statements: 1100 };

/** A reader who has version 2 from a feed, on the day when version 3 is due. */
async function readerWithVersion2(): Promise<{ world: World; url: string }> {
  const world = createWorld();
  const url = publish(server, { version: 2, ...SIZE });
  expect(await addAndWait(startLibrary(world), url)).toMatchObject({ type: "updated" });
  publish(server, { version: 3, ...SIZE });
  world.clock.now += 2 * DAY;
  return { world, url };
}

/** Which version serves, having checked that it is whole: every record is there, in all ways to ask for it. */
async function wholeVersion(library: Library, id: string): Promise<number> {
  const held: Dossier = await library.whole(id);
  const quotes = new Set(held.statements.map((statement) => statement.quote));
  expect(held.statements).toHaveLength(SIZE.statements);
  expect(held.people).toHaveLength(SIZE.people);
  expect(quotes.has(`Said in version ${held.version}.`)).toBe(true);
  const [card] = await library.cards([{ dossier: id, person: "p0" }]);
  expect(card?.dossier.version).toBe(held.version);
  expect(card?.statementCount).toBe(Math.ceil(SIZE.statements / SIZE.people));
  return held.version;
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
): Promise<{ done: boolean; step: string; version: number }> {
  const { world, url } = await readerWithVersion2();
  const id = `${url}#story`;
  const power = new Power(at, failure);
  const library = startLibrary(world, locks ? { locks: fakeLocks(power) } : {}, {}, power);
  const outcome = await Promise.race([
    library.start().then(
      () => "done",
      () => "failed",
    ),
    power.died,
  ]);
  const step = power.names[at - 1] ?? "none";

  const after = startLibrary(world);
  const version = await wholeVersion(after, id);
  expect([2, 3], `after ${step}`).toContain(version);

  world.clock.now += DAY;
  const next = startLibrary(world);
  await next.start();
  expect(await wholeVersion(next, id), `next run after ${failure} at ${step}`).toBe(3);
  const [row] = await next.feeds.list();
  expect(row?.result?.type, `${failure} at ${step}`).toMatch(/updated|unchanged/);
  expect(row?.canRollBack).toBe(true);
  const updates = (await next.feeds.history(url)).filter(
    (entry) => entry.result.type === "updated" && entry.changes[0]?.to === 3,
  );
  expect(updates, `history after ${failure} at ${step}`).toHaveLength(1);
  // The bundled dossier, version 3 and version 2: nothing of a killed run is left behind.
  await startLibrary(world).start();
  expect(await generations(world), `generations after ${failure} at ${step}`).toBe(3);
  return { done: at > power.steps, step: `${step} (${outcome})`, version };
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

for (const failure of ["killed", "aborted"] as const) {
  for (const locks of [true, false]) {
    // Not passing yet (docs/sync.md, "Not done"): run it with CUT=1. It must not be taken for evidence until it does.
    test.runIf(process.env.CUT)(
      `a sync that is ${failure} at any step, ${locks ? "with" : "without"} browser locks`,
      {
        timeout: 300_000,
      },
      async () => {
        const versions = new Map<number, number>();
        let at = 1;
        for (; ; at++) {
          const { done, version } = await cut(at, failure, locks);
          versions.set(version, (versions.get(version) ?? 0) + 1);
          if (done) break;
        }
        console.log(
          `${failure}, locks ${locks}: ${at - 1} steps; old/new after the cut: ${versions.get(2)}/${versions.get(3)}`,
        );
        // Both must have been seen, or the cuts did not reach over the switch.
        expect(versions.get(2)).toBeGreaterThan(20);
        expect(versions.get(3)).toBeGreaterThan(5);
      },
    );
  }
}
