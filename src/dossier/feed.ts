import { check, checkFormat } from "./check.ts";
import { isCalendarDate } from "./dates.ts";
import { DramatisError } from "./errors.ts";
import { FaultList } from "./faults.ts";
import { FEED_FORMAT, type Feed, type FeedEntry, feedSchema } from "./feed-schema.ts";
import { readJson } from "./json.ts";
import { LIMITS } from "./limits.ts";
import type { Dossier } from "./schema.ts";

export type { FeedTrust, KeyMark, PinnedKey, VerifiedFeed } from "./feed-trust.ts";
export { checkEntry, checkExpiry, isRecoveryKey, markInstalled, verifyDossier, verifyFeed } from "./feed-verify.ts";

/**
 * Reads a feed index: size, UTF-8, JSON, format, schema, no id or key listed twice.
 * Throws DramatisError: empty-body, too-large, bad-json, needs-newer-format, bad-schema.
 */
export function parseFeed(input: string | Uint8Array): Feed {
  const { feed, faults } = checkFeedFile(input);
  faults.throwIfAny();
  return feed!;
}

/** As `parseFeed`, but hands over all faults of the content: for publishers. The index is there when there are none. */
export function checkFeedFile(input: string | Uint8Array): { feed?: Feed; faults: FaultList } {
  const faults = new FaultList();
  const value = readJson(input, LIMITS.feedBytes, faults);
  if (faults.count > 0) return { faults };
  checkFormat(value, FEED_FORMAT);
  const feed = check(feedSchema, value, "", faults);
  if (feed) crossCheckFeed(feed, faults);
  return feed && faults.count === 0 ? { feed, faults } : { faults };
}

function crossCheckFeed(feed: Feed, faults: FaultList): void {
  const unique = (list: string, field: string, values: readonly string[]): void => {
    const first = new Map<string, number>();
    for (const [index, value] of values.entries()) {
      const at = first.get(value);
      if (at === undefined) first.set(value, index);
      else faults.add(`${list}[${index}].${field}`, `is the same as in ${list}[${at}]`);
    }
  };
  const date = (place: string, value: string | undefined): void => {
    if (value === undefined) return;
    if (!isCalendarDate(value.slice(0, 10)) || Number.isNaN(Date.parse(value))) {
      faults.add(place, `there is no such date, found "${value}"`);
    }
  };
  const bytes = feed.dossiers.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > LIMITS.feedTotal) {
    faults.add("dossiers", `are ${bytes} bytes in all, at most ${LIMITS.feedTotal} are allowed in one feed`);
  }
  const { keys = [] } = feed;
  unique(
    "dossiers",
    "id",
    feed.dossiers.map((entry) => entry.id),
  );
  unique(
    "keys",
    "key",
    keys.map((entry) => entry.key),
  );
  date("updated", feed.updated);
  date("expires", feed.expires);
  for (const [index, entry] of feed.dossiers.entries()) {
    date(`dossiers[${index}].updated`, entry.updated);
    date(`dossiers[${index}].expires`, entry.expires);
  }
  for (const [index, entry] of keys.entries()) {
    date(`keys[${index}].created`, entry.created);
    date(`keys[${index}].retired`, entry.retired);
  }
}

/** The parsed dossier must be the one the entry names. Throws DramatisError bad-schema with the place. */
export function matchEntry(dossier: Dossier, entry: FeedEntry): void {
  const faults = new FaultList();
  if (dossier.id !== entry.id) faults.add("id", `must be "${entry.id}" as the feed says, found "${dossier.id}"`);
  if (dossier.version !== entry.version) {
    faults.add("version", `must be ${entry.version} as the feed says, found ${dossier.version}`);
  }
  faults.throwIfAny();
}

/**
 * Absolute address of an entry's dossier. Throws DramatisError bad-address unless it is http or https, insecure-file where it
 * is not https though the index came by https.
 */
export function entryAddress(entry: FeedEntry, feedUrl: string): string {
  const address = URL.canParse(entry.url, feedUrl) ? new URL(entry.url, feedUrl) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password) {
    throw new DramatisError("bad-address", [entry.url]);
  }
  const isDowngrade = new URL(feedUrl).protocol === "https:" && address.protocol === "http:";
  if (isDowngrade) throw new DramatisError("insecure-file", [entry.url]);
  return address.href;
}

/** The publisher's name of a feed. */
export function publisherName(feed: Feed): string {
  return typeof feed.publisher === "string" ? feed.publisher : feed.publisher.name;
}
