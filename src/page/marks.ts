import type { Lexicon, LexiconPerson, Mention } from "../detect/index.ts";
import type { MarkStyle } from "../shared/settings.ts";
import type { Block, Blocks } from "./blocks.ts";
import type { MentionIndex, PageMention } from "./mention-index.ts";
import { nodeAt } from "./run.ts";

/** A painted name. */
export interface Mark extends PageMention {
  range: StaticRange;
  /** Offsets in the text of the block's run. */
  start: number;
  end: number;
}

type Listener = (removed: ReadonlySet<PageMention>) => void;

/**
 * The marks of this document: one CSS highlight that holds one `StaticRange` a name. A live `Range` would make the page
 * pay for each of its own changes; static ones are replaced when the text under them changes, before it is painted.
 */
export class Marks implements MentionIndex {
  readonly #highlight = new Highlight();
  readonly #blocks: Blocks;
  readonly #listeners = new Set<Listener>();
  #name = "";
  #count = 0;
  #ordered: Block[] = [];
  #list: PageMention[] | undefined;
  #removed = new Set<PageMention>();
  #changed = false;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    // The page's own highlights are painted over ours.
    this.#highlight.priority = -1;
  }

  list(): readonly PageMention[] {
    this.#list ??= this.#ordered.flatMap((block) => block.marks);
    return this.#list;
  }

  at(node: Node, offset: number): PageMention | undefined {
    for (const block of this.#blocks.at(node)) {
      const index = block.nodes.indexOf(node as Text);
      const position = block.starts[index]! + offset;
      for (const mark of block.marks) if (mark.start <= position && position < mark.end) return mark;
    }
    return undefined;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Which of the three looks of marks.css the names have. */
  setStyle(style: MarkStyle): void {
    const name = `dramatis-${style}`;
    if (name === this.#name) return;
    if (this.#name) CSS.highlights.delete(this.#name);
    this.#name = name;
    this.heal();
  }

  /** Sets again what the page, or another extension, has deleted or emptied. */
  heal(): void {
    if (this.#count === 0) return;
    if (CSS.highlights.get(this.#name) !== this.#highlight) CSS.highlights.set(this.#name, this.#highlight);
    if (this.#highlight.size !== this.#count) {
      this.#highlight.clear();
      for (const { range } of this.list() as Mark[]) this.#highlight.add(range);
    }
  }

  /** The blocks that `list` goes through; given before `paint`. */
  setOrder(ordered: Block[]): void {
    this.#ordered = ordered;
    this.#list = undefined;
  }

  /** Makes the marks of one block those of `mentions`; marks that are the same already stay. */
  paint(block: Block, mentions: readonly Mention[], lexicon: Lexicon): void {
    const { marks } = block;
    if (marks.length === mentions.length && mentions.every((mention, index) => isSame(marks[index]!, mention, lexicon)))
      return;
    this.erase(block);
    block.marks = mentions.map((mention) => toMark(block, mention, lexicon));
    for (const { range } of block.marks) this.#highlight.add(range);
    this.#count += block.marks.length;
    this.#touch();
    if (CSS.highlights.get(this.#name) !== this.#highlight) CSS.highlights.set(this.#name, this.#highlight);
  }

  erase(block: Block): void {
    if (block.marks.length === 0) return;
    for (const mark of block.marks) {
      this.#highlight.delete(mark.range);
      this.#removed.add(mark);
    }
    this.#count -= block.marks.length;
    block.marks = [];
    this.#touch();
  }

  /** Tells the listeners what has changed since the last call. */
  announce(): void {
    if (!this.#changed) return;
    const removed = this.#removed;
    this.#removed = new Set();
    this.#changed = false;
    for (const listener of this.#listeners) listener(removed);
  }

  #touch(): void {
    this.#changed = true;
    this.#list = undefined;
  }

  /** Takes all marks away. */
  clear(): void {
    for (const block of this.#ordered) this.erase(block);
    this.#ordered = [];
    this.#highlight.clear();
    this.#count = 0;
    CSS.highlights.delete(this.#name);
    this.announce();
  }
}

function isSame(mark: Mark, mention: Mention, lexicon: Lexicon): boolean {
  const same = mark.start === mention.start && mark.end === mention.end;
  if (same && mark.person === lexicon.people[mention.person]) mark.reason = mention.reason;
  else return false;
  return true;
}

function toMark(block: Block, { start, end, person, reason }: Mention, lexicon: Lexicon): Mark {
  const first = nodeAt(block.starts, start);
  const last = nodeAt(block.starts, end - 1);
  const startNode = block.nodes[first]!;
  const startOffset = start - block.starts[first]!;
  const endNode = block.nodes[last]!;
  const endOffset = end - block.starts[last]!;
  const range = new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset });
  const known = lexicon.people[person]!;
  return { range, start, end, startNode, startOffset, endNode, endOffset, key: keyOf(known), person: known, reason };
}

/** One string a person, however often they are named. */
const keys = new WeakMap<LexiconPerson, string>();

function keyOf(person: LexiconPerson): string {
  const [ref] = person.refs;
  const key = keys.get(person) ?? (ref ? `${ref.dossier}/${ref.person}` : "");
  keys.set(person, key);
  return key;
}
