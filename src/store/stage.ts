import type { Table } from "dexie";
import type { Dossier } from "../dossier/schema.ts";
import type { DossierCounts } from "../dossier/views.ts";
import { deleteGeneration } from "./clean.ts";
import { storageError, writing } from "./storage-error.ts";
import { type Database, type EventRow, key, type PersonRow, type SourceRow, type StatementRow } from "./tables.ts";

/**
 * Milliseconds that writing one batch should take. While it lasts no card can be read from the same tables, so it must be
 * short; each transaction costs something of its own, so not too short. Computers differ by a factor of ten: the number of
 * records follows the time that the last batch took.
 */
const BATCH_TIME = 50;
const FIRST_BATCH = 100;
const SMALLEST_BATCH = 50;
const LARGEST_BATCH = 2_000;

/** Records of the next batch, after one of `size` that took `ms`; at most twice as many at a time. */
export function nextBatch(size: number, ms: number): number {
  const wanted = Math.round(size * Math.min(2, BATCH_TIME / Math.max(ms, 1)));
  return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, wanted));
}

export interface StageInput {
  /** Id under which it will be installed. */
  installed: string;
  dossier: Dossier;
  bytes: number;
  digest: string;
  /** Keys of the index by which it comes, see `GenerationRow`. */
  signers?: string[] | undefined;
  /** Generation in which a record was added or changed, where this one is number `g`; 0 where it is not news. */
  since(type: "statement" | "event", id: string, g: number): number;
  now: number;
}

export interface StageRun {
  signal?: AbortSignal | undefined;
  progress?(done: number, total: number): void;
  /** Called where the disk is full; returns how many generations went. Default: those that nothing refers to. */
  makeRoom?(): Promise<number>;
  /** Called between batches: lets other work of this thread go first. */
  pause?(): Promise<void>;
  /** Records in one transaction; default: as many as can be written in a short time. */
  batch?: number | undefined;
}

/**
 * Writes a dossier beside what is in use, batch by batch; nothing reads it until `switchTo`. Returns its number, which
 * stands in `staging` from its first row on until the caller takes it out after the switch.
 * Throws `quota`, `cancelled` (the signal's reason) or `internal`; what was written is deleted before, as far as that works,
 * so that tries on a full disk do not make it fuller. The cleaner comes after those that are killed.
 */
export async function stageGeneration(
  db: Database,
  input: StageInput,
  run: StageRun = {},
  staging: Set<number> = new Set(),
): Promise<number> {
  const { sources: _s, people: _p, events: _e, statements: _t, ...head } = input.dossier;
  const counts = countsOf(input.dossier);
  const total = counts.people + counts.statements + counts.events + counts.sources;
  let done = 0;
  let g: number | undefined;
  try {
    g = await db.generations.add({
      installed: input.installed,
      state: "staged",
      head,
      counts,
      bytes: input.bytes,
      digest: input.digest,
      at: input.now,
      ...(input.signers && { signers: input.signers }),
    });
    staging.add(g);
    let size = run.batch ?? FIRST_BATCH;
    for (const { length, write } of writers(db, g, input)) {
      for (let start = 0; start < length; ) {
        run.signal?.throwIfAborted();
        run.progress?.(done, total);
        const began = performance.now();
        const written = await write(start, size);
        if (run.batch === undefined) size = nextBatch(written, performance.now() - began);
        start += written;
        done += written;
        await run.pause?.();
      }
    }
    run.progress?.(done, total);
    return g;
  } catch (error) {
    if (g !== undefined) await discard(db, g, staging);
    throw storageError(error);
  }
}

/** Deletes a staged generation that will never be used; never rejects, since what went wrong before is what counts. */
export async function discard(db: Database, g: number, staging: Set<number>): Promise<void> {
  try {
    if ((await db.generations.get(g))?.state === "staged") await deleteGeneration(db, g);
  } catch {
    // The cleaner comes by.
  }
  staging.delete(g);
}

interface Writer {
  length: number;
  /** Writes at most `size` records from number `start` on, in one transaction; returns how many. */
  write(start: number, size: number): Promise<number>;
}

function writers(db: Database, g: number, input: StageInput): Writer[] {
  const { sources, people, events, statements } = input.dossier;
  return [
    writer(db, sources, (record, n): SourceRow => ({ g, id: record.id, n, since: 0, record }), db.sources),
    writer(db, people, (record, n): PersonRow => ({ g, id: record.id, n, since: 0, record }), db.people),
    writer(db, events, (record, n) => eventRow(g, n, record, input), db.events),
    writer(db, statements, (record, n) => statementRow(g, n, record, input), db.statements),
  ];
}

/** How many records of each kind a dossier holds. */
export function countsOf(dossier: Dossier): DossierCounts {
  return {
    people: dossier.people.length,
    statements: dossier.statements.length,
    events: dossier.events.length,
    sources: dossier.sources.length,
  };
}

function writer<T, R>(
  db: Database,
  records: readonly T[],
  toRow: (record: T, n: number) => R,
  table: Table<R, [number, string]>,
): Writer {
  return {
    length: records.length,
    async write(start, size) {
      const rows = records.slice(start, start + size).map((record, i) => toRow(record, start + i));
      await writing(db, [table], () => table.bulkAdd(rows));
      return rows.length;
    },
  };
}

function eventRow(g: number, n: number, record: Dossier["events"][number], input: StageInput): EventRow {
  const people = [...new Set(record.people.map(({ id }) => key(g, id)))];
  return { g, id: record.id, n, since: input.since("event", record.id, g), record, people };
}

function statementRow(g: number, n: number, record: Dossier["statements"][number], input: StageInput): StatementRow {
  const row: StatementRow = {
    g,
    id: record.id,
    n,
    since: input.since("statement", record.id, g),
    record,
    about: [...new Set(record.about.map((id) => key(g, id)))],
    targets: [...new Set(record.relations.map(({ target }) => key(g, target)))],
  };
  if (record.speaker) row.speaker = record.speaker;
  return row;
}
