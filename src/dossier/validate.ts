import * as v from "valibot";
import { check, checkFormat } from "./check.ts";
import { type CheckedRecords, crossCheck, type RecordList } from "./cross-check.ts";
import { FaultList } from "./faults.ts";
import { readJsonSteps } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { compileCheck, FAILED } from "./quick-check.ts";
import {
  DOSSIER_FORMAT,
  type Dossier,
  eventSchema,
  headSchema,
  personSchema,
  sourceSchema,
  statementSchema,
} from "./schema.ts";
import { atOnce, inSlices, type Steps } from "./slices.ts";

export interface ParseOptions {
  /** Version of the app that will read the dossier; absent: `minAppVersion` is not looked at. */
  appVersion?: string;
}

/**
 * Reads a dossier file: size, UTF-8, JSON, format, schema, and what only the whole file can show. The result is a new object;
 * keys this version does not know are kept.
 * Throws DramatisError: empty-body, too-large, bad-json, needs-newer-format, needs-newer-app, bad-schema.
 */
export function parseDossier(input: string | Uint8Array, options: ParseOptions = {}): Dossier {
  const { dossier, faults } = checkDossier(input, options);
  faults.throwIfAny();
  return dossier!;
}

/** As `parseDossier`, with pauses, so that a large file holds nobody up for longer than `JSON.parse` alone takes. */
export async function parseInSlices(
  input: string | Uint8Array,
  options: ParseOptions,
  pause: () => Promise<void>,
): Promise<Dossier> {
  const { dossier, faults } = await inSlices(checkSteps(input, options), pause);
  faults.throwIfAny();
  return dossier!;
}

interface Checked {
  dossier?: Dossier;
  value?: unknown;
  faults: FaultList;
}

/**
 * As `parseDossier`, but hands over all faults of the content: for publishers. The dossier is there when there are none; the
 * value that the file holds is there once it is safe to walk.
 */
export function checkDossier(input: string | Uint8Array, options: ParseOptions = {}): Checked {
  return atOnce(checkSteps(input, options));
}

function* checkSteps(input: string | Uint8Array, options: ParseOptions): Steps<Checked> {
  const faults = new FaultList();
  const value = yield* readJsonSteps(input, LIMITS.bytes, faults);
  if (faults.count > 0) return { faults };
  checkFormat(value, DOSSIER_FORMAT, "minAppVersion", options.appVersion);
  const dossier = yield* checkContent(value, faults);
  return faults.count === 0 ? { dossier: dossier as Dossier, value, faults } : { value, faults };
}

const LISTS = { sources: sourceSchema, people: personSchema, events: eventSchema, statements: statementSchema };

const frameSchema = v.looseObject({
  ...headSchema.entries,
  ...v.entriesFromList(Object.keys(LISTS) as (keyof typeof LISTS)[], v.array(v.unknown())),
});

/** Head and lists by their schemas, record by record so that a file full of faults costs no more memory than a good one. */
function* checkContent(value: unknown, faults: FaultList): Steps<unknown> {
  const head = check(frameSchema, value, "", faults);
  const raw = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const records: CheckedRecords = { sources: [], people: [], events: [], statements: [], unread: new Set() };
  for (const name of Object.keys(LISTS) as RecordList[]) {
    const list = raw[name];
    const isRead = Array.isArray(list) && list.length <= LIMITS[name];
    if (!isRead) records.unread.add(name);
    if (!Array.isArray(list)) continue;
    if (!isRead) faults.add(name, `must have at most ${LIMITS[name]} items, has ${list.length}`);
    else {
      records[name] = (yield* checkRecords(name, list, faults)) as never[];
    }
  }
  const { unread: _, ...lists } = records;
  crossCheck(head, records, (list, index) => (raw[list] as { id?: unknown }[])[index]?.id, faults);
  return { ...head, ...lists };
}

function* checkRecords(name: RecordList, list: readonly unknown[], faults: FaultList): Steps<unknown[]> {
  const schema: v.GenericSchema = LISTS[name];
  const quickCheck = compileCheck(schema);
  const checked: unknown[] = [];
  for (const [index, record] of list.entries()) {
    const result = quickCheck(record);
    checked.push(result === FAILED ? check(schema, record, `${name}[${index}]`, faults) : result);
    yield;
  }
  return checked;
}
