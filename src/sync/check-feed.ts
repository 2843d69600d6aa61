import { DramatisError } from "../dossier/errors.ts";
import { checkEntry, checkExpiry, markInstalled, publisherName } from "../dossier/feed.ts";
import type { Feed, FeedEntry } from "../dossier/feed-schema.ts";
import type { ChangeSummary, DelistedDossier, KeyChange, SyncResult } from "../dossier/rows.ts";
import { install, type Staging } from "../store/install.ts";
import { declined } from "../store/removal.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { type Recovery, voidVersions, vouchAgain } from "../store/void.ts";
import { installedId, updateFeed } from "./feed-record.ts";
import { fetchDossier } from "./fetch-dossier.ts";
import { type FetchedIndex, fetchIndex } from "./fetch-index.ts";
import { concernsHost } from "./http-status.ts";
import type { SyncEvent } from "./phase.ts";
import type { Ports } from "./ports.ts";

export interface Check {
  db: Database;
  staging: Staging;
  ports: Ports;
  url: string;
  signal: AbortSignal;
  /** Time of this run: dossiers that change in it roll back together. */
  run: number;
  emit(event: SyncEvent): void;
  /** Called where the disk is full; returns how many generations went. */
  makeRoom(): Promise<number>;
  pause(): Promise<void>;
  /** Called after each switch, so that open pages use it at once. */
  installed(changes: ChangeSummary): void;
}

/** What a check of a feed came to, its index having been taken. */
export interface Checked {
  changes: ChangeSummary[];
  /** Dossiers that failed. */
  failures: DossierFailure[];
  /** Dossiers that are here and were listed before. */
  delisted: DelistedDossier[];
  /** Entries of the history beside those of the updates. */
  noted: number;
}

export interface DossierFailure {
  id: string;
  title: string;
  error: unknown;
}

/**
 * One check of one feed: index, then each dossier that is new. A dossier that fails does not stop the next, unless its host
 * cannot be had or wants to be left alone: that is not asked for another one. Throws DramatisError where the index fails.
 */
export async function checkFeed(check: Check): Promise<Checked> {
  const { db, ports, url, signal } = check;
  const record = await db.feeds.get(url);
  if (!record) throw new DramatisError("not-found", [url]);
  const fetched = await fetchIndex(ports, url, record, signal);
  signal.throwIfAborted();
  const done: Checked = { changes: [], failures: [], ...(await takeIndex(check, fetched)) };
  const shunned = new Set<string>();
  for (const entry of fetched.index.dossiers) {
    try {
      const { host } = new URL(entry.url, url);
      if (shunned.has(host) || !(await isWanted(check, fetched, entry))) continue;
      done.changes.push(await update(check, fetched, entry));
    } catch (error) {
      signal.throwIfAborted();
      // The reader took this one away while it was under way: nothing to tell.
      if (error instanceof DramatisError && error.code === "cancelled") continue;
      done.failures.push({ id: entry.id, title: entry.title ?? entry.id, error });
      if (concernsHost(error)) shunned.add(new URL(entry.url, url).host);
    }
  }
  return done;
}

/**
 * Keeps the index, and tells in the same step of a change of its keys and of dossiers that it lists no more: the next check
 * would not see it again.
 */
async function takeIndex(
  { db, ports, url }: Check,
  fetched: FetchedIndex,
): Promise<Pick<Checked, "delisted" | "noted">> {
  const { added, recovery, dropped } = fetched.verified.keyChanges;
  const hasNewKeys = added.length > 0 || dropped.length > 0;
  const before = await db.feeds.get(url);
  // Nearly always there is nothing to tell, and to write where cards read would hold them up.
  if (!hasNewKeys && !(before && noLongerListed(before, fetched.index).length)) {
    await updateFeed(db, url, (held) => withIndex(held, fetched));
    return { delisted: [], noted: 0 };
  }
  const at = ports.now();
  return writing(db, [db.feeds, db.history, db.installed, db.generations, db.removed], async () => {
    const held = await db.feeds.get(url);
    if (!held) return { delisted: [], noted: 0 };
    const record = withIndex(held, fetched);
    const first = held.trust.keys.length === 0;
    const keys: KeyChange = { added, ...(recovery.length && { recovery }), dropped, first };
    await db.feeds.put(hasNewKeys ? { ...record, keyChange: { ...keys, at } } : record);
    if (fetched.verified.recovered && dropped.length) await voidVersions(db, recoveryBy(record));
    const delisted = await newlyDelisted(db, held, fetched.index);
    const results: SyncResult[] = [
      ...(hasNewKeys ? [{ type: "changed-keys", keys } as const] : []),
      ...(delisted.length ? [{ type: "delisted", dossiers: delisted } as const] : []),
    ];
    await db.history.bulkAdd(results.map((result) => ({ feed: url, at, result, changes: [] })));
    return { delisted, noted: results.length };
  });
}

