import { compareDates } from "../../dossier/dates.ts";
import type { DossierEvent, Statement } from "../../dossier/schema.ts";
import type { DossierIndex } from "./index.ts";
import type { TimelineEntry } from "./person.ts";
import type { RecordType } from "./search-documents.ts";

export const STATEMENT_KINDS = ["said", "testified", "wrote", "posted", "spokesperson"] as const;
export type RecordKind = (typeof STATEMENT_KINDS)[number] | "event";

/** What the reader narrows a list by; part of the address, so that a view can be linked and gone back to. */
export interface Filter {
  query: string;
  /** Person ids: records that involve any of them. */
  people: string[];
  kind?: RecordKind | undefined;
  source?: string | undefined;
  verbatimOnly: boolean;
  /** Of a search: records of this type only. */
  type?: RecordType | undefined;
}

export const NO_FILTER: Filter = { query: "", people: [], verbatimOnly: false };

export function isNarrowed(filter: Filter): boolean {
  return (
    filter.people.length > 0 ||
    Boolean(filter.kind) ||
    Boolean(filter.source) ||
    filter.verbatimOnly ||
    Boolean(filter.type)
  );
}

export function matchesStatement(filter: Filter, statement: Statement): boolean {
  if (filter.kind && filter.kind !== statement.kind) return false;
  if (filter.verbatimOnly && !statement.quote) return false;
  if (filter.source && !statement.sources.includes(filter.source)) return false;
  const { people } = filter;
  return (
    !people.length ||
    people.some((id) => id === statement.speaker) ||
    statement.about.some((person) => people.includes(person))
  );
}

export function matchesEvent(filter: Filter, event: DossierEvent): boolean {
  if (filter.kind && filter.kind !== "event") return false;
  // An event is told in the dossier's words; nothing of it is verbatim.
  if (filter.verbatimOnly) return false;
  if (filter.source && !event.sources.includes(filter.source)) return false;
  return !filter.people.length || event.people.some(({ id }) => filter.people.includes(id));
}

export function filterStatements(index: DossierIndex, filter: Filter): Statement[] {
  return index.statementsInOrder.filter((statement) => matchesStatement(filter, statement));
}

/** Events and statements together, in order of date. */
export function filterEntries(index: DossierIndex, filter: Filter): TimelineEntry[] {
  const events = index.eventsInOrder.filter((event) => matchesEvent(filter, event));
  const entries: TimelineEntry[] = [
    ...events.map((record) => ({ type: "event" as const, date: record.date, record })),
    ...filterStatements(index, filter).map((record) => ({ type: "statement" as const, date: record.date, record })),
  ];
  return entries.sort((a, b) => compareDates(a.date, b.date));
}
