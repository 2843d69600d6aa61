import { FaultList } from "./faults.ts";
import { adviseOnNames } from "./name-advice.ts";
import { type Dossier, type DossierDate, dossierSchema, type Statement } from "./schema.ts";
import { unknownKeys } from "./unknown-keys.ts";

/**
 * What a valid dossier lacks or may have got wrong, for its publisher: nothing here keeps a reader from using it. In the order
 * head, sources, people, events, statements. Linear.
 */
export function adviseOn(dossier: Dossier): FaultList {
  const advice = new FaultList();
  const add = advice.add.bind(advice);
  unknownKeys(dossierSchema, dossier, advice);
  const date = (place: string, value: DossierDate | undefined): void => {
    if (!value) return;
    if (value.basis === "inferred" && !value.note) {
      add(place, "is inferred without saying from what", "add note: what the day was concluded from");
    }
    // As texts: what begins with the same month or year does not lie after it.
    if (value.value > dossier.asOf) {
      add(
        `${place}.value`,
        `lies after asOf (${dossier.asOf})`,
        "raise asOf to the day up to which the story is told, or correct the date",
      );
    }
  };

  adviseOnHead(dossier, add);
  const cited = new Set([...dossier.events, ...dossier.statements].flatMap((record) => record.sources));
  for (const [index, source] of dossier.sources.entries()) {
    const place = `sources[${index}]`;
    if (!cited.has(source.id))
      add(place, `"${source.id}" is cited by no event and no statement`, "cite it, or take it out");
    if (!source.publisher)
      add(place, `"${source.id}" names no publisher`, "add publisher: readers judge a source by it");
    if (!source.url && !source.archivedUrl && !source.note) {
      add(
        place,
        `"${source.id}" has no address and no note`,
        "add url or archivedUrl, or say in note where it can be seen",
      );
    }
    if (!source.date) add(place, `"${source.id}" has no date`, "add date, if the source or its archive tells it");
    date(`${place}.date`, source.date);
  }
  adviseOnNames(dossier, add);
  for (const [index, event] of dossier.events.entries()) {
    const place = `events[${index}]`;
    if (event.people.length === 0)
      add(place, `"${event.id}" has no people`, "add those who took part: it is shown on their cards");
    date(`${place}.date`, event.date);
  }
  const byName = new Map(dossier.people.map((person) => [person.name, person.id]));
  for (const [index, statement] of dossier.statements.entries()) {
    const place = `statements[${index}]`;
    adviseOnStatement(place, statement, dossier.updated, add);
    const named = byName.get(statement.speakerName ?? "");
    if (named) add(`${place}.speakerName`, `is the name of person "${named}"`, `use "speaker": "${named}" instead`);
    date(`${place}.date`, statement.date);
  }
  return advice;
}

type Add = FaultList["add"];

function adviseOnHead(dossier: Dossier, add: Add): void {
  if (!dossier.summary) add("summary", "is missing", "add two or three neutral sentences that tell the story");
  if (!dossier.publisher.url) add("publisher.url", "is missing", "add the address where readers find out who you are");
  if (dossier.context.length === 0) {
    add(
      "context",
      "is empty",
      "add words that mark the story: without them a bare surname counts only after the full name",
    );
  }
  if (!dossier.changes.some((change) => change.version === dossier.version)) {
    add("changes", `has no line for version ${dossier.version}`, "add one: readers see it as what is new");
  }
  for (const [index, change] of dossier.changes.entries()) {
    if (change.version > dossier.version) {
      add(
        `changes[${index}].version`,
        `is ${change.version}, but this is version ${dossier.version}`,
        "correct one of the two",
      );
    }
  }
  if (dossier.asOf > dossier.updated.slice(0, 10)) {
    add("asOf", `lies after updated (${dossier.updated})`, "correct one of the two");
  }
}

/** Quote marks around the whole text: the reader's card sets them itself. */
const QUOTED = /^\s*(["“„«].*["”“»])\s*$/su;

function adviseOnStatement(place: string, statement: Statement, updated: string, add: Add): void {
  if (!statement.date) add(place, `"${statement.id}" has no date`, "add date, if need be as inferred and with a note");
  if (statement.quote !== undefined && QUOTED.test(statement.quote)) {
    add(`${place}.quote`, "carries quote marks of its own", "take them off: quotes are shown in quote marks");
  }
  if (statement.correction && statement.correction.date > updated.slice(0, 10)) {
    add(`${place}.correction.date`, `lies after updated (${updated})`, "correct one of the two");
  }
}
