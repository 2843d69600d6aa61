import { canonicalize } from "./canonical.ts";
import { quotedLine, shorten, speakerName } from "./labels.ts";
import type { Correction, Dossier, Person, Statement } from "./schema.ts";
import { atOnce, type Steps } from "./slices.ts";

/** What changed between two versions of a dossier. */
export interface ChangeSummary {
  dossier: string;
  title: string;
  from?: number;
  to: number;
  added: ChangedRecord[];
  changed: ChangedRecord[];
  /** Statements that are still there, marked as withdrawn. */
  withdrawn: ChangedRecord[];
  /** Records that are gone; absent in summaries of before they were told apart, which count them as withdrawn. */
  removed?: ChangedRecord[];
  /** Records that a shortened summary leaves out, all lists together. */
  omitted?: number;
}

export interface ChangedRecord {
  type: "person" | "event" | "statement" | "source";
  id: string;
  /** One line for people; words in quote marks are verbatim. */
  label: string;
  /** Ids of the persons it concerns: who speaks, who is spoken of, whose statement it stands against, who took part. */
  people: string[];
  /** The publisher's reason for a correction or withdrawal. */
  reason?: string;
}

/**
 * What `next` brings over `previous` (`undefined`: all is added). Withdrawn are statements newly marked so, with the reason;
 * removed are records that are gone, with a reason only where they were withdrawn before. Records come in the order of the file, statements first. Pure, linear.
 */
export function diffDossiers(previous: Dossier | undefined, next: Dossier): ChangeSummary {
  return atOnce(diffSteps(previous, next));
}

/** The same in steps, one for each record. */
export function* diffSteps(previous: Dossier | undefined, next: Dossier): Steps<ChangeSummary> {
  const removed: ChangedRecord[] = [];
  const summary: ChangeSummary = {
    dossier: next.id,
    title: next.title,
    ...(previous && { from: previous.version }),
    to: next.version,
    added: [],
    changed: [],
    withdrawn: [],
    removed,
  };
  const before = previous && describerOf(previous);
  const after = describerOf(next);
  for (const type of ["statement", "event", "person", "source"] as const) {
    const old = new Map((before?.records(type) ?? []).map((record) => [record.id, record]));
    for (const record of after.records(type)) {
      yield;
      const was = old.get(record.id);
      old.delete(record.id);
      if (was && sameRecord(was, record)) continue;
      const people = new Set([...after.peopleOf(type, record), ...((was && before?.peopleOf(type, was)) ?? [])]);
      const changed: ChangedRecord = { type, id: record.id, label: after.labelOf(type, record), people: [...people] };
      const correction = correctionOf(record);
      if (correction && !sameRecord(correction, was && correctionOf(was))) changed.reason = correction.reason;
      const withdrawn = correction?.kind === "withdrawn" && was && correctionOf(was)?.kind !== "withdrawn";
      (withdrawn ? summary.withdrawn : was ? summary.changed : summary.added).push(changed);
    }
    for (const gone of old.values()) {
      const people = [...new Set(before!.peopleOf(type, gone))];
      const correction = correctionOf(gone);
      const reason = correction?.kind === "withdrawn" ? { reason: correction.reason } : {};
      removed.push({ type, id: gone.id, label: before!.labelOf(type, gone), people, ...reason });
    }
  }
  return summary;
}

/** Of a removed record: whether a statement has gone that no correction ever took back. */
export function isSilentlyGone({ type, reason }: ChangedRecord): boolean {
  return type === "statement" && reason === undefined;
}

type AnyRecord = { id: string };

/** Labels and people of the records of one dossier. */
function describerOf(dossier: Dossier) {
  const people = new Map<string, Person>(dossier.people.map((person) => [person.id, person]));
  const statements = new Map<string, Statement>(dossier.statements.map((statement) => [statement.id, statement]));
  const lists = {
    statement: dossier.statements,
    event: dossier.events,
    person: dossier.people,
    source: dossier.sources,
  };
  const labelOf = (type: ChangedRecord["type"], record: AnyRecord): string => {
    if (type === "person") return (record as Person).name;
    if (type === "statement") {
      return `${speakerName(record as Statement, people)}: ${quotedLine(record as Statement)}`;
    }
    return shorten((record as { title?: string }).title ?? "");
  };
  const peopleOf = (type: ChangedRecord["type"], record: AnyRecord): string[] => {
    if (type === "person") return [record.id];
    if (type === "event") return (record as Dossier["events"][number]).people.map((person) => person.id);
    if (type === "source") return [];
    const statement = record as Statement;
    const others = [statement.inReplyTo, ...statement.relations.map((relation) => relation.target)];
    const speakers = others.map((id) => statements.get(id ?? "")?.speaker);
    return [statement.speaker, ...statement.about, ...speakers].filter((id) => id !== undefined);
  };
  return { records: (type: ChangedRecord["type"]): readonly AnyRecord[] => lists[type], labelOf, peopleOf };
}

function correctionOf(record: AnyRecord): Correction | undefined {
  return (record as Statement).correction;
}

/** Equal whatever the order of keys; the quick comparison settles nearly all. */
function sameRecord(one: unknown, other: unknown): boolean {
  return (
    JSON.stringify(one) === JSON.stringify(other) || (!!one && !!other && canonicalize(one) === canonicalize(other))
  );
}
