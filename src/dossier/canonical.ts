/**
 * Canonical JSON after RFC 8785 (JCS): the one text that stands for a value, so that a signature does not depend on how a file
 * was written. Object keys sorted by UTF-16 code units, no space, numbers and strings as ECMAScript serialises them.
 */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

/** Far beyond what a file may nest (LIMITS.depth), far below what the call stack bears. */
const DEEPEST = 500;

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new TypeError("nested too deep, or in a circle");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (typeof value === "string") return writeString(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  if (typeof value === "object") {
    const parts: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined) parts.push(`${writeString(key)}:${write(item, depth + 1)}`);
    }
    return `{${parts.join(",")}}`;
  }
  throw new TypeError(`a ${typeof value} is no JSON value`);
}

/** For well-formed text ECMAScript's form is that of RFC 8785, section 3.2.2.2. */
function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("holds a lone surrogate");
  return JSON.stringify(text);
}
