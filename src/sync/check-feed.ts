import { DramatisError } from "../dossier/errors.ts";
import { checkEntry, checkExpiry, markInstalled, publisherName } from "../dossier/feed.ts";
import type { Feed, FeedEntry } from "../dossier/feed-schema.ts";
import type { ChangeSummary, KeyChange } from "../dossier/rows.ts";
import { install, type Staging } from "../store/install.ts";
import { declined } from "../store/removal.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
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
  pause(): Promise<void>;
  /** Called after each switch, so that open pages use it at once. */
  installed(changes: ChangeSummary): void;
}

/** What a check of a feed came to, its index having been taken. */
export interface Checked {
  changes: ChangeSummary[];
  /** Dossiers that failed. */
  failures: DossierFailure[];
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
  await takeIndex(check, fetched);

  const done: Checked = { changes: [], failures: [] };
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

/** Keeps the index, and tells of a change of its keys in the same step: once they are trusted it would not be seen again. */
async function takeIndex({ db, ports, url }: Check, fetched: FetchedIndex): Promise<void> {
  const { added, dropped } = fetched.verified.keyChanges;
  if (!added.length && !dropped.length) {
    await updateFeed(db, url, (held) => withIndex(held, fetched));
    return;
  }
  const at = ports.now();
  await writing(db, [db.feeds, db.history], async () => {
    const held = await db.feeds.get(url);
    if (!held) return;
    const keys: KeyChange = { added, dropped, first: held.trust.keys.length === 0 };
    await db.feeds.put({ ...withIndex(held, fetched), keyChange: { ...keys, at } });
    await db.history.add({ feed: url, at, result: { type: "changed-keys", keys }, changes: [] });
  });
}

/** A feed's record with an index that has been verified. */
export function withIndex(record: FeedRecord, { index, verified, validators }: FetchedIndex): FeedRecord {
  const { fingerprint: _, ...rest } = record;
  return {
    ...rest,
    ...indexFields(index),
    trust: verified.trust,
    signers: verified.signers,
    validators,
    ...(verified.fingerprint ? { fingerprint: verified.fingerprint } : {}),
  };
}

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
  if (state === "new") await markEntry(db, url, fetched, entry);
  return false;
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
      batch: ports.batch,
    },
  );
  check.installed(changes);
  return changes;
}
