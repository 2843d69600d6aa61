import type { DossierEvent, Relation, Statement } from "../../dossier/schema.ts";
import type { DossierIndex } from "./index.ts";

export type RelationTarget = { type: "statement"; record: Statement } | { type: "event"; record: DossierEvent };

/** One relation as seen from one of its two ends. */
export interface RelationEnd {
  kind: Relation["kind"];
  /** "to": this record names the other; "from": the other names this one. */
  direction: "to" | "from";
  basis: string;
  other: RelationTarget;
}

/** Kinds that put two records against each other; the page shows them first and apart. */
const AGAINST: ReadonlySet<Relation["kind"]> = new Set(["disputes", "atOddsWith"]);

export function isAgainst(end: Pick<RelationEnd, "kind">): boolean {
  return AGAINST.has(end.kind);
}

export function findTarget(index: DossierIndex, id: string): RelationTarget | undefined {
  const statement = index.statements.get(id);
  if (statement) return { type: "statement", record: statement };
  const event = index.events.get(id);
  return event && { type: "event", record: event };
}

/**
 * Relations of a statement or an event in both directions, what stands against it first. A target that the dossier
 * does not hold is left out: there is nothing to show.
 */
export function relationsOf(index: DossierIndex, id: string): RelationEnd[] {
  const ends: RelationEnd[] = [];
  for (const relation of index.statements.get(id)?.relations ?? []) {
    const other = findTarget(index, relation.target);
    if (other) ends.push({ kind: relation.kind, direction: "to", basis: relation.basis, other });
  }
  for (const { from, relation } of index.incoming.get(id) ?? []) {
    const other: RelationTarget = { type: "statement", record: from };
    ends.push({ kind: relation.kind, direction: "from", basis: relation.basis, other });
  }
  return ends.sort((a, b) => Number(isAgainst(b)) - Number(isAgainst(a)));
}

/** The statement that this one replies to, unless an "answers" relation already says so with its basis. */
export function bareReply(index: DossierIndex, statement: Statement): Statement | undefined {
  const { inReplyTo, relations } = statement;
  if (!inReplyTo || relations.some(({ kind, target }) => kind === "answers" && target === inReplyTo)) return undefined;
  return index.statements.get(inReplyTo);
}

/** Statements that reply to this one without an "answers" relation of their own. */
export function bareReplies(index: DossierIndex, id: string): Statement[] {
  return (index.repliesTo.get(id) ?? []).filter((reply) => bareReply(index, reply)?.id === id);
}
