import * as v from "valibot";
import { check, checkFormat } from "./check.ts";
import { type CheckedRecords, crossCheck } from "./cross-check.ts";
import { FaultList } from "./faults.ts";
import { readJson } from "./json.ts";
import { LIMITS } from "./limits.ts";
import {
  DOSSIER_FORMAT,
  type Dossier,
  eventSchema,
  headSchema,
  personSchema,
  sourceSchema,
  statementSchema,
} from "./schema.ts";

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

/** As `parseDossier`, but hands over all faults of the content: for publishers. The dossier is there when there are none. */
export function checkDossier(
  input: string | Uint8Array,
  options: ParseOptions = {},
): { dossier?: Dossier; faults: FaultList } {
  const value = readJson(input, LIMITS.bytes);
  const faults = new FaultList();
  checkFormat(value, DOSSIER_FORMAT, "minAppVersion", options.appVersion);
  const dossier = checkContent(value, faults);
  return faults.count === 0 ? { dossier: dossier as Dossier, faults } : { faults };
}

const LISTS = { sources: sourceSchema, people: personSchema, events: eventSchema, statements: statementSchema };

const frameSchema = v.looseObject({
  ...headSchema.entries,
  ...v.entriesFromList(Object.keys(LISTS) as (keyof typeof LISTS)[], v.array(v.unknown())),
});

/** Head and lists by their schemas, record by record so that a file full of faults costs no more memory than a good one. */
function checkContent(value: unknown, faults: FaultList): unknown {
  const head = check(frameSchema, value, "", faults);
  const raw = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const records: CheckedRecords = { sources: [], people: [], events: [], statements: [] };
  for (const [name, schema] of Object.entries(LISTS)) {
    const list = raw[name];
    if (!Array.isArray(list)) continue;
    const most = LIMITS[name as keyof CheckedRecords];
    if (list.length > most) faults.add(name, `must have at most ${most} items, has ${list.length} items`);
    else {
      const checked = list.map((record, index) => check<v.GenericSchema>(schema, record, `${name}[${index}]`, faults));
      records[name as keyof CheckedRecords] = checked as never[];
    }
  }
  crossCheck(head, records, (list, index) => (raw[list] as { id?: unknown }[])[index]?.id, faults);
  return { ...head, ...records };
}
