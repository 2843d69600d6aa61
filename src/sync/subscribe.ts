import { DramatisError } from "../dossier/errors.ts";
import { feedAddress } from "../dossier/feed-address.ts";
import { allow } from "../store/removal.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { withIndex } from "./check-feed.ts";
import type { Ports } from "./ports.ts";
import { firstIndex } from "./preview.ts";

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
  const fetched = await firstIndex(ports, url);
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
