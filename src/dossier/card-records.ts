import { CARD_LIMITS } from "./card-limits.ts";
import type { DossierReader } from "./reader.ts";
import type { DossierEvent, DossierHead, Person, Source, Statement } from "./schema.ts";
import { compareTelling } from "./telling.ts";

/** Everything a card needs, asked of the reader in three rounds. */
export interface CardRecords {
  head: DossierHead;
  person: Person;
  /** This person's statements, the most telling first, at most the limit. */
  said: Statement[];
  saidCount: number;
  /** Statements of others about this person, likewise. */
  about: Statement[];
  eventsOf: DossierEvent[];
  /** Statements with a relation to one of the listed ones, by the id they point to. */
  pointingTo: Map<string, Statement[]>;
  statements: Map<string, Statement>;
  events: Map<string, DossierEvent>;
  sources: Map<string, Source>;
  people: Map<string, Person>;
  /** How often each other person occurs in what the card shows. */
  met: Map<string, number>;
}

export async function gatherRecords(
  reader: DossierReader,
  id: string,
  limit: number,
): Promise<CardRecords | undefined> {
  const [head, [person], by, others, eventsOf] = await Promise.all([
    reader.head(),
    reader.people([id]),
    reader.statementsBy(id),
    reader.statementsAbout(id),
    reader.eventsOf(id),
  ]);
  if (!person) return undefined;
  const none = new Map<string, Statement[]>();
  const weighed = [by, others.filter((statement) => statement.speaker !== id)].map((list) => {
    return [...list].sort(compareTelling(none)).slice(0, Math.max(limit, CARD_LIMITS.weighed));
  });
  const pointing = await reader.statementsRelatedTo(weighed.flat().map((statement) => statement.id));
  const pointingTo = groupByTarget(pointing);
  const [said = [], about = []] = weighed.map((list) => list.sort(compareTelling(pointingTo)).slice(0, limit));

  const shown = [...said, ...about];
  const near = shown.flatMap((statement) => pointingTo.get(statement.id) ?? []);
  const targets = shown.flatMap((statement) => statement.relations.map((relation) => relation.target));
  const replies = shown.flatMap((statement) => statement.inReplyTo ?? []);
  const [targetStatements, targetEvents, sources] = await Promise.all([
    reader.statements([...targets, ...replies]),
    reader.events(targets),
    reader.sources([...shown, ...eventsOf].flatMap((record) => record.sources)),
  ]);
  const statements = new Map([...shown, ...near, ...targetStatements].map((record) => [record.id, record]));
  const met = countPeople(id, shown, near, targetStatements, eventsOf);
  const people = await reader.people([id, ...met.keys()]);
  return {
    head,
    person,
    said,
    saidCount: by.length,
    about,
    eventsOf,
    pointingTo,
    statements,
    events: new Map(targetEvents.map((record) => [record.id, record])),
    sources: new Map(sources.map((record) => [record.id, record])),
    people: new Map(people.map((record) => [record.id, record])),
    met,
  };
}

function groupByTarget(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    for (const target of new Set(statement.relations.map((relation) => relation.target))) {
      const group = groups.get(target);
      if (group) group.push(statement);
      else groups.set(target, [statement]);
    }
  }
  return groups;
}

function countPeople(
  self: string,
  shown: readonly Statement[],
  near: readonly Statement[],
  targets: readonly Statement[],
  events: readonly DossierEvent[],
): Map<string, number> {
  const met = new Map<string, number>();
  const meet = (id: string | undefined): void => {
    if (id !== undefined && id !== self) met.set(id, (met.get(id) ?? 0) + 1);
  };
  for (const statement of shown) {
    meet(statement.speaker);
    for (const id of statement.about) meet(id);
  }
  for (const statement of [...near, ...targets]) meet(statement.speaker);
  for (const event of events) for (const { id } of event.people) meet(id);
  return met;
}
