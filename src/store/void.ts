import type { Database, InstalledRow, RemovedRow } from "./tables.ts";

/** What a recovery key has settled for one feed. */
export interface Recovery {
  feed: string;
  /** Raw public keys that are trusted after it. */
  trusted: ReadonlySet<string>;
  /** SHA-256 (hex) of what the index lists, by the id under which it is installed. */
  listed: ReadonlyMap<string, string>;
}

/**
 * After a recovery a version counts only where one of the keys that brought it is trusted still: any other may be a
 * thief's, and nothing tells it from an honest one. Such versions are marked as void: no dossier goes back to one, and one
 * that was removed is not put back; the version in use stays in use until the feed's own replaces it.
 * Nor is one held back that the reader had rolled back and the publisher does not list. Call it inside a transaction that
 * writes `generations`, `installed` and `removed`.
 */
export async function voidVersions(db: Database, { feed, trusted, listed }: Recovery): Promise<void> {
  const own = await db.generations.where("installed").startsWith(`${feed}#`).toArray();
  const fallen = own.filter(({ signers = [] }) => !signers.some((key) => trusted.has(key))).map(({ g }) => g);
  await db.generations.bulkUpdate(fallen.map((g) => ({ key: g, changes: { void: true } })));
  const gone = new Set(fallen);
  const settled = (row: InstalledRow): InstalledRow => {
    const { previous, refused, ...rest } = row;
    return {
      ...rest,
      ...(previous === undefined || gone.has(previous) ? {} : { previous }),
      ...(refused === undefined || refused.digest !== listed.get(row.id) ? {} : { refused }),
    };
  };
  const held = await db.installed.where("id").startsWith(`${feed}#`).toArray();
  await db.installed.bulkPut(held.map(settled));
  const removed = await db.removed.where("id").startsWith(`${feed}#`).toArray();
  // What the reader would put back comes from the feed instead.
  const isFallen = (row: RemovedRow) => row.installed.some(({ current }) => gone.has(current));
  await db.removed.bulkDelete(removed.filter(isFallen).map(({ id }) => id));
  const kept = removed.filter((row) => !isFallen(row));
  await db.removed.bulkPut(kept.map((row) => ({ ...row, installed: row.installed.map(settled) })));
}

/** The version in use has been listed again, in an index that these keys have signed: it counts by them from now on. */
export async function vouchAgain(db: Database, g: number, signers: readonly string[]): Promise<void> {
  await db.generations
    .where("g")
    .equals(g)
    .modify((row) => {
      row.signers = [...signers];
      delete row.void;
    });
}
