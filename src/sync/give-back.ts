import { isLapsed } from "../store/clean.ts";
import type { Database, FeedRecord, RemovedRow } from "../store/tables.ts";
import { dropLooks, looksAt } from "./looked-at.ts";
import type { Ports } from "./ports.ts";

/** Milliseconds for the browser to take access back: one that never answers must not hold up what comes after. */
export const GIVE_BACK_TIME = 3_000;

interface GiveBack {
  now: number;
  /** No undo is kept, however young. */
  all?: boolean;
}

/**
 * Gives back the access to hosts that only feeds needed which cannot be put back any more, or which were looked at and not
 * added. To be called before those are cleaned away: should the worker be killed in between, the next call finds them
 * again; a host that is looked at just now stays noted and is given back later. Returns the ids of what may be deleted:
 * what is removed meanwhile is not among them. Never rejects.
 */
export async function giveBackHosts(db: Database, ports: Ports, { now, all }: GiveBack): Promise<string[]> {
  try {
    const lapsed = (await db.removed.toArray()).filter((row) => all || isLapsed(now, row));
    const gone = new Set(lapsed.map(({ id }) => id));
    const { past } = await looksAt(db, now);
    // Asked anew each time: a feed may have been looked at or added meanwhile.
    for (const host of new Set([...hostsOf(feedsOf(lapsed)), ...past.keys()]))
      if (!(await isNeeded(db, host, now, gone))) await giveBack(ports, host);
    // On a full disk they are found again.
    if (past.size) await dropLooks(db, past).catch(() => {});
    return [...gone];
  } catch {
    // Nothing is deleted either: the next call finds it all again.
    return [];
  }
}

const feedsOf = (rows: readonly RemovedRow[]) => rows.flatMap(({ feed }) => feed ?? []);

function isNeeded(db: Database, host: string, now: number, gone: ReadonlySet<string>): Promise<boolean> {
  return db.transaction("r", db.feeds, db.removed, db.meta, async () => {
    const kept = (await db.removed.toArray()).filter(({ id }) => !gone.has(id));
    if (hostsOf([...(await db.feeds.toArray()), ...feedsOf(kept)]).has(host)) return true;
    return (await looksAt(db, now)).now.has(host);
  });
}

/** One that the browser refuses, or does not answer, stays: it is asked once. */
function giveBack(ports: Ports, host: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = ports.after(GIVE_BACK_TIME, resolve);
    const done = () => {
      stop();
      resolve();
    };
    ports.giveBack(host).then(done, done);
  });
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
