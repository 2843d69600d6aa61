import type { DossierDate, DossierEvent, Statement } from "../../dossier/schema.ts";
import { quoted } from "../model/citation.ts";
import { spanOf } from "../model/date.ts";
import { type Filter, matchesEvent, matchesStatement } from "../model/filter.ts";
import { type DossierIndex, speakerName } from "../model/index.ts";
import { timelineOf } from "../model/person.ts";
import { type Group, groupSameDays, type TimelineItem } from "./layout.ts";

export interface Lane {
  /** Person id; undefined: everybody. */
  person: string | undefined;
  name: string;
  items: TimelineItem[];
  groups: Group[];
}

/** Lanes shown when the reader has chosen nobody: more than this is not an overview. */
export const DEFAULT_LANES = 5;

/** Those with most to show, in the dossier's own order. */
export function defaultLanes(index: DossierIndex, count = DEFAULT_LANES): string[] {
  const amount = (id: string) => (index.eventsOf.get(id)?.length ?? 0) + (index.spokenBy.get(id)?.length ?? 0);
  const busiest = index.dossier.people
    .map(({ id }) => ({ id, items: amount(id) }))
    .filter(({ items }) => items > 0)
    .sort((a, b) => b.items - a.items)
    .slice(0, count);
  const chosen = new Set(busiest.map(({ id }) => id));
  return index.dossier.people.map(({ id }) => id).filter((id) => chosen.has(id));
}

function vague(date: DossierDate): boolean {
  return date.precision !== "day" || Boolean(date.approximate);
}

function eventItem(event: DossierEvent): TimelineItem {
  const { date } = event;
  return { key: `event:${event.id}`, type: "event", date, span: spanOf(date), vague: vague(date), label: event.title };
}

/** How a statement is named in a line: its own words in quotation marks, or the dossier's without. */
export function statementLabel(statement: Statement, language: string): string {
  return statement.quote ? quoted(statement.quote, language) : (statement.paraphrase ?? "");
}

/** Words of the interface that lanes need; passed in, so that this stays pure. */
export interface LaneWords {
  /** Name of the lane of everybody. */
  everybody: string;
  /** Says of a statement that its publisher has withdrawn it. */
  withdrawn(label: string): string;
}

function statementItem(
  statement: Statement,
  date: DossierDate,
  { index, words, speaker }: { index: DossierIndex; words: LaneWords; speaker?: string },
): TimelineItem {
  const label = statementLabel(statement, index.dossier.language);
  const named = speaker ? `${speaker}: ${label}` : label;
  const withdrawn = statement.correction?.kind === "withdrawn";
  return {
    key: `statement:${statement.id}`,
    type: "statement",
    date,
    span: spanOf(date),
    vague: vague(date),
    label: withdrawn ? words.withdrawn(named) : named,
    ...(withdrawn ? { withdrawn } : {}),
  };
}

/** One lane of every dated record that the filter lets through, with speakers named. */
function everybody(index: DossierIndex, filter: Filter, words: LaneWords): Lane {
  const open = { ...filter, people: [] };
  const items = [
    ...index.eventsInOrder.filter((event) => matchesEvent(open, event)).map(eventItem),
    ...index.statementsInOrder.flatMap((statement) =>
      statement.date && matchesStatement(open, statement)
        ? [statementItem(statement, statement.date, { index, words, speaker: speakerName(index, statement) })]
        : [],
    ),
  ];
  return { person: undefined, name: words.everybody, items, groups: groupSameDays(items) };
}

function laneOf(index: DossierIndex, filter: Filter, person: string, words: LaneWords): Lane {
  const open = { ...filter, people: [] };
  const items = timelineOf(index, person).flatMap((entry) => {
    if (entry.type === "event") return matchesEvent(open, entry.record) ? [eventItem(entry.record)] : [];
    return entry.date && matchesStatement(open, entry.record)
      ? [statementItem(entry.record, entry.date, { index, words })]
      : [];
  });
  return { person, name: index.people.get(person)?.name ?? person, items, groups: groupSameDays(items) };
}

/** A lane for everybody, then one for each chosen person (or the busiest); undated statements have no place on a scale. */
export function lanesOf(index: DossierIndex, filter: Filter, words: LaneWords): Lane[] {
  const chosen = filter.people.filter((id) => index.people.has(id));
  const people = chosen.length ? chosen : defaultLanes(index);
  const lanes = people.map((person) => laneOf(index, filter, person, words));
  return chosen.length ? lanes : [everybody(index, filter, words), ...lanes];
}
