import { type ErrorInfo, errorInfo } from "../dossier/errors.ts";
import type { Dossier } from "../dossier/schema.ts";
import { cleanUp } from "./clean.ts";
import type { Staging } from "./install.ts";
import { repair } from "./integrity.ts";
import { memoryShelf } from "./memory-shelf.ts";
import { type IndexedDb, NoAnswer, openDatabase } from "./open.ts";
import { readFile, seed } from "./seed.ts";
import { databaseShelf, type Shelf } from "./shelf.ts";
import type { Database } from "./tables.ts";

export interface StoreOptions extends IndexedDb {
  /** Text of the dossier that came with the extension. */
  loadBundle(): Promise<string>;
  parse(text: string): Promise<Dossier>;
  /** Milliseconds since 1970. */
  now(): number;
  appVersion: string;
  /** Whether an earlier start of this installation had a database: an empty one was then evicted. */
  hadData(): Promise<boolean>;
}

export interface DatabaseStore {
  mode: "database";
  db: Database;
  shelf: Shelf;
  staging: Staging;
  lost: boolean;
  /** When stored data was found lost or damaged. */
  reseeded?: number;
}

/** The store after opening: `database` (`lost`: there was one before, and it has gone), or `memory` where the browser refuses one (the bundled dossier, nothing kept). */
export type Store = DatabaseStore | { mode: "memory"; shelf: Shelf; reason: ErrorInfo };

/** Tries before the browser counts as refusing: one aborted transaction must not cost a worker its data for all its life. */
const ATTEMPTS = 2;

/** Opens the store and seeds it where it is empty. Fast when there is nothing to do: a card may be waiting. Never rejects
 * unless the bundled dossier itself cannot be read. */
export async function openStore(options: StoreOptions): Promise<Store> {
  let reason: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await openWithDatabase(options);
    } catch (error) {
      reason = error;
      if ((error as Error).cause instanceof NoAnswer) break;
    }
  }
  const file = await readFile(await options.loadBundle(), options.parse);
  return { mode: "memory", shelf: memoryShelf(file, options.now()), reason: errorInfo(reason) };
}

async function openWithDatabase(options: StoreOptions): Promise<Store> {
  const db = await openDatabase(options);
  try {
    const staging: Staging = new Set();
    const empty = (await db.installed.count()) === 0;
    const evicted = empty && !(await db.meta.get("bundle")) && (await options.hadData());
    // Noted before the seed: a worker killed between the two must not take the seed for all there ever was.
    if (evicted) await db.meta.put({ key: "lost", value: true });
    if (empty) await seedBundle(db, staging, options);
    const [lostRow, reseeded] = await db.meta.bulkGet(["lost", "reseeded"]);
    const lost = evicted || lostRow !== undefined;
    const store: Store = { mode: "database", db, shelf: databaseShelf(db), staging, lost };
    if (lost) await noteReseeded(store, options.now());
    else recallReseeded(store, reseeded?.value as number | undefined, options.now());
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

export interface Tended {
  /** The people in use may have changed. */
  changed: boolean;
  /** Feeds of which a dossier was lost or fell back to an older version: to be fetched again. */
  lost: string[];
}

/**
 * What a start does beside answering: repairs what is damaged, brings in a newer bundled dossier after an update of the
 * extension, cleans up after a killed sync.
 */
export async function tendStore(store: Store, options: StoreOptions): Promise<Tended> {
  if (store.mode === "memory") return { changed: false, lost: [] };
  const { db, staging } = store;
  const damaged = await repair(db);
  const { version } = ((await db.meta.get("bundle"))?.value ?? {}) as { version?: string };
  let changed = damaged.length > 0;
  if (damaged.length || version !== options.appVersion) changed = (await seedBundle(db, staging, options)) || changed;
  if (damaged.length) await noteReseeded(store, options.now());
  await cleanUp(db, options.now(), staging);
  return { changed, lost: damaged.flatMap(({ row: { origin } }) => (origin.type === "feed" ? origin.feed : [])) };
}

/** Puts the bundled dossier in place; also when the reader wants it back. */
export async function seedBundle(db: Database, staging: Staging, options: StoreOptions): Promise<boolean> {
  const file = await readFile(await options.loadBundle(), options.parse);
  const seeded = await seed(db, staging, file, options.now());
  await db.meta.put({ key: "bundle", value: { version: options.appVersion, id: file.dossier.id } });
  return seeded;
}

/** Id of the dossier that came with the extension, once it has been seeded. */
export async function bundledId(db: Database): Promise<string | undefined> {
  return ((await db.meta.get("bundle"))?.value as { id?: string } | undefined)?.id;
}

/** Milliseconds for which the reader is told of a loss: long enough to be seen by somebody who opens the page rarely. */
const NOTICE_TIME = 7 * 24 * 60 * 60 * 1000;

function recallReseeded(store: Store, at: number | undefined, now: number): void {
  if (store.mode === "database" && at !== undefined && Math.abs(now - at) < NOTICE_TIME) store.reseeded = at;
}

async function noteReseeded(store: Store, at: number): Promise<void> {
  if (store.mode !== "database") return;
  store.reseeded = at;
  await store.db.meta.put({ key: "reseeded", value: at });
}