/** What a feed's record says once a recovery key has named its keys anew. */
function recoveryBy({ url, trust, index }: FeedRecord): Recovery {
  return {
    feed: url,
    trusted: new Set(trust.keys.map(({ key }) => key)),
    listed: new Map(index.dossiers.map(({ id, sha256 }) => [installedId(url, id), sha256])),
  };
}

/** Installed dossiers of a feed that its last index listed and this one does not. */
async function newlyDelisted(db: Database, record: FeedRecord, next: Feed): Promise<DelistedDossier[]> {
  const rows = (await db.installed.bulkGet(noLongerListed(record, next))).filter((row) => row !== undefined);
  const generations = await db.generations.bulkGet(rows.map(({ current }) => current));
  return rows.flatMap(({ dossier }, i) => {
    const head = generations[i]?.head;
    return head ? [{ id: dossier, title: head.title, version: head.version }] : [];
  });
}

/**
 * A feed's record with an index that has been verified. Why an earlier index was refused goes with it: should this check
 * not come to its end, that would stand beside the keys of the new one.
 */
export function withIndex(record: FeedRecord, { index, verified, validators }: FetchedIndex): FeedRecord {
  const { fingerprint: _, unread: _unread, result, ...rest } = record;
  const isRefuted = result?.type === "failed" && result.dossier === undefined;
  return {
    ...rest,
    ...(result && !isRefuted ? { result } : {}),
    ...indexFields(index),
    trust: verified.trust,
    signers: verified.signers,
    validators,
    ...(verified.fingerprint ? { fingerprint: verified.fingerprint } : {}),
  };
}

/** The fields of a record that come from its index. */
export function indexFields(index: Feed) {
  return { title: index.title, publisher: publisherName(index), index };
}

/**
 * Whether an entry is to be downloaded: it is neither what is in use nor what the reader removed or rolled back. What the
 * marks of the feed's keys do not know, though it is here (a recovery key has named new keys), is marked for the new keys.
 */
async function isWanted({ db, ports, url }: Check, fetched: FetchedIndex, entry: FeedEntry): Promise<boolean> {
  const id = installedId(url, entry.id);
  const record = await db.feeds.get(url);
  if (!record || (await declined(db)).has(id)) return false;
  const now = new Date(ports.now());
  const state = checkEntry(entry, record.trust, now);
  const row = await db.installed.get(id);
  const current = row && (await db.generations.get(row.current));
  if (current?.digest !== entry.sha256 && row?.refused?.digest !== entry.sha256) {
    checkExpiry(entry, now);
    return true;
  }
  if (state === "new") {
    // Before the mark: killed in between, the next check does both.
    if (current?.digest === entry.sha256) await vouchAgain(db, current.g, fetched.verified.signers);
    await markEntry(db, url, fetched, entry);
  }
  return false;
}

/** Ids under which dossiers would be installed that a feed's last index listed and the next one does not. */
function noLongerListed({ url, index }: FeedRecord, next: Feed): string[] {
  const listed = new Set(next.dossiers.map(({ id }) => id));
  return index.dossiers.filter(({ id }) => !listed.has(id)).map(({ id }) => installedId(url, id));
}

function markEntry(db: Database, url: string, { verified }: FetchedIndex, entry: FeedEntry) {
  return updateFeed(db, url, (held) => ({ ...held, trust: markInstalled(held.trust, verified.signers, entry) }));
}

async function update(check: Check, fetched: FetchedIndex, entry: FeedEntry): Promise<ChangeSummary> {
  const { db, staging, ports, url, signal, run, emit } = check;
  const { trust } = fetched.verified;
  const dossier = await fetchDossier(ports, url, entry, trust.keys, signal, emit, check.pause);
  const changes = await install(
    db,
    staging,
    {
      id: installedId(url, entry.id),
      origin: { type: "feed", feed: url },
      dossier,
      bytes: entry.bytes,
      digest: entry.sha256,
      signers: fetched.verified.signers,
      run,
      now: ports.now(),
      feed: url,
      async alongside() {
        const marked = await markEntry(db, url, fetched, entry);
        // The feed or the dossier was removed while it was under way: then the switch must not happen either.
        if (!marked || (await declined(db)).has(installedId(url, entry.id))) throw new DramatisError("cancelled");
      },
    },
    {
      signal,
      progress: (done, total) => emit({ type: "stored", dossier: entry.id, done, total }),
      pause: check.pause,
      makeRoom: check.makeRoom,
      batch: ports.batch,
    },
  );
  check.installed(changes);
  return changes;
}
