import type { Table } from "dexie";
import type { Dossier } from "../dossier/schema.ts";
import type { DossierCounts } from "../dossier/views.ts";
import { storageError, writing } from "./storage-error.ts";
import { type Database, type EventRow, key, type PersonRow, type SourceRow, type StatementRow } from "./tables.ts";

/**
 * Records written in one transaction. Large batches are faster, small ones let a cancel, a progress bar and the cards of
 * open pages in between. 500 is a guess that has not been measured.
 */
export const BATCH = 500;

export interface StageInput {
  /** Id under which it will be installed. */
  installed: string;
  dossier: Dossier;
  bytes: number;
  digest: string;
  /** Version in which a record was added or changed; 0 where it is not news. */
  since(type: "statement" | "event", id: string): number;
  now: number;
}

export interface StageRun {
  signal?: AbortSignal | undefined;
  progress?(done: number, total: number): void;
  /** Called between batches: lets other work of this thread go first. */
  pause?(): Promise<void>;
  /** Records in one transaction; default `BATCH`. */
  batch?: number | undefined;
}

/**
 * Writes a dossier beside what is in use, batch by batch; nothing reads it until `switchTo`. Returns its number, which
 * stands in `staging` from its first row on until the caller takes it out after the switch.
 * Throws `quota`, `cancelled` (the signal's reason) or `internal`; what was written is cleaned away later.
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
    });
    staging.add(g);
    for (const write of batches(db, g, input, run.batch ?? BATCH)) {
      run.signal?.throwIfAborted();
      run.progress?.(done, total);
      done += await write();
      await run.pause?.();
    }
    run.progress?.(done, total);
    return g;
  } catch (error) {
    if (g !== undefined) staging.delete(g);
    throw storageError(error);
  }
}

function batches(db: Database, g: number, input: StageInput, size: number) {
  const { sources, people, events, statements } = input.dossier;
  return [
    ...inBatches(db, sources, (record, n): SourceRow => ({ g, id: record.id, n, since: 0, record }), db.sources, size),
    ...inBatches(db, people, (record, n): PersonRow => ({ g, id: record.id, n, since: 0, record }), db.people, size),
    ...inBatches(db, events, (record, n) => eventRow(g, n, record, input), db.events, size),
    ...inBatches(db, statements, (record, n) => statementRow(g, n, record, input), db.statements, size),
  ];
}

export function countsOf(dossier: Dossier): DossierCounts {
  return {
    people: dossier.people.length,
    statements: dossier.statements.length,
    events: dossier.events.length,
    sources: dossier.sources.length,
  };
}

function* inBatches<T, R>(
  db: Database,
  records: readonly T[],
  toRow: (record: T, n: number) => R,
  table: Table<R, [number, string]>,
  size: number,
): Generator<() => Promise<number>> {
  for (let start = 0; start < records.length; start += size) {
    yield async () => {
      const rows = records.slice(start, start + size).map((record, i) => toRow(record, start + i));
      await writing(db, [table], () => table.bulkAdd(rows));
      return rows.length;
    };
  }
}

function eventRow(g: number, n: number, record: Dossier["events"][number], input: StageInput): EventRow {
  const people = [...new Set(record.people.map(({ id }) => key(g, id)))];
  return { g, id: record.id, n, since: input.since("event", record.id), record, people };
}

function statementRow(g: number, n: number, record: Dossier["statements"][number], input: StageInput): StatementRow {
  const row: StatementRow = {
    g,
    id: record.id,
    n,
    since: input.since("statement", record.id),
    record,
    about: [...new Set(record.about.map((id) => key(g, id)))],
    targets: [...new Set(record.relations.map(({ target }) => key(g, target)))],
  };
  if (record.speaker) row.speaker = record.speaker;
  if (record.event) row.event = record.event;
  return row;
}
