import type * as v from "valibot";
import { safeParse } from "valibot";
import { DramatisError } from "./errors.ts";
import { type FaultList, placeIn, shown } from "./faults.ts";

import { compareVersions } from "./versions.ts";

/** Refuses what this version cannot read, before anything else is said about it. */
export function checkFormat(value: unknown, format: string, minVersionKey?: string, appVersion?: string): void {
  const head = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const name = format.slice(0, format.indexOf("/") + 1);
  if (typeof head.format === "string" && head.format !== format && head.format.startsWith(name)) {
    const version = head.format.slice(name.length);
    if (/^\d{1,9}(\.\d{1,9})*$/.test(version) && compareVersions(version, format.slice(name.length)) > 0) {
      throw new DramatisError("needs-newer-format", [head.format, format]);
    }
  }
  const needed = minVersionKey ? head[minVersionKey] : undefined;
  if (appVersion && typeof needed === "string" && compareVersions(needed, appVersion) > 0) {
    throw new DramatisError("needs-newer-app", [needed, appVersion]);
  }
}

/**
 * Parses a value by a schema; faults go to `faults` with their place below `base`. Of one place only the first is told: the
 * schema library runs all checks of a text, and an empty name also lacks letters.
 */
export function check<T extends v.GenericSchema>(
  schema: T,
  value: unknown,
  base: string,
  faults: FaultList,
): v.InferOutput<T> | undefined {
  const result = safeParse(schema, value);
  if (result.success) return result.output;
  const told = new Set<string>();
  for (const { issue, path } of result.issues.flatMap(issuesIn)) {
    const last = path.at(-1);
    // To the schema library a list is an object that lacks most keys, and has "keys".
    const around = Array.isArray(last?.input) && typeof last?.key === "string" ? last.input : undefined;
    let place = base;
    for (const { key } of around ? path.slice(0, -1) : path) place = placeIn(place, key as string | number);
    if (told.has(place)) continue;
    told.add(place);
    if (around) faults.add(place, `${wantedObject(issue)}, found ${shown(around)}`);
    else faults.add(place, describe(issue), remedyFor(issue));
  }
  return undefined;
}

interface PlacedIssue {
  issue: v.BaseIssue<unknown>;
  path: readonly { key: unknown; input: unknown }[];
}

/** An issue with its path; of a choice between a text and an object, where it is an object, what is wrong inside it. */
function issuesIn(issue: v.BaseIssue<unknown>): PlacedIssue[] {
  const path = (issue.path ?? []) as PlacedIssue["path"];
  const inner = issue.type === "union" ? (issue.issues ?? []).filter((one) => one.path) : [];
  if (inner.length === 0) return [{ issue, path }];
  return inner.map((one) => ({ issue: one, path: [...path, ...(one.path as PlacedIssue["path"])] }));
}

/** What to do about it, where "must be …" does not say so. */
function remedyFor(issue: v.BaseIssue<unknown>): string | undefined {
  if (issue.input === undefined && issue.kind === "schema") return "add it";
  if (issue.type === "max_length") return "make it shorter, or split it";
  return issue.message.includes("hidden character") ? "type the text anew without it" : undefined;
}

/** What an issue of the schema library says in our words: "must be …, found …". */
function describe(issue: v.BaseIssue<unknown>): string {
  const found = `found ${shown(issue.input)}`;
  if (issue.input === undefined && issue.kind === "schema") return "is missing";
  switch (issue.type) {
    case "string":
      return `must be a text, ${found}`;
    case "number":
      return `must be a number, ${found}`;
    case "boolean":
      return `must be true or false, ${found}`;
    case "array":
      return `must be a list, ${found}`;
    case "loose_object":
      return `${wantedObject(issue)}, ${found}`;
    case "literal":
    case "picklist":
      return `must be ${issue.expected?.replaceAll(" | ", " or ").replace(/^\((.*)\)$/, "$1")}, ${found}`;
    case "safe_integer":
      return `must be a whole number, ${found}`;
    case "min_value":
      return `must be at least ${issue.expected?.slice(2)}, ${found}`;
    case "max_value":
      return `must be at most ${issue.expected?.slice(2)}, ${found}`;
    case "min_length":
      return typeof issue.input === "string" ? "must not be empty" : issue.message;
    case "max_length":
      return `must have at most ${issue.expected?.slice(2)} ${unitOf(issue.input)}, has ${(issue.input as unknown[]).length}`;
    default:
      return issue.message.includes("hidden character") ? issue.message : `${issue.message}, ${found}`;
  }
}

/** "must be an object like …" where the schema shows its shape. */
function wantedObject({ type, message }: v.BaseIssue<unknown>): string {
  return type === "loose_object" && message.startsWith("must be ") ? message : "must be an object";
}

function unitOf(value: unknown): string {
  return typeof value === "string" ? "characters" : "items";
}
