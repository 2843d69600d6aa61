import type * as v from "valibot";
import { type FaultList, placeIn, shown } from "./faults.ts";

type AnySchema = v.GenericSchema & {
  pipe?: readonly AnySchema[];
  wrapped?: AnySchema;
  item?: AnySchema;
  entries?: Record<string, AnySchema>;
  options?: readonly AnySchema[];
};

/**
 * Keys that the format does not know: kept and ignored, so a slip of the pen ("qoute") loses a quote without a word.
 * Walks a parsed value along its schema; `$schema` is for editors and passes.
 */
export function unknownKeys(schema: v.GenericSchema, value: unknown, found: FaultList, place = ""): void {
  const { entries, item } = shapeOf(schema as AnySchema, value);
  if (item && Array.isArray(value)) {
    for (const [index, one] of value.entries()) unknownKeys(item, one, found, placeIn(place, index));
  } else if (entries && typeof value === "object" && value !== null && !Array.isArray(value)) {
    for (const [key, one] of Object.entries(value)) {
      const inner = Object.hasOwn(entries, key) ? entries[key] : undefined;
      if (inner) unknownKeys(inner, one, found, placeIn(place, key));
      else if (!(place === "" && key === "$schema")) {
        found.add(
          placeIn(place, key),
          `the format has no key ${shown(key)}, so it is ignored`,
          meant(key, Object.keys(entries)),
        );
      }
    }
  }
}

function meant(key: string, known: readonly string[]): string {
  const near = nearestOf(key, known);
  return near ? `did you mean "${near}"?` : "take it out, unless it is for your own use";
}

/** The known word of which another is a slip of the pen. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  return known.find((name) => name.toLowerCase() === word.toLowerCase() || distance(name, word) <= 2);
}

/** The object or list that a schema describes, without the wrappers around it. */
function shapeOf(schema: AnySchema, value: unknown): AnySchema {
  if (schema.type === "optional") return shapeOf(schema.wrapped!, value);
  if (schema.options && schema.type === "union") {
    const isObject = typeof value === "object";
    return schema.options.find((option) => (shapeOf(option, value).entries !== undefined) === isObject) ?? schema;
  }
  if (schema.entries ?? schema.item) return schema;
  const [first] = schema.pipe ?? [];
  return first && first !== schema ? shapeOf(first, value) : schema;
}

/** Levenshtein distance of two short words; more than 2 is given as 3. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = row[j - 1]! + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(3, row[other.length]!);
}
