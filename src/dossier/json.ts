import { DramatisError } from "./errors.ts";
import { type FaultList, placeIn, shown } from "./faults.ts";
import { findJsonFlaw } from "./json-place.ts";
import { LIMITS } from "./limits.ts";
import { atOnce, type Steps } from "./slices.ts";

/** Keys that objects own: none may come from data. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Text or bytes to a JSON value: size, strict UTF-8, JSON. Whether it is safe to walk (depth, no key that could reach a
 * prototype, no lone surrogates) is told in `faults`: use the value only when there are none.
 * Throws DramatisError: empty-body, too-large, bad-json (details: place, what).
 */
export function readJson(input: string | Uint8Array, maxBytes: number, faults: FaultList): unknown {
  return atOnce(readJsonSteps(input, maxBytes, faults));
}

/** The same in steps; all but `JSON.parse` itself, which cannot be interrupted. */
export function* readJsonSteps(input: string | Uint8Array, maxBytes: number, faults: FaultList): Steps<unknown> {
  const text = decode(input, maxBytes);
  if (text.trim() === "") throw new DramatisError("empty-body");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const flaw = findJsonFlaw(text);
    throw new DramatisError(
      "bad-json",
      flaw ? [`line ${flaw.line}, column ${flaw.column}`, flaw.text] : ["", String(cause)],
      { cause },
    );
  }
  yield;
  yield* checkTree(value, faults);
  return value;
}

function decode(input: string | Uint8Array, maxBytes: number): string {
  if (input.length > maxBytes) throw new DramatisError("too-large", [String(maxBytes)]);
  if (typeof input === "string") return input.startsWith("\uFEFF") ? input.slice(1) : input;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(input);
  } catch (cause) {
    throw new DramatisError("bad-json", [`byte ${firstBadByte(input)}`, "the file is not in UTF-8"], { cause });
  }
}

/** Position of the first byte that is not UTF-8, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // `stream`: a character cut in two at the end is no fault of the part before it.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bad;
}

/** Depth, keys and strings of a parsed value; a step for each record. Goes no deeper than the limit, so it may recurse. */
function* checkTree(root: unknown, faults: FaultList): Steps<void> {
  // Keys from the root to where the walk is: a place is only put together when something is wrong.
  const path: (string | number)[] = [];
  const fault = (depth: number, text: string): void => faults.add(path.slice(0, depth + 1).reduce(placeIn, ""), text);
  const visit = (child: unknown, depth: number): void => {
    if (typeof child === "string") {
      if (!child.isWellFormed()) fault(depth, `${HALF}, found ${shown(child)}`);
    } else if (typeof child === "object" && child !== null) {
      if (depth + 1 < LIMITS.depth) walk(child, depth + 1);
      else fault(depth, `is nested deeper than ${LIMITS.depth} levels`);
    }
  };
  const walk = (node: object, depth: number): void => {
    if (Array.isArray(node)) {
      for (let index = 0; index < node.length; index++) {
        path[depth] = index;
        visit(node[index], depth);
      }
      return;
    }
    for (const key in node) {
      enter(key, depth);
      visit((node as Record<string, unknown>)[key], depth);
    }
  };
  const enter = (key: string, depth: number): void => {
    path[depth] = key;
    if (!key.isWellFormed()) fault(depth, HALF);
    if (FORBIDDEN_KEYS.has(key)) fault(depth, "this key is not allowed");
  };
  if (typeof root !== "object" || root === null || Array.isArray(root)) return visit(root, -1);
  for (const key in root) {
    enter(key, 0);
    const child = (root as Record<string, unknown>)[key];
    if (!Array.isArray(child)) {
      visit(child, 0);
      continue;
    }
    for (let index = 0; index < child.length; index++) {
      path[1] = index;
      visit(child[index], 1);
      yield;
    }
  }
}

const HALF = "holds half a character (a lone surrogate)";
