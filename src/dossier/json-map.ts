import { placeIn } from "./faults.ts";

/** From 1; columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

export interface JsonMap {
  /** By place: where its value begins; for a place that does not exist, where the nearest thing around it begins. */
  positions: Map<string, Position>;
  /** Keys that stand twice in one object: JSON keeps the last and forgets the others without a word. */
  repeated: { place: string; position: Position }[];
}

/** Repeated keys that are kept. */
const KEPT = 100;

/** One object or list that is open while the text is read. */
interface Frame {
  place: Wanted | undefined;
  index: number;
  key: string;
  /** Keys so far, of an object. */
  keys: Set<string> | undefined;
}

/** The wanted places as a tree: `a.b[3]` is a → b → [3]. */
interface Wanted {
  places: string[];
  inner: Map<string, Wanted>;
}

/**
 * Lines and columns of places in a JSON text that has been parsed already. One pass, linear; keeps its own stack.
 * Places are written as in faults.ts.
 */
export function mapJson(text: string, wanted: Iterable<string>): JsonMap {
  const root = treeOf(wanted);
  const offsets = new Map<string, number>();
  const repeated: { place: string; offset: number }[] = [];
  const stack: Frame[] = [];
  const begin = (at: number): Wanted | undefined => {
    const frame = stack.at(-1);
    const segment = frame ? placeIn("", frame.keys ? frame.key : frame.index) : "";
    const place = frame ? frame.place?.inner.get(segment) : root;
    if (place) markAll(place, at, offsets);
    return place;
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    const frame = stack.at(-1);
    if (character === "{" || character === "[") {
      stack.push({ place: begin(at), index: 0, key: "", keys: character === "{" ? new Set() : undefined });
    } else if (character === "}" || character === "]") {
      stack.pop();
    } else if (character === ",") {
      if (frame) frame.index++;
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (frame?.keys && isKey(text, end)) {
        frame.key = JSON.parse(text.slice(at, end)) as string;
        if (frame.keys.has(frame.key) && repeated.length < KEPT) repeated.push({ place: pathOf(stack), offset: at });
        frame.keys.add(frame.key);
      } else begin(at);
      at = end;
      continue;
    } else if (/[-0-9tfn]/.test(character)) {
      begin(at);
      at = endOfWord(text, at);
      continue;
    }
    at++;
  }
  const lines = positionsOf(text, [...offsets.values(), ...repeated.map((item) => item.offset)]);
  return {
    positions: new Map([...offsets].map(([place, offset]) => [place, lines.get(offset)!])),
    repeated: repeated.map(({ place, offset }) => ({ place, position: lines.get(offset)! })),
  };
}

const SEGMENT = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]|[^.[\]]+/g;

function treeOf(places: Iterable<string>): Wanted {
  const root: Wanted = { places: [], inner: new Map() };
  for (const place of places) {
    let node = root;
    for (const segment of place.match(SEGMENT) ?? []) {
      const next = node.inner.get(segment) ?? { places: [], inner: new Map() };
      node.inner.set(segment, next);
      node = next;
    }
    node.places.push(place);
  }
  return root;
}

/** What is wanted here or further in begins here, until something nearer is found. */
function markAll(node: Wanted, at: number, offsets: Map<string, number>): void {
  for (const place of node.places) offsets.set(place, at);
  for (const inner of node.inner.values()) markAll(inner, at, offsets);
}

function pathOf(stack: readonly Frame[]): string {
  return stack.reduce((place, frame) => placeIn(place, frame.keys ? frame.key : frame.index), "");
}

/** After the closing quote. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[-+.0-9A-Za-z]/.test(text[end]!)) end++;
  return end;
}

/** Whether a colon comes next. */
function isKey(text: string, at: number): boolean {
  let next = at;
  while (text[next] === " " || text[next] === "\n" || text[next] === "\r" || text[next] === "\t") next++;
  return text[next] === ":";
}

function positionsOf(text: string, offsets: readonly number[]): Map<number, Position> {
  const positions = new Map<number, Position>();
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.indexOf("\n");
  for (const offset of [...offsets].sort((one, other) => one - other)) {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf("\n", lineStart);
    }
    positions.set(offset, { line, column: offset - lineStart + 1 });
  }
  return positions;
}
