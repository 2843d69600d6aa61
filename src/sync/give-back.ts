import { UNDO_TIME } from "../store/clean.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import type { Ports } from "./ports.ts";

/**
 * Gives back the access to hosts that only feeds needed which cannot be put back any more. To be called before those are
 * cleaned away: should the worker be killed in between, the next call finds them again. `all`: no undo is kept, however
 * young. Never rejects.
 */
export async function giveBackHosts(db: Database, ports: Ports, all = false): Promise<void> {
  try {
    const now = ports.now();
    const removed = await db.removed.toArray();
    const isLapsed = (at: number) => all || Math.abs(now - at) > UNDO_TIME;
    const lapsed = removed.filter((row) => row.feed && isLapsed(row.at));
    if (!lapsed.length) return;
    const kept = removed.filter((row) => !isLapsed(row.at));
    const used = hostsOf([...(await db.feeds.toArray()), ...kept.flatMap(({ feed }) => feed ?? [])]);
    for (const host of hostsOf(lapsed.flatMap(({ feed }) => feed ?? [])))
      if (!used.has(host)) await ports.giveBack(host).catch(() => {});
  } catch {
    // A permission too many does less harm than a start that ends here.
  }
}

/** "https://desk.example" of each address of these feeds: permissions know no ports. */
function hostsOf(feeds: readonly FeedRecord[]): Set<string> {
  const addresses = feeds.flatMap(({ url, index }) => [url, ...index.dossiers.map((entry) => new URL(entry.url, url))]);
  return new Set(
    addresses.map((address) => {
      const { protocol, hostname } = new URL(address);
      return `${protocol}//${hostname}`;
    }),
  );
}
