import type { Candidate } from "../detect/index.ts";
import { ownCopy } from "../detect/own-copy.ts";
import type { Block, Blocks, Tree } from "./blocks.ts";
import { contains, isConnected, isText, treeOf } from "./dom.ts";
import type { Finder } from "./finder.ts";
import type { Marks } from "./marks.ts";
import { PIECE, type Run, trim } from "./run.ts";
import type { Handover } from "./sentry.ts";
import type { Chunk } from "./sift.ts";
import type { Spots } from "./spots.ts";
import { type Unnamed, UnnamedRuns } from "./unnamed.ts";
import { Unread } from "./unread.ts";
import { within } from "./within.ts";

/** More waiting nodes than this are not worth telling apart: the page is read as a whole instead. */
const MAX_QUEUE = 10_000;

/** What is still to be read, and the reading of it, step by step. */
export class Scanner {
  readonly #blocks: Blocks;
  readonly #marks: Marks;
  readonly #finder: Finder;
  /** The sentry's, which `takeOver` brings. */
  #spots!: Spots;
  readonly #unread = new Unread();
  /** Subtrees to sift. */
  readonly #subtrees = new Set<Node>();
  /** Nodes whose run is to be read. */
  readonly #runs = new Set<Node>();
  /** Elements in which something else may be marked now, and the search for what was read in such. */
  readonly #rereads = new Set<Node>();
  #review: Generator<void> | undefined;
  #active: { root: Node; tree: Tree; chunks: Generator<Chunk, void> } | undefined;
  /** Text nodes read since the last change of the page. */
  #seen = new WeakSet<Node>();
  readonly #unnamed = new UnnamedRuns();
  /** Candidates have come or gone: who is meant has to be asked again. */
  changed = false;
  /** Nodes have been taken away: marks in them are looked for in the next step. */
  removals = false;
  /** The page changes faster than it is read. */
  overflowed = false;

  constructor(blocks: Blocks, marks: Marks, finder: Finder) {
    this.#blocks = blocks;
    this.#marks = marks;
    this.#finder = finder;
  }

  get idle(): boolean {
    const waiting = this.#subtrees.size + this.#runs.size + this.#rereads.size;
    return !this.#active && !this.#review && !this.removals && waiting === 0;
  }

  /** Goes on where a sentry was relieved; its roots are trees by now. */
  takeOver({ active, hot, waiting, spots }: Handover): void {
    this.#spots = spots;
    const tree = active && this.#treeOf(active.root);
    if (tree) this.#active = { ...active, tree };
    for (const node of hot) this.#runs.add(node);
    for (const root of waiting) this.#subtrees.add(root);
  }

  /** Takes at most `most` runs whose names have to be asked for, of so many characters or a little more. */
  takeUnnamed(characters: number, most: number): Unnamed[] {
    return this.#unnamed.take(characters, most);
  }

  get hasUnnamed(): boolean {
    return !this.#unnamed.isEmpty;
  }

