import type { DossierRow, FeedRow, HistoryEntry, SyncPhase, SyncResult } from "../dossier/rows.ts";
import type { Held } from "../store/shelf.ts";
import type { FeedRecord, HistoryRow } from "../store/tables.ts";
import { isByRecovery, isDelisted } from "./feed-record.ts";

/** The furthest moment that a date can tell, ms: one row with a time beyond it must not spoil the list. */
const FURTHEST = 8.64e15;

const iso = (time: number) => new Date(Math.min(Math.max(time, -FURTHEST), FURTHEST) || 0).toISOString();

/** One installed dossier as the options page lists it. `previousVersion`: version of the generation kept for roll-back. */
export function dossierRow(held: Held, feedTitle: string | undefined, previousVersion: number | undefined): DossierRow {
  const { row, generation } = held;
  const { head } = generation;
  const { origin } = row;
  return {
    id: row.id,
    title: head.title,
    ...(head.summary === undefined ? {} : { summary: head.summary }),
    publisher: head.publisher.name,
    license: head.license,
    version: head.version,
    asOf: head.asOf,
    updated: head.updated,
    counts: generation.counts,
    bytes: generation.bytes,
    origin: origin.type === "feed" ? { ...origin, feedTitle: feedTitle ?? origin.feed } : origin,
    enabled: row.enabled,
    ...(previousVersion === undefined ? {} : { previousVersion }),
    ...(row.refused === undefined ? {} : { heldBack: row.refused.version }),
    changes: head.changes,
  };
}

/**
 * A dossier as its feed's row tells it. What the feed does not list any more is not held back: there is nothing to take.
 */
function listedOrNot(row: DossierRow, record: FeedRecord): DossierRow {
  if (!isDelisted(record, row.id)) return row;
  const { heldBack: _, ...rest } = row;
  return { ...rest, delisted: true };
}

/** `next`: when it is due. `unwritten`: a result that the record lacks. */
export function feedRow(
  record: FeedRecord,
  phase: SyncPhase,
  dossiers: DossierRow[],
  next: number | undefined,
  unwritten?: SyncResult | undefined,
): FeedRow {
  const result = unwritten ?? record.result;
  return {
    url: record.url,
    title: record.title,
    publisher: record.publisher,
    ...(record.fingerprint === undefined ? {} : { fingerprint: record.fingerprint }),
    ...(isByRecovery(record.signers, record.trust) ? { byRecovery: true } : {}),
    ...(record.keyChange === undefined ? {} : { keyChange: { ...record.keyChange, at: iso(record.keyChange.at) } }),
    phase,
    ...(record.index.updated === undefined ? {} : { published: record.index.updated }),
    ...(record.checked === undefined ? {} : { checked: iso(record.checked) }),
    ...(next === undefined ? {} : { next: iso(next) }),
    ...(result === undefined ? {} : { result }),
    ...(record.interval === undefined ? {} : { interval: record.interval }),
    canRollBack: dossiers.some((row) => row.previousVersion !== undefined),
    dossiers: dossiers.map((row) => listedOrNot(row, record)),
  };
}

/** One entry of a feed's history as the options page lists it. */
export function historyEntry({ at, result, changes, repeated }: HistoryRow): HistoryEntry {
  const entry: HistoryEntry = { at: iso(at), result, changes };
  return repeated ? { ...entry, repeated: { times: repeated.times, since: iso(repeated.since) } } : entry;
}
