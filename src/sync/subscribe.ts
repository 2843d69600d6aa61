import { DramatisError } from "../dossier/errors.ts";
import { publisherName } from "../dossier/feed.ts";
import { feedAddress } from "../dossier/feed-address.ts";
import type { FeedPreview } from "../dossier/rows.ts";
import { allow } from "../store/removal.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { withIndex } from "./check-feed.ts";
import { type FetchedIndex, fetchIndex } from "./fetch-index.ts";
import type { Ports } from "./ports.ts";

/** What a feed says of itself before the reader says yes. Nothing is kept. Throws what `fetchIndex` throws, `bad-address`. */
export async function previewFeed(ports: Ports, typed: string): Promise<FeedPreview> {
  const url = feedAddress(typed);
  return preview(url, await fetchIndex(ports, url, undefined, new AbortController().signal));
}

function preview(url: string, { index, verified }: FetchedIndex): FeedPreview {
  return {
    url,
    title: index.title,
    publisher: publisherName(index),
    ...(verified.fingerprint ? { fingerprint: verified.fingerprint } : {}),
    bytes: index.dossiers.reduce((sum, { bytes }) => sum + bytes, 0),
    dossiers: index.dossiers.map(({ id, title, version, updated, bytes }) => ({
      id,
      title: title ?? id,
      version,
      ...(updated === undefined ? {} : { updated }),
      bytes,
    })),
  };
}

/** What the reader said yes to. */
export interface Shown {
  /** Undefined: it was shown as not signed. */
  fingerprint?: string | undefined;
}

/**
 * Subscribes to a feed: its index is fetched and verified again, its keys are pinned, and it is due at once. The dossiers
 * come with the first check. Throws `duplicate-feed` where it is subscribed to already, `changed-key` where it is signed
 * by another key than was shown: all later trust rests on this moment.
 */
export async function addFeed(db: Database, ports: Ports, typed: string, shown?: Shown): Promise<FeedRecord> {
  const url = feedAddress(typed);
  if (await db.feeds.get(url)) throw new DramatisError("duplicate-feed", [url]);
  const fetched = await fetchIndex(ports, url, undefined, new AbortController().signal);
  if (shown && shown.fingerprint !== fetched.verified.fingerprint) throw new DramatisError("changed-key", [url]);
  const now = ports.now();
  const blank: FeedRecord = {
    url,
    title: "",
    publisher: "",
    trust: fetched.verified.trust,
    index: fetched.index,
    signers: [],
    validators: {},
    added: now,
    attempts: 0,
    next: now,
    resume: now,
  };
  const record = withIndex(blank, fetched);
  await writing(db, [db.feeds, db.removed, db.meta], async () => {
    if (await db.feeds.get(url)) throw new DramatisError("duplicate-feed", [url]);
    await db.feeds.add(record);
    await db.removed.delete(url);
    await allow(db, (id) => id.startsWith(`${url}#`));
  });
  return record;
}
