/** A library over fake-indexeddb and a loopback host, with a clock that the test moves. */
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { SyncResult } from "../../src/dossier/rows.ts";
import { Database } from "../../src/store/tables.ts";
import { createLibrary, type EngineEvent, type Library, type LibraryOptions } from "../../src/sync/library.ts";
import type { Ports } from "../../src/sync/ports.ts";
import { type Power, powerCrypto, poweredFactory } from "./power.ts";
import { dossier, text } from "./publisher.ts";

export interface World {
  /** What outlives a worker. */
  data: IDBFactory;
  clock: { now: number };
  bundle: string;
  locks: Ports["locks"];
}

export function createWorld(changes: Partial<World> = {}): World {
  const bundle = text(dossier({ version: 1, id: "bundled" }));
  return { data: new IDBFactory(), clock: { now: Date.UTC(2026, 10, 24) }, bundle, locks: undefined, ...changes };
}

/** Starts a worker in this world: a new library on the same data. */
export function startLibrary(
  world: World,
  ports: Partial<Ports> = {},
  options: Partial<LibraryOptions> = {},
  power?: Power,
): Library {
  const real: Pick<Ports, "fetch" | "after" | "hasPermission"> = {
    fetch: (url, init) => fetch(url, init),
    hasPermission: async () => true,
    after(ms, callback) {
      // A pause of 0 ms is a step like any other; longer ones are time-outs, which a cut does not wait for.
      const timer = setTimeout(() => {
        if (!power) callback();
        else if (!power.dead && !(ms === 0 && power.fails("pause") && power.dead)) callback();
      }, ms);
      return () => clearTimeout(timer);
    },
  };
  powerCrypto(power);
  return createLibrary({
    indexedDB: power ? poweredFactory(world.data, power) : world.data,
    IDBKeyRange,
    loadBundle: power ? power.wrap("loadBundle", async () => world.bundle) : async () => world.bundle,
    appVersion: "1.0.0",
    interval: power ? power.wrap("interval", async () => 1440) : async () => 1440,
    ports: {
      ...real,
      now: () => world.clock.now,
      random: () => 0.5,
      online: () => true,
      locks: world.locks,
      timeouts: { stall: 2_000, index: 5_000, dossier: 10_000 },
      ...(power ? { fetch: power.fetch, hasPermission: power.wrap("hasPermission", real.hasPermission) } : {}),
      ...ports,
    },
    ...options,
  });
}

/** The same world once more, with data of its own. */
export async function copyWorld(world: World): Promise<World> {
  const copy = { ...world, data: new IDBFactory(), clock: { ...world.clock } };
  const from = new Database({ indexedDB: world.data, IDBKeyRange });
  const to = new Database({ indexedDB: copy.data, IDBKeyRange });
  await Promise.all([from.open(), to.open()]);
  const rows = await from.transaction("r", from.tables, () => Promise.all(from.tables.map((table) => table.toArray())));
  await to.transaction("rw", to.tables, () => Promise.all(to.tables.map((table, i) => table.bulkAdd(rows[i] ?? []))));
  from.close();
  to.close();
  return copy;
}

/** Resolves with the result of the next check of this feed that ends. Begin to wait before starting the check. */
export function ended(library: Library, url: string): Promise<SyncResult | undefined> {
  return new Promise((resolve) => {
    let began = false;
    const stop = library.subscribe((event: EngineEvent) => {
      if (event.type !== "feed" || event.url !== url) return;
      if (event.phase.type !== "idle") began = true;
      if (!began || event.phase.type !== "idle") return;
      stop();
      resolve(library.feeds.list().then((rows) => rows.find((row) => row.url === url)?.result));
    });
  });
}

export async function addAndWait(library: Library, url: string): Promise<SyncResult | undefined> {
  const result = ended(library, url);
  await library.feeds.add(url);
  return result;
}

export async function checkAndWait(library: Library, url: string): Promise<SyncResult | undefined> {
  const result = ended(library, url);
  await library.feeds.check(url);
  return result;
}

export const DAY = 24 * 60 * 60 * 1000;
