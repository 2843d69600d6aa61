import { type ErrorInfo, errorInfo } from "../dossier/errors.ts";
import type { Dossier } from "../dossier/schema.ts";
import type { Staging } from "./install.ts";
import { type Damage, repair } from "./integrity.ts";
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
  /** What the last start could not do. */
  trouble?: ErrorInfo;
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
    const isNew = !(await holdsData(db));
    const evicted = isNew && (await options.hadData());
    // Noted before the seed: a worker killed between the two must not take the seed for all there ever was.
    if (evicted) await db.meta.put({ key: "lost", value: true });
    if (isNew || (await db.installed.count()) === 0) await seedBundle(db, staging, options);
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
 * What a start does beside answering: repairs what is damaged, cleans up after a killed sync, brings in a newer bundled
 * dossier after an update of the extension. A step that fails (the disk is full) keeps none of the others from being
 * tried; the last failure is told as `store.trouble`, and the next start tries again. `cleaning` deletes what is no longer
 * needed. `mended` is called, perhaps more than once, as soon as nothing damaged is in use and a bundled dossier that was lost
 * is back, or cannot be had for now: cards wait for it, so it waits neither for cleaning nor for a newer bundled dossier.
 */
export async function tendStore(
  store: Store,
  options: StoreOptions,
  cleaning: () => Promise<unknown>,
  mended: () => void = () => {},
): Promise<Tended> {
  if (store.mode === "memory") return { changed: false, lost: [] };
  const { db, staging } = store;
  delete store.trouble;
  const attempt = async <T>(step: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      store.trouble = errorInfo(error);
      return otherwise;
    }
  };
  const clean = () => attempt(async () => void (await cleaning()), undefined);
  const reseed = () => seedBundle(db, staging, options);
  const damaged: Damage[] = [];
  const isMended = await repair(db, damaged).then(
    () => true,
    () => false,
  );
  // A feed's comes with its next check; the bundled one is back in a moment.
  const isLost = isMended && damaged.some(({ row, rescued }) => !rescued && row.origin.type !== "feed");
  let isSeeded = isLost ? await reseed().catch(() => undefined) : undefined;
  if (isMended) mended();
  // It may make the room that the others need.
  await clean();
  if (!isMended) await attempt(() => repair(db, damaged), undefined);
  const { version } = (await attempt(() => bundleOf(db), undefined)) ?? {};
  if (isSeeded === undefined && (damaged.length > 0 || version !== options.appVersion))
    isSeeded = await attempt(reseed, false);
  mended();
  if (damaged.length) await attempt(() => noteReseeded(store, options.now()), undefined);
  // What these two have replaced; at most starts there is nothing.
  const changed = isSeeded === true || damaged.length > 0;
  if (changed) await clean();
  return {
    changed,
    lost: damaged.flatMap(({ row: { origin } }) => (origin.type === "feed" ? origin.feed : [])),
  };
}

/** Whether this database was ever filled. One that was and is not now has been taken away by the browser. */
export async function holdsData(db: Database): Promise<boolean> {
  return (await db.meta.get("bundle")) !== undefined;
}

/** Puts the bundled dossier in place; also when the reader wants it back. */
export async function seedBundle(db: Database, staging: Staging, options: StoreOptions): Promise<boolean> {
  const file = await readFile(await options.loadBundle(), options.parse);
  const seeded = await seed(db, staging, file, options.now());
  const bundle: Bundle = { version: options.appVersion, id: file.dossier.id, title: file.dossier.title };
  await db.meta.put({ key: "bundle", value: bundle });
  return seeded;
}

/** The dossier that came with the extension: of which version of that, and what it is. */
export interface Bundle {
  version: string;
  id: string;
  title: string;
}

/** Undefined until it has been seeded. */
export async function bundleOf(db: Database): Promise<Bundle | undefined> {
  return (await db.meta.get("bundle"))?.value as Bundle | undefined;
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
