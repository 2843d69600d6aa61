import { dateFault, endsBeforeStart, isCalendarDate } from "./dates.ts";
import { type FaultList, shown } from "./faults.ts";
import { findReplyCycles } from "./reply-cycles.ts";
import type { Dossier, DossierDate, DossierEvent, Person, Role, Source, Statement } from "./schema.ts";

/** The records of a file, in its order; `undefined` stands for one whose shape is wrong: it is named already, and passed over. */
export interface CheckedRecords {
  sources: (Source | undefined)[];
  people: (Person | undefined)[];
  events: (DossierEvent | undefined)[];
  statements: (Statement | undefined)[];
  /** Lists that are missing or cannot be read: that is a fault of its own, and what refers to them is not another. */
  unread: Set<RecordList>;
}

export type RecordList = "sources" | "people" | "events" | "statements";

/** In the order of the file; a type is one bit, so that "a statement or an event" is a number. */
const LISTS: readonly RecordList[] = ["sources", "people", "events", "statements"];
const WORDS = ["source", "person", "event", "statement"];
const SOURCE = 1;
const PERSON = 2;
const EVENT = 4;
const STATEMENT = 8;

/**
 * What one field cannot say alone: ids, references, dates, and who speaks how. Linear in the size of the dossier; places are put
 * together only for faults, since a large file without any would otherwise spend most of its time on them.
 * `idOf` gives the id of a record also when its shape is wrong, so that one fault does not cause a hundred others.
 */
export function crossCheck(
  head: Pick<Dossier, "asOf" | "updated" | "changes"> | undefined,
  records: CheckedRecords,
  idOf: (list: RecordList, index: number) => unknown,
  faults: FaultList,
): void {
  const types = checkIds(records, idOf, faults);
  let base = "";
  let at = 0;
  const fault = (field: string, text: string, remedy?: string): void => {
    faults.add(base === "" ? field : `${base}[${at}].${field}`, text, remedy);
  };
  const refer = (id: string, allowed: number, field: string, index = -1, tail = ""): void => {
    const type = (types.get(id) ?? 0) % 16;
    if ((type & allowed) !== 0) return;
    const place = index < 0 ? field : `${field}[${index}]${tail}`;
    if (type !== 0) fault(place, `"${id}" is of type ${wordsOf(type)}, must be of type ${wordsOf(allowed)}`);
    else if (!LISTS.some((list, bit) => allowed & (1 << bit) && records.unread.has(list))) {
      fault(place, `there is no ${wordsOf(allowed)} "${id}"`, "add it, or correct the id");
    }
  };
  const referAll = (ids: readonly string[], allowed: number, field: string): void => {
    for (let index = 0; index < ids.length; index++) refer(ids[index]!, allowed, field, index);
  };
  const date = (field: string, value: DossierDate | undefined): void => {
    const found = value && dateFault(value);
    if (found) fault(`${field}.${found.field}`, found.text);
  };
  const day = (field: string, value: string | undefined): void => {
    if (value !== undefined && !isCalendarDate(value.slice(0, 10))) {
      fault(field, `there is no such date, found "${value}"`);
    }
  };
  const role = ({ from, to }: Role, field: string): void => {
    date(`${field}.from`, from);
    date(`${field}.to`, to);
    if (from && to && endsBeforeStart(from, to)) {
      fault(
        `${field}.to`,
        `must not be before from, found "${to.value}" before "${from.value}"`,
        "correct one of them",
      );
    }
  };
  const statement = (record: Statement): void => {
    if (record.speaker === undefined && record.speakerName === undefined) {
      fault("speaker", "is missing: name a person by id, or an organisation as speakerName", "add it");
    } else if (record.speaker !== undefined && record.speakerName !== undefined) {
      fault("speakerName", "must not stand beside speaker: give one of the two", "take one out");
    }
    if (record.quote === undefined && record.paraphrase === undefined) {
      fault("quote", "is missing: give quote (their words) or paraphrase (yours)", "add one");
    }
    if (record.speaker !== undefined) refer(record.speaker, PERSON, "speaker");
    if (record.event !== undefined) refer(record.event, EVENT, "event");
    if (record.inReplyTo !== undefined) refer(record.inReplyTo, STATEMENT, "inReplyTo");
    referAll(record.about, PERSON, "about");
    referAll(record.sources, SOURCE, "sources");
    for (let index = 0; index < record.relations.length; index++) {
      const { target } = record.relations[index]!;
      if (target !== record.id) refer(target, STATEMENT | EVENT, "relations", index, ".target");
      else {
        const what = "a statement cannot stand in relation to itself";
        fault(`relations[${index}].target`, what, "name the other statement");
      }
    }
    date("date", record.date);
    day("correction.date", record.correction?.date);
  };
  const each = <T>(list: RecordList, items: readonly (T | undefined)[], checkOne: (record: T) => void): void => {
    base = list;
    for (at = 0; at < items.length; at++) {
      const record = items[at];
      if (record !== undefined) checkOne(record);
    }
  };

  if (head) {
    day("asOf", head.asOf);
    day("updated", head.updated);
    for (const [index, change] of head.changes.entries()) day(`changes[${index}].date`, change.date);
  }
  each("sources", records.sources, (source) => date("date", source.date));
  each("people", records.people, (person) => {
    for (const [index, held] of person.roles.entries()) if (held.from ?? held.to) role(held, `roles[${index}]`);
  });
  each("events", records.events, (event) => {
    date("date", event.date);
    for (let index = 0; index < event.people.length; index++) {
      refer(event.people[index]!.id, PERSON, "people", index, ".id");
    }
    referAll(event.sources, SOURCE, "sources");
  });
  each("statements", records.statements, statement);
  for (const cycle of findReplyCycles(records.statements, (id) => indexOf(types, id))) {
    faults.add(
      `statements[${cycle.index}].${cycle.field}`,
      `runs in a circle: ${cycle.ids.map((id) => `"${id}"`).join(" → ")}`,
      "take out the step that points forward in time: a reply answers or repeats something earlier",
    );
  }
}

/** "event or statement" */
function wordsOf(types: number): string {
  return WORDS.filter((_, bit) => types & (1 << bit)).join(" or ");
}

/** Position in its list × 16 + bit of the type, by id over the whole file; an id used twice is a fault at its second place. */
function checkIds(
  records: CheckedRecords,
  idOf: (list: RecordList, index: number) => unknown,
  faults: FaultList,
): Map<string, number> {
  const types = new Map<string, number>();
  for (const [bit, list] of LISTS.entries()) {
    for (let index = 0; index < records[list].length; index++) {
      const id = idOf(list, index);
      if (typeof id !== "string") continue;
      const first = types.get(id);
      if (first === undefined) types.set(id, index * 16 + (1 << bit));
      else {
        const taken = `${LISTS[Math.log2(first % 16)]}[${Math.floor(first / 16)}]`;
        const remedy = "give the newer of the two another id; ids stay the same between versions";
        faults.add(`${list}[${index}].id`, `${shown(id)} is taken by ${taken}`, remedy);
      }
    }
  }
  return types;
}

/** Position of a statement by its id. */
function indexOf(types: Map<string, number>, id: string): number | undefined {
  const found = types.get(id);
  return found !== undefined && found % 16 === STATEMENT ? Math.floor(found / 16) : undefined;
}
