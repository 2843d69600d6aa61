import { contains, isText, localName, nodeType, parentOf, walk } from "./dom.ts";
import { PIECE, type Run } from "./run.ts";
import { isUnread, kindOfTag, NOTHING } from "./tags.ts";

/**
 * The fast first pass. Looking at elements costs more than looking at text (each element that a script touches gets a
 * wrapper object), so this pass reads text nodes only and joins them without knowing where blocks begin. Where names
 * are found in that rough text, `RunReader` reads the surroundings exactly; everywhere else nothing more is done.
 *
 * The rough text must let through every name that the exact text has. Between two nodes of which one ends or the other
 * begins with a space or a sign, joining them shows whole names. Where letter meets letter ("Ses|sions" is one word,
 * "Sessions|Attorney" are two blocks) all readings are offered: a boundary here, and at the end of the chunk every word
 * that the fragments around make, "Ses|sions|Next" as "Sessions", "sionsNext" and "SessionsNext"; but for those that
 * begin as no name does: `mayBegin` says so of a fragment.
 */
export interface Chunk extends Run {
  /** True when this is a piece of one huge node and so is exact already. */
  exact: boolean;
}

/** Characters that are read between two looks at the clock. */
const CHUNK = 24_576;
/** Nodes likewise: a table's cells hold a word each. */
const MOST_NODES = 1_000;
/** Characters kept of the end of a chunk for the next one; no word that nodes cut is longer. */
const SEAM = 60;
/** Nodes that one word may be cut into. */
const MOST_FRAGMENTS = 16;
/** A huge node is cut before the last word that begins with a small letter among so many characters. */
const LOOK_BACK = 600;
const BEFORE_SMALL = /^.*\s(?=[a-z])/s;
/** Where there is none, behind a figure or sign: after a full stop a name may go on. */
const AFTER_SIGN = /^.*[\d,;:!?)"”|•]\s+/s;
const SPACE = 32;
const BOUNDARY = "\u2029";
/** Shorter text is looked at without asking whether it is a script: the asking would cost more. */
const MAY_BE_SCRIPT = 1_000;

const isLetter = (code: number): boolean =>
  code > 127 ? code !== 0xa0 : (code > 96 && code < 123) || (code > 64 && code < 91);

/** How many letters a text begins with, and how many it ends with; no more than a word has. */
function lettersAtStart(text: string): number {
  let count = 0;
  while (count < SEAM && count < text.length && isLetter(text.charCodeAt(count))) count += 1;
  return count;
}
function lettersAtEnd(text: string): number {
  let count = 0;
  while (count < SEAM && count < text.length && isLetter(text.charCodeAt(text.length - 1 - count))) count += 1;
  return count;
}

