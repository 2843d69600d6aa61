import type { FailedResult, SyncResult } from "../dossier/rows.ts";
import type { Database } from "../store/tables.ts";

/** Entries kept of a feed's updates and roll-backs, and of its failures: a host that is dead erases no update. */
const KEPT = 100;

/**
 * Notes a failure in a feed's history. The same one again (same codes, same dossiers) is counted, not listed anew. To be
 * called inside a transaction over `history`. Returns whether there is an entry more.
 */
export async function noteFailure(db: Database, feed: string, at: number, result: SyncResult): Promise<boolean> {
  const last = await db.history.where("feed").equals(feed).last();
  if (!last || !isSame(last.result, result)) {
    await db.history.add({ feed, at, result, changes: [] });
    return true;
  }
  const { times, since } = last.repeated ?? { times: 1, since: last.at };
  await db.history.put({ ...last, at, result, repeated: { times: times + 1, since } });
  return false;
}

function isSame(one: SyncResult, other: SyncResult): boolean {
  if (one.type !== "failed" || other.type !== "failed") return false;
  if (one.updated || other.updated) return false;
  return signature(one) === signature(other);
}

/** What failed and by which code; the words may differ from time to time. */
function signature({ error, dossier, others = [], unlisted }: FailedResult): string {
  return JSON.stringify([error.code, dossier?.id, others.map((one) => [one.error.code, one.id]), unlisted]);
}

/** Deletes the oldest entries; never the `fresh` ones, failures aside, that the last check has just written. Inside a transaction. */
export async function shortenHistory(db: Database, feed: string, fresh: number): Promise<void> {
  const failures: number[] = [];
  const others: number[] = [];
  // One at a time: what all of them hold is megabytes.
  await db.history
    .where("feed")
    .equals(feed)
    .each(({ result }, { primaryKey }) => void (result.type === "failed" ? failures : others).push(primaryKey));
  await db.history.bulkDelete([...failures.slice(0, -KEPT), ...others.slice(0, -Math.max(KEPT, fresh))]);
}
