import { CARD_LIMITS } from "./card-limits.ts";
import { type CardRecords, gatherRecords } from "./card-records.ts";
import { statementView } from "./card-statement.ts";
import { compareDates } from "./dates.ts";
import { statementLine } from "./labels.ts";
import type { DossierReader } from "./reader.ts";
import { roleOn } from "./role.ts";
import type { Statement } from "./schema.ts";
import type { CardView, PersonLink, PersonRef, TimelineItem } from "./views.ts";

export interface CardOptions {
  /** Title of the feed the dossier came by. */
  feedTitle?: string;
  /** The dossier came from a file: nobody has signed it. */
  isImported?: boolean;
  /** Whether a record was added or changed since the reader last looked at this person. Asked once all records were read. */
  isNew?: (type: "statement" | "event", id: string) => boolean;
  /** Statements listed at most, of this person and again about this person; `statementCount` tells how many there are. Default 50. */
  limit?: number;
}

/**
 * The card of one person, from one dossier. `ref.dossier` is the id under which the dossier is installed and goes into every
 * link of the view; `undefined` when the dossier has no such person.
 */
export async function buildCard(
  reader: DossierReader,
  ref: PersonRef,
  options: CardOptions = {},
): Promise<CardView | undefined> {
  const records = await gatherRecords(reader, ref.person, options.limit ?? 50);
  if (!records) return undefined;
  const { head, person } = records;
  const isNew = options.isNew ?? (() => false);
  const toView = (statement: Statement) => statementView(statement, records, ref.dossier, isNew);
  const role = roleOn(person, head.asOf);
  const timeline = timelineOf(records, isNew);
  const earlier = timeline.length - CARD_LIMITS.timeline;
  return {
    ref,
    name: person.name,
    ...(role && { role: role.text }),
    ...(role?.until && { roleUntil: role.until }),
    ...(person.summary !== undefined && { summary: person.summary }),
    dossier: {
      id: ref.dossier,
      title: head.title,
      version: head.version,
      language: head.language,
      asOf: head.asOf,
      publisher: head.publisher.name,
      ...(options.feedTitle !== undefined && { feedTitle: options.feedTitle }),
      ...(options.isImported && { isImported: true }),
    },
    statements: records.said.map(toView),
    statementCount: records.saidCount,
    about: records.about.map(toView),
    timeline: timeline.slice(-CARD_LIMITS.timeline),
    ...(earlier > 0 && { moreTimeline: earlier }),
    people: linksOf(records, ref.dossier),
    sameAs: person.sameAs,
  };
}

/** Events with this person and this person's own statements, earliest first. */
function timelineOf(records: CardRecords, isNew: NonNullable<CardOptions["isNew"]>): TimelineItem[] {
  const events = records.eventsOf.map((event): TimelineItem => {
    const part = event.people.find((item) => item.id === records.person.id)?.part;
    return {
      type: "event",
      id: event.id,
      date: event.date,
      title: event.title,
      ...(part !== undefined && { part }),
      ...(isNew("event", event.id) && { isNew: true }),
    };
  });
  const statements = records.said.map((statement): TimelineItem => {
    const { label, verbatim } = statementLine(statement);
    return {
      type: "statement",
      id: statement.id,
      ...(statement.date && { date: statement.date }),
      title: label,
      ...(verbatim && { verbatim }),
      ...(statement.correction && { correction: statement.correction.kind }),
      ...(isNew("statement", statement.id) && { isNew: true }),
    };
  });
  return [...events, ...statements].sort((one, other) => compareDates(one.date, other.date));
}

/** The other people of this card, those met most often first, then by name. */
function linksOf(records: CardRecords, dossier: string): PersonLink[] {
  const people = [...records.met].flatMap(([id, count]) => {
    const person = records.people.get(id);
    return person ? [{ person, count }] : [];
  });
  people.sort((one, other) => other.count - one.count || (one.person.name < other.person.name ? -1 : 1));
  return people.slice(0, CARD_LIMITS.people).map(({ person }) => {
    const role = roleOn(person, records.head.asOf);
    return { ref: { dossier, person: person.id }, name: person.name, ...(role && { role: role.text }) };
  });
}
