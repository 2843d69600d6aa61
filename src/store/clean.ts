import type { Table } from "dexie";
import { writing } from "./storage-error.ts";
import { type Database, RECORD_TABLES } from "./tables.ts";

/** Keys deleted in one transaction: a long one would hold up every card. */
const BATCH = 2_000;
/** Milliseconds that what was removed can be put back. */
export const UNDO_TIME = 24 * 60 * 60 * 1000;

/** Whether what was removed then can no longer be put back. */
export const isLapsed = (now: number, { at }: { at: number }): boolean => Math.abs(now - at) > UNDO_TIME;

/**
 * Deletes what was removed and is named in `gone`, since it can no longer be put back, and then what nothing refers to.
 * Returns how many generations went.
 */
export async function cleanUp(db: Database, staging: ReadonlySet<number>, gone: readonly string[]): Promise<number> {
  if (gone.length) await db.removed.bulkDelete([...gone]);
  await forget(db);
  return sweep(db, staging);
}

/**
 * Deletes what nothing refers to: older versions, and generations of a sync that was killed. May be cut off at any
 * point: the row of a generation goes last, so the next call finds what is left. `staging` holds the generations that
 * are being written right now. Returns how many went.
 */
export async function sweep(db: Database, staging: ReadonlySet<number>): Promise<number> {
  const unused = await orphans(db, staging);
  for (const g of unused) await deleteGeneration(db, g);
  return unused.length;
}

/**
 * Makes all the room that can be made without losing what is in use: what was removed and is named in `gone` cannot be put
 * back any more, and there is no earlier version to go back to. Deletes only, which works on a full disk too.
 */
export async function freeRoom(db: Database, staging: ReadonlySet<number>, gone: readonly string[]): Promise<void> {
  await db.removed.bulkDelete([...gone]);
  for (const g of await spare(db, staging)) await deleteGeneration(db, g, () => isInUse(db, g));
}

/** Generations that no installed dossier uses now, nor one that can be put back. */
async function spare(db: Database, staging: ReadonlySet<number>): Promise<number[]> {
  // One transaction: a generation that is switched to between two reads must not look as if nobody used it.
  return db.transaction("r", db.installed, db.removed, db.generations, async () => {
    const used = new Set(await usedAfterRemoval(db));
    for (const { current } of await db.installed.toArray()) used.add(current);
    const all = await db.generations.toCollection().primaryKeys();
    return all.filter((g) => !used.has(g) && !staging.has(g));
  });
}

/** Whether a dossier uses this generation: it may have been rolled back to it a moment ago. */
async function isInUse(db: Database, g: number): Promise<boolean> {
  return (await db.installed.filter(({ current }) => current === g).count()) > 0;
}

/** What was noted of feeds and dossiers that are gone for good: nobody who reads the disk needs to know them. */
async function forget(db: Database): Promise<void> {
  const tables = [db.history, db.seen, db.installed, db.feeds, db.removed];
  // Nearly always there is nothing to forget, and a transaction that writes would hold up every card.
  const { feeds, seen } = await db.transaction("r", tables, () => forgettable(db));
  if (!feeds.length && !seen.length) return;
  await writing(db, tables, async () => {
    // Read anew: a feed may have been put back or added since.
    const found = await forgettable(db);
    for (const feed of found.feeds) await db.history.where("feed").equals(feed).delete();
    await db.seen.bulkDelete(found.seen);
  });
}

/** Feeds with a history that are gone, and the keys of what was seen of dossiers that are. */
async function forgettable(db: Database): Promise<{ feeds: string[]; seen: [string, string][] }> {
  const removed = await db.removed.toArray();
  const feeds = new Set([...(await db.feeds.toCollection().primaryKeys()), ...removed.map(({ id }) => id)]);
  const installed = new Set([
    ...(await db.installed.toCollection().primaryKeys()),
    ...removed.flatMap((row) => row.installed.map(({ id }) => id)),
  ]);
  const told = (await db.history.orderBy("feed").uniqueKeys()).map(String);
  const seen = await db.seen.toCollection().primaryKeys();
  return {
    feeds: told.filter((feed) => !feeds.has(feed)),
    seen: seen.filter(([dossier]) => !installed.has(dossier)),
  };
}

async function orphans(db: Database, staging: ReadonlySet<number>): Promise<number[]> {
  // One transaction: a generation that is switched to between two reads must not look like an orphan.
  return db.transaction("r", db.installed, db.removed, db.generations, async () => {
    const used = await usedGenerations(db);
    const all = await db.generations.toCollection().primaryKeys();
    return all.filter((g) => !used.has(g) && !staging.has(g));
  });
}

/** Generations that an installed dossier needs, or one that can be put back. */
export async function usedGenerations(db: Database): Promise<Set<number | undefined>> {
  const rows = await db.installed.toArray();
  return new Set([...rows.flatMap((row) => [row.current, row.previous]), ...(await usedAfterRemoval(db))]);
}

/** Those that a dossier needs which can be put back. */
async function usedAfterRemoval(db: Database): Promise<(number | undefined)[]> {
  const rows = (await db.removed.toArray()).flatMap((row) => row.installed);
  return rows.flatMap((row) => [row.current, row.previous]);
}

/**
 * Deletes one generation, its row last. May be cut off at any point. `isSpared` is asked in the transaction of each step, over
 * `installed` too; once it says so nothing more is deleted. Nobody goes back to a generation of which something is gone
 * (`rollBack`).
 */
export async function deleteGeneration(db: Database, g: number, isSpared?: () => Promise<boolean>): Promise<void> {
  const step = <T>(table: Table, work: () => Promise<T>, otherwise: T): Promise<T> =>
    db.transaction("rw", isSpared ? [table, db.installed] : [table], async () =>
      (await isSpared?.()) ? otherwise : work(),
    );
  for (const name of RECORD_TABLES) {
    const table = db.table<unknown, [number, string]>(name);
    const batch = async () => {
      const keys = await table.where("[g+id]").between([g, ""], [g, []]).limit(BATCH).primaryKeys();
      await table.bulkDelete(keys);
      return keys.length;
    };
    while ((await step(table, batch, 0)) > 0);
  }
  await step(db.generations, () => db.generations.delete(g), undefined);
}
