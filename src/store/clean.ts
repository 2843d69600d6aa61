import { writing } from "./storage-error.ts";
import { type Database, RECORD_TABLES } from "./tables.ts";

/** Keys deleted in one transaction: a long one would hold up every card. */
const BATCH = 2_000;
/** Milliseconds that what was removed can be put back. */
export const UNDO_TIME = 24 * 60 * 60 * 1000;

/**
 * Deletes what nothing refers to: older versions, and generations of a sync that was killed. May be cut off at any
 * point: the row of a generation goes last, so the next call finds what is left. `staging` holds the generations that
 * are being written right now.
 */
export async function cleanUp(db: Database, now: number, staging: ReadonlySet<number>): Promise<void> {
  const old = await db.removed.filter((row) => Math.abs(now - row.at) > UNDO_TIME).primaryKeys();
  await db.removed.bulkDelete(old);
  await forget(db);
  for (const g of await orphans(db, staging)) await deleteGeneration(db, g);
}

/** What was noted of feeds and dossiers that are gone for good: nobody who reads the disk needs to know them. */
async function forget(db: Database): Promise<void> {
  await writing(db, [db.history, db.seen, db.installed, db.feeds, db.removed], async () => {
    const removed = await db.removed.toArray();
    const feeds = new Set([...(await db.feeds.toCollection().primaryKeys()), ...removed.map(({ id }) => id)]);
    const installed = new Set([
      ...(await db.installed.toCollection().primaryKeys()),
      ...removed.flatMap((row) => row.installed.map(({ id }) => id)),
    ]);
    for (const feed of await db.history.orderBy("feed").uniqueKeys())
      if (!feeds.has(String(feed))) await db.history.where("feed").equals(feed).delete();
    const seen = await db.seen.toCollection().primaryKeys();
    await db.seen.bulkDelete(seen.filter(([dossier]) => !installed.has(dossier)));
  });
}

async function orphans(db: Database, staging: ReadonlySet<number>): Promise<number[]> {
  // One transaction: a generation that is switched to between two reads must not look like an orphan.
  return db.transaction("r", db.installed, db.removed, db.generations, async () => {
    const removed = await db.removed.toArray();
    const rows = [...(await db.installed.toArray()), ...removed.flatMap((row) => row.installed)];
    const used = new Set(rows.flatMap((row) => [row.current, row.previous]));
    const all = await db.generations.toCollection().primaryKeys();
    return all.filter((g) => !used.has(g) && !staging.has(g));
  });
}

async function deleteGeneration(db: Database, g: number): Promise<void> {
  for (const name of RECORD_TABLES) {
    const table = db.table<unknown, [number, string]>(name);
    for (;;) {
      const keys = await table.where("[g+id]").between([g, ""], [g, []]).limit(BATCH).primaryKeys();
      if (!keys.length) break;
      await table.bulkDelete(keys);
    }
  }
  await db.generations.delete(g);
}
