import type { FeedTrust } from "../dossier/feed.ts";
import { FEED_FORMAT } from "../dossier/feed-schema.ts";
import type { KeyChange } from "../dossier/rows.ts";
import { declined } from "../store/removal.ts";
import { holdsData } from "../store/store.ts";
import type { Database, FeedRecord } from "../store/tables.ts";

/** What cannot be fetched again of one feed, once the database is gone: its address, whom to trust, how often to ask. */
export interface Subscription {
  url: string;
  title: string;
  publisher: string;
  fingerprint?: string;
  keyChange?: KeyChange & { at: number };
  /** Pinned keys and high-water marks: without them a lost database would let an old or foreign version in. */
  trust: FeedTrust;
  interval?: number;
  added: number;
}

export interface BackupData {
  feeds: Subscription[];
  /** Ids of dossiers that the reader removed. */
  declined: string[];
}

/** A small place outside of the database (`storage.local`), which browsers do not evict together with it. */
export interface Backup {
  /** What was saved last, as far as it is still that; undefined: nothing was. */
  load(): Promise<unknown>;
  save(data: BackupData): Promise<void>;
}

/** What is to be kept of the database; undefined where it is not the one that was filled: it has gone meanwhile. */
export async function takeBackup(db: Database): Promise<BackupData | undefined> {
  return db.transaction("r", db.feeds, db.meta, async () => {
    if (!(await holdsData(db))) return undefined;
    const feeds = await db.feeds.toArray();
    return { feeds: feeds.map(subscription), declined: [...(await declined(db))] };
  });
}

function subscription(record: FeedRecord): Subscription {
  const { url, title, publisher, fingerprint, keyChange, trust, interval, added } = record;
  return {
    url,
    title,
    publisher,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(keyChange === undefined ? {} : { keyChange }),
    trust,
    ...(interval === undefined ? {} : { interval }),
    added,
  };
}

/**
 * Puts back subscriptions of which the database knows nothing; each is due at once. Only where the database was evicted
 * (`lost`), or where a dossier is installed whose feed's record has gone: else a feed that was removed a moment before the
 * worker was killed would come back. Returns how many.
 */
export async function restoreBackup(db: Database, data: BackupData, lost: boolean, now: number): Promise<number> {
  // Nearly always there is nothing to do, and a transaction that writes would hold up others at every start.
  if (!lost && !(await missing(db, data, lost)).length) return 0;
  return db.transaction("rw", db.feeds, db.installed, db.removed, db.meta, async () => {
    const feeds = await missing(db, data, lost);
    await db.feeds.bulkPut(feeds.map((one) => record(one, now)));
    if (lost) {
      await db.meta.put({ key: "declined", value: data.declined });
      await db.installed.bulkDelete(data.declined);
      await db.meta.delete("lost");
    }
    return feeds.length;
  });
}

async function missing(db: Database, { feeds }: BackupData, lost: boolean): Promise<Subscription[]> {
  const known = new Set([
    ...(await db.feeds.toCollection().primaryKeys()),
    ...(await db.removed.toCollection().primaryKeys()),
  ]);
  const unknown = feeds.filter(({ url }) => !known.has(url));
  if (lost || !unknown.length) return unknown;
  const installed = await db.installed.toArray();
  const orphaned = new Set(installed.map(({ origin }) => (origin.type === "feed" ? origin.feed : undefined)));
  return unknown.filter(({ url }) => orphaned.has(url));
}

function record(kept: Subscription, now: number): FeedRecord {
  const { title, publisher } = kept;
  const index: FeedRecord["index"] = { format: FEED_FORMAT, title, publisher, dossiers: [] };
  return { ...kept, index, unread: true, signers: [], validators: {}, attempts: 0, next: now, resume: now };
}

/** Writes the backup whenever it differs from the last one written; calls that come while it writes are joined. */
export function createKeeper(backup: Backup, take: () => Promise<BackupData | undefined>) {
  let written: string | undefined;
  let work: Promise<void> | undefined;
  let again = false;

  async function write(): Promise<void> {
    do {
      again = false;
      const data = await take();
      const text = JSON.stringify(data);
      if (!data || text === written) continue;
      await backup.save(data);
      written = text;
    } while (again);
  }

  return {
    /** Never rejects: without a backup everything works, until the browser evicts. */
    keep(): Promise<void> {
      again = true;
      work ??= write()
        .catch(() => {})
        .finally(() => {
          work = undefined;
        });
      return work;
    },
  };
}
