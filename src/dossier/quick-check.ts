import type * as v from "valibot";

/** What of the schema library's objects is read here; the library documents these fields as its own. */
interface Step {
  kind: "schema" | "validation" | "transformation" | "metadata";
  type: string;
  requirement?: unknown;
  pipe?: readonly Step[];
  item?: Step;
  entries?: Record<string, Step>;
  wrapped?: Step;
  default?: unknown;
  options?: readonly unknown[];
  literal?: unknown;
}

/** Gives the checked value, or FAILED. Fills in defaults and trims in place. */
type Check = (value: unknown) => unknown;

/** Stands for "does not fit": why is for the schema library to say. */
export const FAILED: unique symbol = Symbol("failed");

/**
 * A schema as one function that says only whether a value fits. The schema library wraps every field in objects of its own
 * and copies every record, which takes three times as long on a large file; this one runs first, and what it refuses is checked
 * again by the library, which can say what is wrong. Objects of the value are changed in place: trimmed, defaults filled in.
 * Throws TypeError on a schema made of parts that it does not know.
 */
export function compileCheck(schema: v.GenericSchema): Check {
  return compile(schema as unknown as Step);
}

function compile(step: Step): Check {
  if (!step.pipe) return compileSchema(step);
  const [first, ...rest] = step.pipe;
  // The first step may be a pipe of its own.
  const checks = [compile(first!), ...rest.filter((one) => one.kind !== "metadata").map(compileAction)];
  return (value) => {
    let result = value;
    for (const check of checks) {
      result = check(result);
      if (result === FAILED) return FAILED;
    }
    return result;
  };
}

function compileSchema(step: Step): Check {
  switch (step.type) {
    case "string":
    case "number":
    case "boolean":
      return (value) => (typeof value === step.type ? value : FAILED);
    case "literal":
      return (value) => (value === step.literal ? value : FAILED);
    case "picklist":
      return (value) => (step.options!.includes(value) ? value : FAILED);
    case "optional":
      return compileOptional(step);
    case "array":
      return compileArray(step);
    case "loose_object":
      return compileObject(step);
    default:
      throw new TypeError(`no quick check for the schema "${step.type}"`);
  }
}

function compileOptional({ wrapped, default: byDefault }: Step): Check {
  const inner = compile(wrapped!);
  const isList = Array.isArray(byDefault);
  return (value) => (value === undefined ? (isList ? [...byDefault] : byDefault) : inner(value));
}

function compileArray({ item }: Step): Check {
  const check = compile(item!);
  return (value) => {
    if (!Array.isArray(value)) return FAILED;
    for (let index = 0; index < value.length; index++) {
      const result = check(value[index]);
      if (result === FAILED) return FAILED;
      if (result !== value[index]) value[index] = result;
    }
    return value;
  };
}

function compileObject({ entries }: Step): Check {
  const fields = Object.entries(entries!).map(([key, step]) => ({ key, check: compile(step) }));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return FAILED;
    const record = value as Record<string, unknown>;
    for (const { key, check } of fields) {
      const held = record[key];
      const result = check(held);
      if (result === FAILED) return FAILED;
      if (result !== held) record[key] = result;
    }
    return record;
  };
}

function compileAction({ type, requirement }: Step): Check {
  const bound = requirement as number;
  switch (type) {
    case "trim":
      return (value) => (value as string).trim();
    case "regex":
      return (value) => ((requirement as RegExp).test(value as string) ? value : FAILED);
    case "check":
      return (value) => ((requirement as (one: unknown) => boolean)(value) ? value : FAILED);
    case "min_length":
      return (value) => ((value as string | unknown[]).length >= bound ? value : FAILED);
    case "max_length":
      return (value) => ((value as string | unknown[]).length <= bound ? value : FAILED);
    case "min_value":
      return (value) => ((value as number) >= bound ? value : FAILED);
    case "max_value":
      return (value) => ((value as number) <= bound ? value : FAILED);
    case "safe_integer":
      return (value) => (Number.isSafeInteger(value) ? value : FAILED);
    default:
      throw new TypeError(`no quick check for the action "${type}"`);
  }
}
