/** Where and why a text is not JSON. */
export interface JsonFlaw {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** `expected a comma or ], found "x"` */
  text: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORD = /true|false|null/y;

/**
 * The first flaw of a text, or `undefined` when it is JSON (RFC 8259). The engines' own messages differ and some name no place,
 * so this small reader runs once a text was refused. Linear; keeps its own stack, so depth never costs the call stack.
 */
export function findJsonFlaw(text: string): JsonFlaw | undefined {
  let at = 0;
  const open: ("}" | "]")[] = [];
  let next: "value" | "first-value" | "key" | "first-key" | "after" = "value";
  const flaw = (expected: string, position = at): JsonFlaw => describe(text, position, expected);
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    skip(SPACE);
    const character = text[at];
    const closes = character !== undefined && character === open.at(-1);
    if (closes && next !== "key" && next !== "value") {
      at++;
      open.pop();
      next = "after";
    } else if (next === "after") {
      const inside = open.at(-1);
      if (inside === undefined) return at === text.length ? undefined : flaw("expected the end of the file");
      if (character !== ",") return flaw(`expected a comma or ${inside}`);
      at++;
      next = inside === "}" ? "key" : "value";
    } else if (next === "key" || next === "first-key") {
      if (character !== '"') return flaw("expected a key in double quotes");
      const end = stringEnd(text, at);
      if (end.flaw) return flaw(end.flaw, end.at);
      at = end.at;
      skip(SPACE);
      if (text[at] !== ":") return flaw("expected a colon");
      at++;
      next = "value";
    } else if (character === "{" || character === "[") {
      at++;
      open.push(character === "{" ? "}" : "]");
      next = character === "{" ? "first-key" : "first-value";
    } else if (character === '"') {
      const end = stringEnd(text, at);
      if (end.flaw) return flaw(end.flaw, end.at);
      at = end.at;
      next = "after";
    } else if (skip(NUMBER) || skip(WORD)) next = "after";
    else return flaw("expected a value");
  }
}

/** Position after the string that starts at `start`, or of what is wrong in it. */
function stringEnd(text: string, start: number): { at: number; flaw?: string } {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1 };
    if (code < 0x20) return { at, flaw: "a string must end on its line and hold no control characters" };
    if (code === 0x5c) {
      at++;
      if (text[at] === "u" && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4;
      else if (!/^["\\/bfnrt]$/.test(text[at] ?? ""))
        return { at: at - 1, flaw: "expected a JSON escape after the backslash" };
    }
  }
  return { at: text.length, flaw: "expected the end of a string" };
}

function describe(text: string, at: number, expected: string): JsonFlaw {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) {
    line++;
    lineStart = end + 1;
  }
  const found = at >= text.length ? "found the end of the file" : `found ${JSON.stringify(text.slice(at, at + 12))}`;
  return { line, column: at - lineStart + 1, text: `${expected}, ${found}` };
}
