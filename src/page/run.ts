import type { Candidate } from "../detect/index.ts";
import { isText, localName, nodeType, walk } from "./dom.ts";
import { isApart } from "./seam.ts";
import { BLOCK, BREAK, INLINE, isCustom, kindOf, kindOfTag, OBJECT } from "./tags.ts";

/** The joined text of inline neighbours, between two block boundaries, with the way back to the nodes. */
export interface Run {
  nodes: Text[];
  /** Where each node's first character stands in `text`; below 0 where `text` is a piece of one huge node. */
  starts: number[];
  text: string;
}

/** A node of more characters is cut into pieces of this length; runs end there too. Keeps single steps near 1 ms. */
export const PIECE = 16_384;
/** Steps in one direction, so that a page that is one endless run of elements stays bounded. */
const MAX_STEPS = 2_000;

const LINE = "\u2028";
const PLACEHOLDER = "\uFFFC";

/** Reads runs of one tree (a document or a shadow root). */
export class RunReader {
  readonly #walker: TreeWalker;

  constructor(root: Node) {
    // Elements, text and CDATA sections.
    this.#walker = walk(root, 1 | 4 | 8);
  }

  /** The run that `node` (text, an inline element, a comment) is part of; ends before nodes in `seen` and adds its own. */
  read(node: Node, seen: WeakSet<Node>): Run | undefined {
    if (!isText(node) && kindOf(node) === BLOCK) return undefined;
    const run: Run = { nodes: [], starts: [], text: "" };
    this.#collect(this.#first(node, seen), run, seen);
    return run.nodes.length > 0 ? run : undefined;
  }

  /** The leftmost node of the run. */
  #first(from: Node, seen: WeakSet<Node>): Node {
    const walker = this.#walker;
    walker.currentNode = from;
    let first = from;
    let length = 0;
    let leftCustom = false;
    for (let step = 0; step < MAX_STEPS && length < PIECE; step++) {
      let node: Node | null = walker.previousSibling();
      if (!node) {
        node = walker.parentNode();
        const tag = node && localName(node);
        if (!tag || kindOfTag(tag) !== INLINE) break;
        leftCustom ||= isCustom(tag);
        first = node!;
        continue;
      }
      while (!isText(node)) {
        const kind = kindOf(node);
        if (kind === BLOCK || (leftCustom && isCustom(localName(node)))) return first;
        const last: Node | null = kind === INLINE ? walker.lastChild() : null;
        if (!last) break;
        node = last;
      }
      if (isText(node)) {
        if (node.length > PIECE || seen.has(node)) break;
        length += node.length;
        if (node.length > 0) leftCustom = false;
      }
      first = node;
    }
    return first;
  }

  /** Follows the run from its leftmost node to its end. */
  #collect(first: Node, run: Run, seen: WeakSet<Node>): void {
    const walker = this.#walker;
    walker.currentNode = first;
    let node: Node | null = first;
    let leftCustom = false;
    let raised = false;
    let isSeam = false;
    for (let step = 0; step < 2 * MAX_STEPS && run.text.length < 2 * PIECE; step++) {
      while (node && !isText(node)) {
        const kind = kindOf(node);
        if (kind === BLOCK) return;
        if (kind === BREAK) run.text += LINE;
        if (kind === OBJECT) run.text += PLACEHOLDER;
        if (kind !== INLINE) break;
        const tag = localName(node);
        if (leftCustom && isCustom(tag)) return;
        if (tag === "sup") raised = true;
        node = walker.firstChild();
        isSeam = true;
      }
      if (node && isText(node)) {
        if (seen.has(node) || node.length > PIECE) return;
        seen.add(node);
        const value = node.data;
        if (value) {
          // The number of a footnote is not part of the name before it.
          if (raised && value >= "0" && value < ":") run.text += PLACEHOLDER;
          if (isSeam && isApart(run.text, value)) run.text += LINE;
          raised = leftCustom = isSeam = false;
          run.nodes.push(node);
          run.starts.push(run.text.length);
          run.text += value;
        }
      }
      node = walker.nextSibling();
      while (!node) {
        const parent = walker.parentNode();
        if (!parent || nodeType(parent) !== 1) return;
        const tag = localName(parent);
        if (kindOfTag(tag) !== INLINE) return;
        leftCustom ||= isCustom(tag);
        isSeam = true;
        node = walker.nextSibling();
      }
    }
  }
}

/** The index of the node in which the character at `position` of the run's text stands. */
export function nodeAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of a run that its candidates need: what a block keeps. */
export function trim(run: Run, candidates: readonly Candidate[]): Pick<Run, "nodes" | "starts"> {
  let start = run.text.length;
  let end = 0;
  for (const candidate of candidates) {
    start = Math.min(start, candidate.start);
    end = Math.max(end, candidate.end);
  }
  const first = nodeAt(run.starts, start);
  const last = nodeAt(run.starts, Math.max(start, end - 1)) + 1;
  return { nodes: run.nodes.slice(first, last), starts: run.starts.slice(first, last) };
}
