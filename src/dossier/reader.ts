import type { Dossier, DossierEvent, DossierHead, Person, Source, Statement } from "./schema.ts";

/**
 * What a card needs to ask of one installed dossier. The store answers from Dexie, tests and the command line from memory.
 * One reader is one generation: all answers belong to the same version. Lists come in any order, ids that do not exist are
 * left out, asking twice for one id gives one record.
 */
export interface DossierReader {
  head(): Promise<DossierHead>;
  people(ids: readonly string[]): Promise<Person[]>;
  statements(ids: readonly string[]): Promise<Statement[]>;
  events(ids: readonly string[]): Promise<DossierEvent[]>;
  sources(ids: readonly string[]): Promise<Source[]>;
  /** Statements whose `speaker` is this person. */
  statementsBy(person: string): Promise<Statement[]>;
  /** Statements whose `about` names this person. */
  statementsAbout(person: string): Promise<Statement[]>;
  /** Events whose `people` name this person. */
  eventsOf(person: string): Promise<DossierEvent[]>;
  /** Statements one of whose relations has one of these ids (of statements or events) as its target. */
  statementsRelatedTo(targets: readonly string[]): Promise<Statement[]>;
}

/** A reader over a dossier held in memory; the indexes are built once, on the first question. */
export function memoryReader(dossier: Dossier): DossierReader {
  const { sources, people, events, statements, ...head } = dossier;
  let indexes: Indexes | undefined;
  const ask = (): Indexes => {
    indexes ??= buildIndexes(dossier);
    return indexes;
  };
  return {
    head: async () => head,
    people: async (ids) => pick(ask().people, ids),
    statements: async (ids) => pick(ask().statements, ids),
    events: async (ids) => pick(ask().events, ids),
    sources: async (ids) => pick(ask().sources, ids),
    statementsBy: async (person) => ask().by.get(person) ?? [],
    statementsAbout: async (person) => ask().about.get(person) ?? [],
    eventsOf: async (person) => ask().eventsOf.get(person) ?? [],
    statementsRelatedTo: async (targets) => [...new Set(targets.flatMap((id) => ask().relatedTo.get(id) ?? []))],
  };
}

interface Indexes {
  people: Map<string, Person>;
  statements: Map<string, Statement>;
  events: Map<string, DossierEvent>;
  sources: Map<string, Source>;
  by: Map<string, Statement[]>;
  about: Map<string, Statement[]>;
  eventsOf: Map<string, DossierEvent[]>;
  relatedTo: Map<string, Statement[]>;
}

function buildIndexes(dossier: Dossier): Indexes {
  return {
    people: byId(dossier.people),
    statements: byId(dossier.statements),
    events: byId(dossier.events),
    sources: byId(dossier.sources),
    by: groupBy(dossier.statements, (statement) => (statement.speaker ? [statement.speaker] : [])),
    about: groupBy(dossier.statements, (statement) => statement.about),
    eventsOf: groupBy(dossier.events, (event) => event.people.map((person) => person.id)),
    relatedTo: groupBy(dossier.statements, (statement) => statement.relations.map((relation) => relation.target)),
  };
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupBy<T>(records: readonly T[], keysOf: (record: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of new Set(keysOf(record))) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

function pick<T>(records: Map<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids)].flatMap((id) => records.get(id) ?? []);
}
