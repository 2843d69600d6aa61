import { CARD_LIMITS } from "./card-limits.ts";
import type { CardRecords } from "./card-records.ts";
import { shorten, speakerName, statementLine } from "./labels.ts";
import type { Relation, Source, Statement } from "./schema.ts";
import type { RelationView, SourceView, StatementView } from "./views.ts";

/** One statement as the card shows it, with all that it refers to put in place. */
export function statementView(
  statement: Statement,
  records: CardRecords,
  dossier: string,
  isNew: (type: "statement", id: string) => boolean,
): StatementView {
  const { id, kind, date, venue, quote, paraphrase, correction, speaker } = statement;
  const repliedTo = statement.inReplyTo === undefined ? undefined : records.statements.get(statement.inReplyTo);
  const relations = relationsOf(statement, records);
  const omitted = relations.length - CARD_LIMITS.relations;
  const given = { date, venue, quote, paraphrase, correction };
  return {
    id,
    kind,
    speakerName: speakerName(statement, records.people),
    ...(speaker !== undefined && { speaker: { dossier, person: speaker } }),
    ...present(given),
    ...(repliedTo && {
      inReplyTo: {
        id: repliedTo.id,
        speakerName: speakerName(repliedTo, records.people),
        ...statementLine(repliedTo),
      },
    }),
    relations: relations.slice(0, CARD_LIMITS.relations),
    ...(omitted > 0 && { moreRelations: omitted }),
    sources: statement.sources.flatMap((source) => {
      const record = records.sources.get(source);
      return record ? [sourceView(record)] : [];
    }),
    ...(isNew("statement", id) && { isNew: true }),
  };
}

/**
 * What stands against the statement first, then the rest; in each what this statement names before what names it. A pair
 * that names each other with the same kind is told once.
 */
function relationsOf(statement: Statement, records: CardRecords): RelationView[] {
  const to = statement.relations.flatMap(({ kind, target, basis }): RelationView[] => {
    const view = targetView(target, records);
    return view ? [{ kind, direction: "to", basis, target: view }] : [];
  });
  const from = (records.pointingTo.get(statement.id) ?? []).flatMap((other): RelationView[] => {
    const view = targetView(other.id, records);
    const pointing = other.relations.filter((relation) => relation.target === statement.id && !isTold(relation, other));
    return view ? pointing.map(({ kind, basis }) => ({ kind, direction: "from", basis, target: view })) : [];
  });
  const all = [...to, ...from];
  return [...all.filter(isAgainst), ...all.filter((relation) => !isAgainst(relation))];

  function isTold(relation: Relation, other: Statement): boolean {
    return (
      relation.kind === "atOddsWith" &&
      statement.relations.some((own) => own.kind === "atOddsWith" && own.target === other.id)
    );
  }
}

/** Whether a relation stands against its statement. */
export function isAgainst({ kind }: Pick<RelationView, "kind">): boolean {
  return kind === "disputes" || kind === "atOddsWith";
}

function targetView(id: string, records: CardRecords): RelationView["target"] | undefined {
  const statement = records.statements.get(id);
  if (statement) {
    return {
      type: "statement",
      id,
      ...statementLine(statement),
      speakerName: speakerName(statement, records.people),
      ...present({ date: statement.date }),
    };
  }
  const event = records.events.get(id);
  return event && { type: "event", id, label: shorten(event.title), verbatim: false, date: event.date };
}

function sourceView(source: Source): SourceView {
  const { id, title, publisher, author, date, url, archivedUrl, note } = source;
  return { id, title, ...present({ publisher, author, date, url, archivedUrl, note }) };
}

/** The object without keys whose value is `undefined`. */
function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