  /** The names that were asked for. */
  name(unnamed: Unnamed, candidates: Candidate[]): void {
    const { run, tree, isStale } = unnamed;
    this.#unnamed.settle(unnamed);
    const [start = 0] = run.starts;
    if (
      isStale ||
      !run.nodes.every((node) => this.#treeOf(node) === tree) ||
      (start < 0 && !run.nodes[0]!.data.startsWith(run.text, -start))
    )
      return;
    if (candidates.length > 0) this.#keep(run, candidates, tree);
  }

  /** These surnames stand for somebody: what was postponed until then is read. */
  use(surnames: readonly string[]): void {
    const woken = this.#spots.use(surnames);
    // Reading would end at them, and at those beside them.
    if (woken.size > 0) this.forgetSeen();
    for (const node of woken) this.addRun(node);
  }

  addSubtree(root: Node): void {
    this.#subtrees.add(root);
    this.#limit();
  }

  addRun(node: Node): void {
    this.#runs.add(node);
    this.#limit();
  }

  /** The page has changed: what was read is read again where it is asked for. */
  forgetSeen(): void {
    this.#seen = new WeakSet();
    this.#unread.forget();
  }

  /** Text of this node has changed. */
  touch(node: Text): void {
    for (const block of this.#blocks.at(node)) this.drop(block);
    this.#unnamed.outdate(node);
    if (node.length > PIECE && this.#active && contains(this.#active.root, node)) {
      this.addSubtree(this.#active.root);
      this.#active = undefined;
    }
    this.addRun(node);
  }

  /** What may be marked in this element has changed. */
  reread(element: Node): void {
    this.#rereads.add(element);
  }

  /** Forgets a block and its marks. */
  drop(block: Block): void {
    this.#marks.erase(block);
    this.#blocks.drop(block);
    this.changed = true;
  }

  /** Forgets everything and reads all trees again. */
  restart(): void {
    for (const tree of this.#blocks.trees.values()) for (const block of tree.blocks) this.drop(block);
    this.#blocks.compact();
    this.#readAll();
  }

  /** Works until nothing is left (true) or `isOver` says so (false). */
  work(isOver: () => boolean): boolean {
    this.#unread.forget();
    if (this.removals) this.#dropGone();
    while (this.#step()) if (isOver()) return this.idle;
    // All is read: what has been seen need not be known any more.
    this.forgetSeen();
    return true;
  }

  #step(): boolean {
    if (this.#review) {
      if (this.#review.next().done) this.#review = undefined;
      return true;
    }
    if (this.#rereads.size > 0) {
      this.#review = this.#reviewed(new Set(this.#rereads));
      this.#rereads.clear();
      return true;
    }
    if (this.#active) {
      const { root, tree, chunks } = this.#active;
      const next = isConnected(root) ? chunks.next() : undefined;
      if (next?.value) this.#readChunk(next.value, tree);
      else this.#active = undefined;
      return true;
    }
    for (const node of this.#runs) {
      this.#runs.delete(node);
      const tree = this.#treeOf(node);
      if (tree) this.#readRun(node, tree);
      return true;
    }
    for (const root of this.#subtrees) {
      this.#subtrees.delete(root);
      const tree = this.#treeOf(root);
      if (tree) this.#active = { root, tree, chunks: this.#finder.sift(root) };
      return true;
    }
    return false;
  }

  /** Drops, step by step, what was read in these elements, and has them read again. */
  *#reviewed(elements: ReadonlySet<Node>): Generator<void> {
    const isWithin = within(elements);
    for (const { root, blocks } of [...this.#blocks.trees.values()]) {
      if (root !== document && isWithin(root)) this.addSubtree(root);
      for (const block of [...blocks]) {
        if (block.pass >= 0 && isWithin(block.nodes[0]!)) this.drop(block);
        yield;
      }
    }
    this.#unnamed.outdateWhere(isWithin);
    for (const element of elements) this.addSubtree(element);
  }

  #readChunk(chunk: Chunk, tree: Tree): void {
    if (chunk.exact) {
      const [node] = chunk.nodes;
      if (chunk.starts[0] === 0) for (const block of this.#blocks.at(node!)) this.drop(block);
      if (!this.#unread.has(node!)) this.#find(chunk, tree);
      return;
    }
    this.#spots.read(chunk, (node) => {
      if (!this.#seen.has(node)) this.#readRun(node, tree, true);
    });
  }

  #readRun(node: Node, tree: Tree, isSpotted = false): void {
    if (isText(node) && node.length > PIECE) {
      this.addSubtree(node);
      return;
    }
    const run = tree.reader.read(node, this.#seen);
    if (!run) return;
    for (const node of run.nodes) this.#unnamed.outdate(node);
    for (const block of new Set(run.nodes.flatMap((text) => this.#blocks.at(text)))) {
      this.drop(block);
      for (const text of block.nodes) if (!this.#seen.has(text)) this.#runs.add(text);
    }
    if (!this.#unread.has(run.nodes[0]!)) this.#find(run, tree, isSpotted);
  }

  #find(run: Run, tree: Tree, isSpotted = false): void {
    if (this.#finder.isLocal) {
      const candidates = this.#finder.find(run.text);
      if (candidates?.length) this.#keep(run, candidates, tree);
      return;
    }
    if (!isSpotted) {
      this.#spots.read(run, () => {
        isSpotted = true;
      });
    }
    if (isSpotted) this.#unnamed.add(run, tree);
  }

  #keep(run: Run, candidates: Candidate[], tree: Tree): void {
    for (const candidate of candidates) candidate.text = ownCopy(candidate.text);
    const order = this.#spots.orderOf(run.nodes);
    this.#blocks.add({ tree, ...trim(run, candidates), candidates, marks: [], order, pass: 0 });
    this.changed = true;
  }

  #dropGone(): void {
    this.removals = false;
    for (const block of [...this.#blocks.gone()]) {
      this.drop(block);
      for (const text of block.nodes) if (isConnected(text)) this.#runs.add(text);
    }
    this.#blocks.compact();
    this.#blocks.prune();
    this.#blocks.sorted = false;
  }

  #treeOf(node: Node): Tree | undefined {
    return isConnected(node) ? this.#blocks.trees.get(treeOf(node)) : undefined;
  }

  #limit(): void {
    if (this.#runs.size + this.#subtrees.size < MAX_QUEUE) return;
    this.overflowed = true;
    this.removals = true;
    this.#readAll();
  }

  #readAll(): void {
    this.#active = undefined;
    this.#unnamed.clear();
    this.#runs.clear();
    this.#subtrees.clear();
    this.forgetSeen();
    for (const root of this.#blocks.trees.keys()) this.#subtrees.add(root);
  }
}
