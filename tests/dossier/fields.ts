/** The fields of a schema, and a value with one of them changed: what a table of bad input is made from. */
import type * as v from "valibot";

interface Part {
  type: string;
  kind?: string;
  pipe?: Part[];
  wrapped?: Part;
  item?: Part;
  entries?: Record<string, Part>;
  options?: unknown[];
  requirement?: unknown;
}

export interface Field {
  /** As in messages, with the first place of a list: people[0].aliases[0].text. */
  place: string;
  path: (string | number)[];
  required: boolean;
  /** JSON types that it may have. */
  types: string[];
  /** Longest text or list. */
  most?: number;
  /** A text of its own making: no pattern, no closed list. */
  isFree: boolean;
}

/** All fields and list items of a schema, below `path`. `indexOf`: which item of a list has every field. */
export function fieldsOf(schema: v.GenericSchema, indexOf: (list: string) => number = () => 0): Field[] {
  const found: Field[] = [];
  const walk = (part: Part, path: (string | number)[], required: boolean): void => {
    if (part.type === "optional") {
      walk(part.wrapped!, path, false);
      return;
    }
    const [core = part, ...actions] = stepsOf(part);
    const most = actions.find((action) => action.type === "max_length")?.requirement as number | undefined;
    const isFree = core.type === "string" && !actions.some((action) => action.type === "regex");
    const options = core.type === "union" ? (core.options as Part[]) : [core];
    const place = placeOf(path);
    if (path.length > 0) {
      const types = options.map((option) => TYPES[stepsOf(option)[0]!.type]!);
      found.push({ place, path, required, types, isFree, ...(most !== undefined && { most }) });
    }
    for (const option of options) {
      const { entries, item } = stepsOf(option)[0]!;
      for (const [key, inner] of Object.entries(entries ?? {})) walk(inner, [...path, key], true);
      if (item) walk(item, [...path, indexOf(place)], true);
    }
  };
  walk(schema as unknown as Part, [], true);
  return found;
}

/** A schema and the actions on it, whatever pipes they come in. */
function stepsOf(part: Part): Part[] {
  const [first, ...rest] = part.pipe ?? [];
  return first ? [...stepsOf(first), ...rest] : [part];
}

const TYPES: Record<string, string> = {
  string: "string",
  literal: "string",
  picklist: "string",
  number: "number",
  boolean: "boolean",
  array: "array",
  loose_object: "object",
};

export function placeOf(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (place, key) => (typeof key === "number" ? `${place}[${key}]` : place ? `${place}.${key}` : key),
    "",
  );
}

export function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

export function get(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], root);
}

/** A copy with one field changed, or removed (`undefined`). */
export function withField<T>(root: T, path: readonly (string | number)[], value: unknown): T {
  const copy = structuredClone(root);
  const parent = get(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(last as number, 1);
  else delete parent[last];
  return copy;
}
