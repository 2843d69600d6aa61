import { type FeedTrust, isRecoveryKey } from "../dossier/feed.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";

/** Changes a feed's record in one transaction; nothing where it has been removed meanwhile. Absent keys are deleted. */
export async function updateFeed(
  db: Database,
  url: string,
  change: (record: FeedRecord) => FeedRecord,
): Promise<FeedRecord | undefined> {
  return writing(db, [db.feeds], async () => {
    const record = await db.feeds.get(url);
    if (!record) return undefined;
    const changed = change(record);
    await db.feeds.put(changed);
    return changed;
  });
}

/** Whether nobody but a recovery key has signed: what is shown of the signature is that key's. */
export function isByRecovery(signers: readonly string[], { keys }: FeedTrust): boolean {
  return signers.length > 0 && signers.every((key) => isRecoveryKey(keys, key));
}

/** The id under which a feed's dossier is installed: ids of two feeds never collide. */
export function installedId(url: string, dossier: string): string {
  return `${url}#${dossier}`;
}

/**
 * Whether a feed is known to list the dossier installed under this id no more. Of one whose record came back without its
 * index that is not known.
 */
export function isDelisted({ url, index, unread }: FeedRecord, id: string): boolean {
  return !unread && !index.dossiers.some((entry) => installedId(url, entry.id) === id);
}

/** Dossiers of feeds that were found lost: due at once, and the whole index is asked for. */
export async function refetch(db: Database, urls: readonly string[], now: number): Promise<void> {
  for (const url of urls) await updateFeed(db, url, (record) => ({ ...record, validators: {}, resume: now }));
}
