import { DramatisError } from "../dossier/errors.ts";
import { deleteGeneration, usedGenerations } from "./clean.ts";
import { isFull, writing } from "./storage-error.ts";
import type { Database, InstalledRow, RemovedRow } from "./tables.ts";

/** Ids that the reader removed: neither the bundle nor a feed brings them back. */
export async function declined(db: Database): Promise<Set<string>> {
  return new Set(((await db.meta.get("declined"))?.value as string[] | undefined) ?? []);
}

async function setDeclined(db: Database, change: (ids: Set<string>) => void): Promise<void> {
  const ids = await declined(db);
  const { size } = ids;
  change(ids);
  // What changes nothing needs no room on a full disk.
  if (ids.size !== size) await db.meta.put({ key: "declined", value: [...ids] });
}

/** The reader asked for these again. */
export async function allow(db: Database, test: (id: string) => boolean): Promise<void> {
  await writing(db, [db.meta], () =>
    setDeclined(db, (ids) => {
      for (const id of ids) if (test(id)) ids.delete(id);
    }),
  );
}

/**
 * Takes one dossier out of use; its records stay until they are cleaned away, so that it can be put back. On a disk so full
 * that this cannot be noted it goes at once and for good. Throws `not-found`.
 */
export async function removeDossier(db: Database, id: string, now: number): Promise<void> {
  const row = await db.installed.get(id);
  await unlessFull(
    () => setAside(db, id, now),
    async () => {
      await drop(db, row ? [row] : []);
      // There is room by now, or nothing that could bring it back finds any either.
      await writing(db, [db.meta], () => setDeclined(db, (ids) => ids.add(id))).catch(() => {});
    },
  );
}

async function unlessFull(work: () => Promise<void>, onFull: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isFull(error)) throw error;
    await onFull();
  }
}

/** Deletes installed dossiers with all their records: works where nothing can be written. */
async function drop(db: Database, rows: readonly InstalledRow[]): Promise<void> {
  await db.installed.bulkDelete(rows.map((row) => row.id));
  const used = await usedGenerations(db);
  const own = rows.flatMap(({ current, previous }) => (previous === undefined ? [current] : [current, previous]));
  for (const g of own) if (!used.has(g)) await deleteGeneration(db, g);
}

async function setAside(db: Database, id: string, now: number): Promise<void> {
  await writing(db, [db.installed, db.removed, db.meta], async () => {
    const row = await db.installed.get(id);
    if (!row) throw new DramatisError("not-found", [id]);
    await db.installed.delete(id);
    await db.removed.put({ id, at: now, installed: [row] });
    await setDeclined(db, (ids) => ids.add(id));
  });
}

/** Puts a removed dossier back. Returns false where it has been cleaned away: it may be seeded or downloaded again. */
export async function restoreDossier(db: Database, id: string): Promise<boolean> {
  return writing(db, [db.installed, db.removed, db.meta], async () => {
    const removed = await db.removed.get(id);
    await setDeclined(db, (ids) => ids.delete(id));
    if (!removed) return false;
    await putBack(db, removed.installed);
    await db.removed.delete(id);
    return true;
  });
}

/** Takes a feed and all its dossiers out of use; on a full disk as `removeDossier` does. Throws `not-found`. */
export async function removeFeed(db: Database, url: string, now: number): Promise<void> {
  await unlessFull(
    () => setFeedAside(db, url, now),
    async () => {
      await db.feeds.delete(url);
      await drop(db, await ofFeed(db, url));
    },
  );
}

async function setFeedAside(db: Database, url: string, now: number): Promise<void> {
  await writing(db, [db.installed, db.feeds, db.removed], async () => {
    const feed = await db.feeds.get(url);
    if (!feed) throw new DramatisError("not-found", [url]);
    const installed = await ofFeed(db, url);
    await db.installed.bulkDelete(installed.map((row) => row.id));
    await db.feeds.delete(url);
    // What of it was removed before goes for good: put back without its feed it would never be updated again.
    await db.removed.where("id").startsWith(`${url}#`).delete();
    const entry: RemovedRow = { id: url, at: now, installed, feed };
    await db.removed.put(entry);
  });
}

/** Puts a removed feed back with all it had. Throws `feed-deleted` where it has been cleaned away. */
export async function restoreFeed(db: Database, url: string): Promise<void> {
  await writing(db, [db.installed, db.feeds, db.removed], async () => {
    const removed = await db.removed.get(url);
    const isThere = (await db.feeds.get(url)) !== undefined;
    // Put back a moment ago, from another page.
    if (!removed?.feed && isThere) return;
    if (!removed?.feed) throw new DramatisError("feed-deleted", [url]);
    if (isThere) throw new DramatisError("duplicate-feed", [url]);
    await db.feeds.put(removed.feed);
    await putBack(db, removed.installed);
    await db.removed.delete(url);
  });
}

/** Installed dossiers of one feed. */
export function ofFeed(db: Database, url: string): Promise<InstalledRow[]> {
  return db.installed.filter(({ origin }) => origin.type === "feed" && origin.feed === url).toArray();
}

/** What was installed anew in the meantime stays. */
async function putBack(db: Database, rows: readonly InstalledRow[]): Promise<void> {
  const held = await db.installed.bulkGet(rows.map((row) => row.id));
  await db.installed.bulkPut(rows.filter((_, i) => !held[i]));
}
