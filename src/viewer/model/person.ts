import { compareDates } from "../../dossier/dates.ts";
import { hasBegun, hasEnded } from "../../dossier/role.ts";
import type { DossierDate, DossierEvent, Person, Role, Source, Statement } from "../../dossier/schema.ts";
import type { DossierIndex } from "./index.ts";

export type TimelineEntry =
  | { type: "event"; date: DossierDate; record: DossierEvent }
  | { type: "statement"; date: DossierDate | undefined; record: Statement };

export interface PersonPage {
  person: Person;
  /** Held on the day the story is told up to. */
  currentRoles: Role[];
  formerRoles: Role[];
  /** Begun after that day. */
  laterRoles: Role[];
  statements: Statement[];
  about: Statement[];
  timeline: TimelineEntry[];
  /** Other spellings of the name, those that are more than the surname. */
  spellings: string[];
  /** Others, the one met most often first; a dozen at most. */
  people: { person: Person; together: number }[];
  sources: Source[];
}

/** Events a person takes part in and statements they made, in order of date. */
export function timelineOf(index: DossierIndex, person: string): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...(index.eventsOf.get(person) ?? []).map((record) => ({ type: "event" as const, date: record.date, record })),
    ...(index.spokenBy.get(person) ?? []).map((record) => ({ type: "statement" as const, date: record.date, record })),
  ];
  return entries.sort((a, b) => compareDates(a.date, b.date));
}

/** How many others stand on a person's page. */
const MOST_COMPANIONS = 12;

function companions(index: DossierIndex, id: string, about: Statement[], spoken: Statement[]) {
  const together = new Map<string, number>();
  const meet = (other: string | undefined) => {
    if (other && other !== id) together.set(other, (together.get(other) ?? 0) + 1);
  };
  for (const event of index.eventsOf.get(id) ?? []) for (const other of event.people) meet(other.id);
  for (const statement of spoken) for (const other of statement.about) meet(other);
  for (const statement of about) meet(statement.speaker);
  return [...together]
    .flatMap(([other, count]) => {
      const person = index.people.get(other);
      return person ? [{ person, together: count }] : [];
    })
    .sort((a, b) => b.together - a.together)
    .slice(0, MOST_COMPANIONS);
}

/** Everything a person's page shows; undefined for an id the dossier does not hold. */
export function personPage(index: DossierIndex, id: string): PersonPage | undefined {
  const person = index.people.get(id);
  if (!person) return undefined;
  const statements = index.spokenBy.get(id) ?? [];
  const about = index.saidAbout.get(id) ?? [];
  const cited = new Set(
    [...statements, ...about, ...(index.eventsOf.get(id) ?? [])].flatMap((record) => record.sources),
  );
  const { asOf } = index.dossier;
  const begun = person.roles.filter((role) => hasBegun(role, asOf));
  return {
    person,
    currentRoles: begun.filter((role) => !hasEnded(role, asOf)),
    formerRoles: begun.filter((role) => hasEnded(role, asOf)),
    laterRoles: person.roles.filter((role) => !hasBegun(role, asOf)),
    spellings: person.aliases.flatMap(({ text, kind }) => (kind === "surname" || text === person.name ? [] : [text])),
    statements,
    about,
    timeline: timelineOf(index, id),
    people: companions(index, id, about, statements),
    sources: index.dossier.sources.filter((source) => cited.has(source.id)),
  };
}