/** Reads all text below (and at) `root` in chunks; between two of them the tree may change. */
export function* sift(root: Node, mayBegin: (fragment: string) => boolean): Generator<Chunk, void> {
  const walker = walk(root, 4 | 8);
  let text = "";
  /** The end of `text`: reading it from `text` itself would copy the whole string, node after node. */
  let recent = "";
  let last = SPACE;
  let nodes: Text[] = [];
  let starts: number[] = [];
  /** The last node with text; the beginnings of words that it ends in, where letter has met letter there. */
  let previous: Text | undefined;
  let begun: readonly [string, Text][] | undefined;
  /** What these were before that node: it may turn out to be a script. */
  let formerLast = SPACE;
  let former: Text | undefined;
  let formerBegun: typeof begun;
  /** Words that fragments make, with the nodes they begin in. */
  let words: [string, Text][] = [];
  let length = 0;
  const chunk = (): Chunk => {
    for (const [word, node] of words) {
      text += BOUNDARY;
      nodes.push(node);
      starts.push(text.length);
      text += word;
    }
    const done = { text, nodes, starts, exact: false };
    text = "";
    last = SPACE;
    nodes = [];
    starts = [];
    words = [];
    length = 0;
    formerLast = SPACE;
    return done;
  };
  const beginnings = (node: Text, known: typeof begun): NonNullable<typeof begun> => {
    if (known) return known;
    const fragment = node.data.slice(node.length - lettersAtEnd(node.data));
    return mayBegin(fragment) ? [[fragment, node]] : [];
  };
  /** Letter meets letter: notes every word that the fragments before make with the start of `value`. */
  const join = (node: Text, value: string): void => {
    begun = beginnings(previous!, begun);
    const letters = lettersAtStart(value);
    const isWhole = letters === value.length;
    if (begun.length > 0) {
      const start = value.slice(0, letters);
      begun = begun.flatMap(([fragment, first]): [string, Text][] => {
        const word = fragment + start;
        if (word.length > SEAM) return [];
        words.push([word, first]);
        length += word.length;
        return isWhole && mayBegin(word) ? [[word, first]] : [];
      });
    }
    if (!isWhole) begun = undefined;
    else if (mayBegin(value)) begun = [...begun, [value, node] as [string, Text]].slice(-MOST_FRAGMENTS);
  };
  for (let node = isText(root) ? root : next(walker); node; node = next(walker)) {
    const value = node.data;
    const { length: size } = value;
    if (size === 0) continue;
    const first = value.charCodeAt(0);
    if (first <= SPACE && (size === 1 || value.trim() === "")) {
      text += " ";
      last = SPACE;
      continue;
    }
    if (size > MAY_BE_SCRIPT && isInScript(node)) continue;
    if (size > PIECE) {
      if (nodes.length > 0) yield chunk();
      last = SPACE;
      yield* pieces(node, value);
      continue;
    }
    // "El<script>x</script>lingworth": what no reader sees parts no word. Asked only where a name may have begun.
    if (first > 96 && isLetter(first) && isLetter(formerLast) && beginnings(former!, formerBegun).length > 0) {
      if (isInScript(previous!)) [last, previous, begun] = [formerLast, former, formerBegun];
    }
    [formerLast, former, formerBegun] = [last, previous, begun];
    if (isLetter(last) && isLetter(first)) {
      join(node, value);
      text += BOUNDARY;
    } else begun = undefined;
    previous = node;
    nodes.push(node);
    starts.push(text.length);
    text += value;
    last = value.charCodeAt(size - 1);
    recent = size < SEAM ? recent.slice(-SEAM) + value : value;
    if (text.length + length > CHUNK || nodes.length > MOST_NODES) {
      const done = nodes;
      // Words that fragments make are put behind them.
      let at = done.length - 1;
      yield chunk();
      // Where the page took the last node away meanwhile, go on from the nearest one that is still there.
      while (at > 0 && !contains(root, done[at]!)) at--;
      node = walker.currentNode = done[at]!;
      if (node !== previous) begun = undefined;
      previous = node;
      // The next chunk begins with the end of this one, so that a name over the border is seen.
      text = recent.slice(-SEAM);
      last = text.charCodeAt(text.length - 1);
      nodes.push(node);
      starts.push(0);
    }
  }
  if (nodes.length > 0) yield chunk();
}

const next = (walker: TreeWalker): Text | null => walker.nextNode() as Text | null;

function isInScript(node: Text): boolean {
  const parent = parentOf(node);
  return parent !== null && nodeType(parent) === 1 && kindOfTag(localName(parent)) === NOTHING;
}

const cutAt = (text: string) => BEFORE_SMALL.exec(text) ?? AFTER_SIGN.exec(text);

/** Cuts a huge node where there is space, so that no name is cut. */
function* pieces(node: Text, value: string): Generator<Chunk, void> {
  const parent = parentOf(node);
  if (parent && nodeType(parent) === 1 && isUnread(parent)) return;
  for (let start = 0; start < value.length; ) {
    let end = Math.min(start + PIECE, value.length);
    if (end < value.length) {
      const line = value.lastIndexOf("\n", end);
      const space = line > start ? line : value.lastIndexOf(" ", end);
      // Not between the parts of a name, if some word begins with a small letter.
      const small = line > start ? null : cutAt(value.slice(end - LOOK_BACK, end + 1));
      if (small) end += small[0].length - LOOK_BACK;
      else if (space > start) end = space + 1;
    }
    yield { text: value.slice(start, end), nodes: [node], starts: [-start], exact: true };
    start = end;
  }
}
