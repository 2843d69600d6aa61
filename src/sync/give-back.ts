import { isLapsed } from "../store/clean.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import type { Ports } from "./ports.ts";

interface GiveBack {
  now: number;
  /** Whether a feed of this host is being added; asked again before each is given back. */
  isExpected(host: string): boolean;
  /** No undo is kept, however young. */
  all?: boolean;
}

/**
 * Gives back the access to hosts that only feeds needed which cannot be put back any more. To be called before those are
 * cleaned away: should the worker be killed in between, the next call finds them again. Returns the ids of removed feeds that
 * must not be cleaned away yet, since a feed of their host is being added. Never rejects.
 */
export async function giveBackHosts(
  db: Database,
  ports: Ports,
  { now, isExpected, all }: GiveBack,
): Promise<Set<string>> {
  const spared = new Set<string>();
  try {
    const removed = await db.removed.toArray();
    const lapsed = removed.filter((row) => row.feed && (all || isLapsed(now, row)));
    if (!lapsed.length) return spared;
    for (const { id, feed } of lapsed) if (feed && [...hostsOf([feed])].some(isExpected)) spared.add(id);
    const kept = removed.filter((row) => !lapsed.includes(row) || spared.has(row.id));
    const used = hostsOf([...(await db.feeds.toArray()), ...kept.flatMap(({ feed }) => feed ?? [])]);
    for (const host of hostsOf(lapsed.flatMap(({ feed }) => feed ?? [])))
      if (!used.has(host) && !isExpected(host)) await ports.giveBack(host).catch(() => {});
  } catch {
    // A permission too many does less harm than a start that ends here.
  }
  return spared;
}

/** "https://desk.example" of each address of these feeds. */
function hostsOf(feeds: readonly FeedRecord[]): Set<string> {
  const addresses = feeds.flatMap(({ url, index }) => [
    url,
    ...index.dossiers.map((entry) => new URL(entry.url, url).href),
  ]);
  return new Set(addresses.map(hostOf));
}

/** "https://desk.example" of an address: permissions know no ports. */
export function hostOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}
