import { writing } from "../store/storage-error.ts";
import type { Database } from "../store/tables.ts";

/**
 * Hosts of feeds that the reader looks at or adds, and since when (ms). They may need access that nothing else in the
 * database stands for, so they stand there themselves: an end of the background in between must neither take the access away
 * nor leave it behind.
 */
type Looks = Record<string, number>;

const KEY = "looked-at";
/** Milliseconds for which access to such a host is left alone: the reader may add the feed yet. */
const LOOKED_AT_TIME = 10 * 60 * 1000;

async function looks(db: Database): Promise<Looks> {
  return ((await db.meta.get(KEY))?.value as Looks | undefined) ?? {};
}

/** Changes what is noted; nothing is written where nothing changes. */
async function change(db: Database, apply: (held: Looks) => Looks): Promise<void> {
  await writing(db, [db.meta], async () => {
    const held = await looks(db);
    const value = apply(held);
    if (Object.keys(value).length) await db.meta.put({ key: KEY, value });
    else if (Object.keys(held).length) await db.meta.delete(KEY);
  });
}

/** The reader looks at a feed of this host now. */
export function noteLook(db: Database, host: string, now: number): Promise<void> {
  return change(db, (held) => ({ ...held, [host]: now }));
}

/** Takes back what was noted of this host, or of some: with the time that it was noted with, and no newer one. */
export function dropLooks(db: Database, hosts: ReadonlyMap<string, number | undefined>): Promise<void> {
  return change(db, (held) =>
    Object.fromEntries(Object.entries(held).filter(([host, at]) => !hosts.has(host) || (hosts.get(host) ?? at) !== at)),
  );
}

/** Hosts that are looked at now, and those that were and, as it seems, for nothing. */
export async function looksAt(db: Database, now: number): Promise<{ now: Set<string>; past: Map<string, number> }> {
  const all = Object.entries(await looks(db));
  const isNow = ([, at]: [string, number]) => Math.abs(now - at) < LOOKED_AT_TIME;
  return { now: new Set(all.filter(isNow).map(([host]) => host)), past: new Map(all.filter((one) => !isNow(one))) };
}
