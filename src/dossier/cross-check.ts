import { dateFault, endsBeforeStart, isCalendarDate } from "./dates.ts";
import { type FaultList, shown } from "./faults.ts";
import { findReplyCycles } from "./reply-cycles.ts";
import type { Dossier, DossierDate, DossierEvent, Person, Role, Source, Statement } from "./schema.ts";

type RecordType = "source" | "person" | "event" | "statement";

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

/**
 * What one field cannot say alone: ids, references, dates, and who speaks how. Linear in the size of the dossier.
 * `idOf` gives the id of a record also when its shape is wrong, so that one fault does not cause a hundred others.
 */
export function crossCheck(
  head: Pick<Dossier, "asOf" | "updated" | "changes"> | undefined,
  records: CheckedRecords,
  idOf: (list: RecordList, index: number) => unknown,
  faults: FaultList,
): void {
  const types = checkIds(records, idOf, faults);
  const refer = (place: string, id: string, ...allowed: RecordType[]): void => {
    const type = types.get(id);
    const wanted = allowed.join(" or ");
    if (type === undefined && allowed.some((one) => records.unread.has(LISTS[one]))) return;
    if (type === undefined) faults.add(place, `there is no ${wanted} "${id}"`, `add it, or correct the id`);
    else if (!allowed.includes(type)) faults.add(place, `"${id}" is a ${type}, must be a ${wanted}`);
  };
  const referAll = (place: string, ids: readonly string[], type: RecordType): void => {
    for (const [index, id] of ids.entries()) refer(`${place}[${index}]`, id, type);
  };
  const date = (place: string, value: DossierDate | undefined): void => {
    const fault = value && dateFault(value);
    if (fault) faults.add(`${place}.${fault.slice(0, fault.indexOf(":"))}`, fault.slice(fault.indexOf(":") + 2));
  };
  const day = (place: string, value: string | undefined): void => {
    if (value !== undefined && !isCalendarDate(value.slice(0, 10))) {
      faults.add(place, `there is no such date, found "${value}"`);
    }
  };
  const role = (place: string, { from, to }: Role): void => {
    date(`${place}.from`, from);
    date(`${place}.to`, to);
    if (from && to && endsBeforeStart(from, to)) {
      faults.add(
        `${place}.to`,
        `must not be before from, found "${to.value}" before "${from.value}"`,
        "swap or correct the dates",
      );
    }
  };
  const statement = (place: string, record: Statement): void => {
    if (record.speaker === undefined && record.speakerName === undefined) {
      faults.add(`${place}.speaker`, "is missing: name a person by id, or an organisation as speakerName");
    } else if (record.speaker !== undefined && record.speakerName !== undefined) {
      faults.add(`${place}.speakerName`, "must not stand beside speaker: give one of the two");
    }
    if (record.quote === undefined && record.paraphrase === undefined) {
      faults.add(`${place}.quote`, "is missing: give quote (their words) or paraphrase (yours)");
    }
    if (record.speaker !== undefined) refer(`${place}.speaker`, record.speaker, "person");
    if (record.event !== undefined) refer(`${place}.event`, record.event, "event");
    if (record.inReplyTo !== undefined) refer(`${place}.inReplyTo`, record.inReplyTo, "statement");
    referAll(`${place}.about`, record.about, "person");
    referAll(`${place}.sources`, record.sources, "source");
    for (const [index, relation] of record.relations.entries()) {
      const at = `${place}.relations[${index}].target`;
      if (relation.target === record.id)
        faults.add(at, "a statement cannot stand in relation to itself", "name the other statement");
      else refer(at, relation.target, "statement", "event");
    }
    date(`${place}.date`, record.date);
    day(`${place}.correction.date`, record.correction?.date);
  };

  if (head) {
    day("asOf", head.asOf);
    day("updated", head.updated);
    for (const [index, change] of head.changes.entries()) day(`changes[${index}].date`, change.date);
  }
  for (const [index, source] of records.sources.entries()) date(`sources[${index}].date`, source?.date);
  for (const [index, person] of records.people.entries()) {
    for (const [at, held] of (person?.roles ?? []).entries()) role(`people[${index}].roles[${at}]`, held);
  }
  for (const [index, event] of records.events.entries()) {
    if (!event) continue;
    date(`events[${index}].date`, event.date);
    for (const [at, person] of event.people.entries()) refer(`events[${index}].people[${at}].id`, person.id, "person");
    referAll(`events[${index}].sources`, event.sources, "source");
  }
  for (const [index, record] of records.statements.entries()) {
    if (record) statement(`statements[${index}]`, record);
  }
  for (const cycle of findReplyCycles(records.statements)) {
    faults.add(
      `statements[${cycle.index}].${cycle.field}`,
      `runs in a circle: ${cycle.ids.map((id) => `"${id}"`).join(" → ")}`,
      "take out the step that points forward in time: a reply answers or repeats something earlier",
    );
  }
}

const LISTS = { source: "sources", person: "people", event: "events", statement: "statements" } as const;
const TYPES = { sources: "source", people: "person", events: "event", statements: "statement" } as const;

/** Type by id over the whole file; an id used twice is a fault at its second place. */
function checkIds(
  records: CheckedRecords,
  idOf: (list: RecordList, index: number) => unknown,
  faults: FaultList,
): Map<string, RecordType> {
  const types = new Map<string, RecordType>();
  const places = new Map<string, { list: string; index: number }>();
  for (const list of Object.keys(TYPES) as (keyof typeof TYPES)[]) {
    for (let index = 0; index < records[list].length; index++) {
      const id = idOf(list, index);
      if (typeof id !== "string") continue;
      const first = places.get(id);
      if (first) {
        const remedy =
          "give the newer of the two another id: ids are unique in the file and stay the same between versions";
        faults.add(`${list}[${index}].id`, `${shown(id)} is taken by ${first.list}[${first.index}]`, remedy);
      } else {
        types.set(id, TYPES[list]);
        places.set(id, { list, index });
      }
    }
  }
  return types;
}
