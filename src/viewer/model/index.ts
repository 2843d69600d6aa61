import { compareDates } from "../../dossier/dates.ts";
import type { Dossier, DossierEvent, Person, Relation, Source, Statement } from "../../dossier/schema.ts";

/** A relation seen from its target: who made it, and the relation as written. */
export interface IncomingRelation {
  from: Statement;
  relation: Relation;
}

/** What a source is cited by. */
export interface Citing {
  statements: Statement[];
  events: DossierEvent[];
}

/**
 * Everything the pages look up, built once a dossier in one pass: no page ever walks all records to find its own.
 * Lists are in order of date.
 */
export interface DossierIndex {
  dossier: Dossier;
  people: Map<string, Person>;
  statements: Map<string, Statement>;
  events: Map<string, DossierEvent>;
  sources: Map<string, Source>;
  statementsInOrder: Statement[];
  eventsInOrder: DossierEvent[];
  /** By person id. */
  spokenBy: Map<string, Statement[]>;
  saidAbout: Map<string, Statement[]>;
  eventsOf: Map<string, DossierEvent[]>;
  /** By event id. */
  saidAt: Map<string, Statement[]>;
  /** By statement id: what replies to it. */
  repliesTo: Map<string, Statement[]>;
  /** By id of a statement or an event. */
  incoming: Map<string, IncomingRelation[]>;
  /** By source id. */
  citing: Map<string, Citing>;
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

function addStatement(index: DossierIndex, statement: Statement): void {
  if (statement.speaker) add(index.spokenBy, statement.speaker, statement);
  for (const person of statement.about) if (person !== statement.speaker) add(index.saidAbout, person, statement);
  if (statement.event) add(index.saidAt, statement.event, statement);
  if (statement.inReplyTo) add(index.repliesTo, statement.inReplyTo, statement);
  for (const relation of statement.relations) add(index.incoming, relation.target, { from: statement, relation });
}

function citingOf(index: DossierIndex, source: string): Citing {
  let citing = index.citing.get(source);
  if (!citing) {
    citing = { statements: [], events: [] };
    index.citing.set(source, citing);
  }
  return citing;
}

/** Linear in the size of the dossier; about 20 ms for 10,000 statements. */
export function buildIndex(dossier: Dossier): DossierIndex {
  const index: DossierIndex = {
    dossier,
    people: byId(dossier.people),
    statements: byId(dossier.statements),
    events: byId(dossier.events),
    sources: byId(dossier.sources),
    statementsInOrder: [...dossier.statements].sort((a, b) => compareDates(a.date, b.date)),
    eventsInOrder: [...dossier.events].sort((a, b) => compareDates(a.date, b.date)),
    spokenBy: new Map(),
    saidAbout: new Map(),
    eventsOf: new Map(),
    saidAt: new Map(),
    repliesTo: new Map(),
    incoming: new Map(),
    citing: new Map(),
  };
  for (const statement of index.statementsInOrder) {
    addStatement(index, statement);
    for (const source of new Set(statement.sources)) citingOf(index, source).statements.push(statement);
  }
  for (const event of index.eventsInOrder) {
    for (const { id } of event.people) add(index.eventsOf, id, event);
    for (const source of new Set(event.sources)) citingOf(index, source).events.push(event);
  }
  return index;
}

/** Name of who made a statement: a person of the dossier, or the organisation it names. */
export function speakerName(index: DossierIndex, statement: Statement): string {
  return (statement.speaker && index.people.get(statement.speaker)?.name) || statement.speakerName || "";
}
