import { DramatisError } from "../dossier/errors.ts";
import { publisherName } from "../dossier/feed.ts";
import { feedAddress } from "../dossier/feed-address.ts";
import type { FeedPreview, HeldElsewhere } from "../dossier/rows.ts";
import { feedTitles } from "../store/feed-titles.ts";
import type { Database } from "../store/tables.ts";
import { isByRecovery } from "./feed-record.ts";
import { type FetchedIndex, fetchIndex } from "./fetch-index.ts";
import type { Ports } from "./ports.ts";

/**
 * What a feed says of itself before the reader says yes, and what of it is here already. Nothing is kept. Throws what
 * `feedAddress` and `firstIndex` throw, and `duplicate-feed` without asking its host again.
 */
export async function previewFeed(db: Database, ports: Ports, typed: string): Promise<FeedPreview> {
  const url = feedAddress(typed);
  if (await db.feeds.get(url)) throw new DramatisError("duplicate-feed", [url]);
  const fetched = await firstIndex(ports, url);
  const held = await heldElsewhere(
    db,
    fetched.index.dossiers.map(({ id }) => id),
  );
  return preview(url, fetched, held);
}

/** The index of a feed that is not held yet. Throws what `fetchIndex` throws, `page-as-feed` where a web page is there. */
export async function firstIndex(ports: Ports, url: string): Promise<FetchedIndex> {
  try {
    return await fetchIndex(ports, url, undefined, new AbortController().signal);
  } catch (error) {
    const isPage =
      error instanceof DramatisError && error.code === "content-type" && /html/.test(error.details[1] ?? "");
    throw isPage ? new DramatisError("page-as-feed", [url], { cause: error }) : error;
  }
}

/** By a dossier's own id, every installed one that bears it, feeds' first. */
async function heldElsewhere(db: Database, ids: readonly string[]): Promise<Map<string, HeldElsewhere[]>> {
  const rows = await db.installed.where("dossier").anyOf(ids).toArray();
  const generations = await db.generations.bulkGet(rows.map(({ current }) => current));
  const titles = await feedTitles(db);
  const found = new Map<string, HeldElsewhere[]>();
  for (const [i, { dossier, origin }] of rows.entries()) {
    const version = generations[i]?.head.version;
    if (version === undefined) continue;
    const from = origin.type === "feed" ? { ...origin, feedTitle: titles.get(origin.feed) ?? origin.feed } : origin;
    found.set(dossier, [...(found.get(dossier) ?? []), { origin: from, version }]);
  }
  for (const list of found.values())
    list.sort((a, b) => Number(b.origin.type === "feed") - Number(a.origin.type === "feed"));
  return found;
}

function preview(
  url: string,
  { index, verified }: FetchedIndex,
  held: ReadonlyMap<string, HeldElsewhere[]>,
): FeedPreview {
  const { publisher, summary, expires } = index;
  const publisherUrl = typeof publisher === "string" ? undefined : publisher.url;
  return {
    url,
    title: index.title,
    publisher: publisherName(index),
    ...(publisherUrl === undefined ? {} : { publisherUrl }),
    ...(summary === undefined ? {} : { summary }),
    ...(expires === undefined ? {} : { expires }),
    ...(verified.fingerprint ? { fingerprint: verified.fingerprint } : {}),
    ...(isByRecovery(verified.signers, verified.trust) ? { byRecovery: true } : {}),
    bytes: index.dossiers.reduce((sum, { bytes }) => sum + bytes, 0),
    dossiers: index.dossiers.map(({ id, title, summary: about, version, updated, bytes }) => ({
      id,
      title: title ?? id,
      ...(about === undefined ? {} : { summary: about }),
      version,
      ...(updated === undefined ? {} : { updated }),
      bytes,
      held: held.get(id) ?? [],
    })),
  };
}
