import { DramatisError } from "./errors.ts";
import { type FaultList, placeIn, shown } from "./faults.ts";
import { findJsonFlaw } from "./json-place.ts";
import { LIMITS } from "./limits.ts";

/** Keys that objects own: none may come from data. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Text or bytes to a JSON value: size, strict UTF-8, JSON. Whether it is safe to walk (depth, no key that could reach a
 * prototype, no lone surrogates) is told in `faults`: use the value only when there are none.
 * Throws DramatisError: empty-body, too-large, bad-json (details: place, what).
 */
export function readJson(input: string | Uint8Array, maxBytes: number, faults: FaultList): unknown {
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
  checkTree(value, faults);
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

/** Depth, keys and strings of a parsed value. Keeps its own stack. */
function checkTree(root: unknown, faults: FaultList): void {
  // A frame is a container with how far it was walked: a place is only put together when something is wrong.
  const stack: Frame[] = [];
  const fault = (key: string | number, text: string): void => faults.add(placeOf(stack, key), text);
  const enter = (node: object): void => {
    stack.push({ node, keys: Array.isArray(node) ? undefined : Object.keys(node), at: 0 });
  };
  if (typeof root === "object" && root !== null) enter(root);
  while (stack.length > 0) {
    const frame = stack[stack.length - 1]!;
    if (frame.at === (frame.keys ?? (frame.node as unknown[])).length) {
      stack.pop();
      continue;
    }
    const key = frame.keys ? frame.keys[frame.at]! : frame.at;
    frame.at++;
    if (typeof key === "string") {
      if (!key.isWellFormed()) fault(key, HALF);
      if (FORBIDDEN_KEYS.has(key)) fault(key, "this key is not allowed");
    }
    const child: unknown = (frame.node as Record<string | number, unknown>)[key];
    if (typeof child === "string") {
      if (!child.isWellFormed()) fault(key, `${HALF}, found ${shown(child)}`);
    } else if (typeof child === "object" && child !== null) {
      if (stack.length < LIMITS.depth) enter(child);
      else fault(key, `is nested deeper than ${LIMITS.depth} levels`);
    }
  }
}

const HALF = "holds half a character (a lone surrogate)";

interface Frame {
  node: object;
  keys: string[] | undefined;
  at: number;
}

function placeOf(stack: readonly Frame[], last: string | number): string {
  let place = "";
  for (const frame of stack.slice(0, -1)) place = placeIn(place, frame.keys ? frame.keys[frame.at - 1]! : frame.at - 1);
  return placeIn(place, last);
}
