import { type Mention, resolveCandidates } from "../detect/index.ts";
import type { AnnotationOptions } from "./annotation.ts";
import { type Block, Blocks } from "./blocks.ts";
import { noteChanges } from "./changes.ts";
import { designMode } from "./dom.ts";
import { pageFacts } from "./facts.ts";
import { findHosts } from "./hosts.ts";
import { Marks } from "./marks.ts";
import { OBSERVED } from "./observed.ts";
import { breathe, rest, slice } from "./pacer.ts";
import { RunReader } from "./run.ts";
import { Scanner } from "./scanner.ts";
import { styleShadow } from "./shadow-style.ts";

/** Marks that have just been dropped are found anew before the next frame, where that takes no longer than this (ms). */
const AT_ONCE = 3;
/** Keeps the marks of one document true, from `start` to `stop`. */
export class Annotator {
  readonly #blocks = new Blocks();
  readonly marks = new Marks(this.#blocks);
  readonly #options: AnnotationOptions;
  readonly #scanner: Scanner;
  readonly #observer = new MutationObserver((records) => this.#observe(records));
  /** New elements, whose shadow roots are looked for. */
  #newcomers: Node[] = [];
  #state: "resting" | "working" | "stopped" = "resting";
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** No work before this moment (ms), but for what is done at once. */
  #restUntil = 0;
  #isEdited = false;
  /** What the last slice of asking who is meant took, in ms. */
  #resolveCost = 0;
  /** Time (ms) before which no work is done at once. */
  #creditFrom = 0;

  constructor(options: AnnotationOptions) {
    this.#options = options;
    this.#scanner = new Scanner(this.#blocks, this.marks, options.finder);
    this.marks.setStyle(options.state().markStyle);
  }

  /** The page changes faster than it can be read. */
  get isPartial(): boolean {
    return this.#scanner.overflowed;
  }

  start(): void {
    this.#addTree(document);
    this.#newcomers.push(document);
    if (!this.#options.isAway()) void this.#run();
  }

  stop(): void {
    this.#state = "stopped";
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.marks.clear();
  }

  /** Vetoes or the look of the marks may have changed. */
  follow(): void {
    this.marks.setStyle(this.#options.state().markStyle);
    this.#scanner.changed = true;
    this.wake();
  }

  /** Looks for shadow roots that were attached without any mutation. */
  sweep(): void {
    this.#newcomers.push(document);
    for (const root of this.#blocks.trees.keys()) if (root !== document) this.#newcomers.push(root);
    this.wake();
  }

  /** Cheap checks of what no event tells: cleared highlights, a document that has become an editor. */
  check(): void {
    if (this.#state === "stopped") return;
    const isEdited = designMode(document) === "on";
    if (isEdited !== this.#isEdited) {
      this.#isEdited = isEdited;
      this.#scanner.restart();
      this.marks.announce();
      this.wake();
    }
    this.marks.heal();
  }

  /** Works off what is waiting, in slices, after a rest; while the tab is hidden nothing is done. */
  wake(): void {
    if (this.#state !== "resting" || this.#timer || this.#options.isAway()) return;
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, this.#restUntil - performance.now()));
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    if (this.#state !== "resting") return;
    this.#state = "working";
    try {
      const spent = await this.#work();
      this.#restUntil = performance.now() + rest(spent);
    } catch {
      // Nothing of ours may reach the page's console; what was left undone is done at the next change.
    }
    if (this.#stopped()) return;
    this.#state = "resting";
    if (!this.#isDone()) this.wake();
  }

  /** Returns the ms it took. */
  async #work(): Promise<number> {
    this.#scanner.overflowed = false;
    let slices = 0;
    let spent = 0;
    let early = 1;
    for (let isDone = false; !isDone; slices++) {
      if (this.#options.isAway() || this.#stopped()) return spent;
      const start = performance.now();
      isDone = this.#step(slice());
      // The first screen should not wait for the end of a long page.
      if (!isDone && slices === early) {
        early *= 4;
        this.#paint(this.#resolve(), () => false);
      }
      spent += performance.now() - start;
      if (!isDone) await breathe();
    }
    if (this.#scanner.changed) spent += await this.#show();
    this.#options.onChange();
    return spent;
  }

  /** Asks who is meant and paints it, in slices. Returns the ms it took. */
  async #show(): Promise<number> {
    let spent = 0;
    const mentions = this.#resolve();
    for (let isDone = false; !isDone; ) {
      const start = performance.now();
      if (this.#stopped()) return spent;
      isDone = this.#paint(mentions, slice());
      spent += performance.now() - start;
      if (!isDone) await breathe();
      if (this.#scanner.changed) break;
    }
    return spent + this.#resolveCost;
  }

  #step(isOver: () => boolean): boolean {
    if (this.#isEdited) return true;
    for (let node = this.#newcomers.shift(); node; node = this.#newcomers.shift()) {
      for (const root of findHosts(node)) if (root) this.#addTree(root);
    }
    return this.#scanner.work(isOver);
  }

  #resolve(): Map<Block, Mention[]> {
    const start = performance.now();
    const { finder, isVetoed } = this.#options;
    const { lexicon } = finder;
    this.#scanner.changed = false;
    this.#blocks.compact();
    const blocks = this.#blocks.ordered();
    const mentions = resolveCandidates(
      lexicon,
      blocks.map((block) => block.candidates),
      pageFacts(),
    );
    const vetoed = lexicon.people.map((person) => person.refs.some((ref) => isVetoed(`${ref.dossier}/${ref.person}`)));
    this.marks.setOrder(blocks);
    const all = new Map(
      blocks.map((block, index) => [block, (mentions[index] ?? []).filter((mention) => !vetoed[mention.person])]),
    );
    this.#resolveCost = performance.now() - start;
    return all;
  }

  /** Paints until done (true) or over (false); what has been painted is taken from the map. */
  #paint(mentions: Map<Block, Mention[]>, isOver: () => boolean): boolean {
    let count = 0;
    for (const [block, list] of mentions) {
      if (block.pass >= 0) this.marks.paint(block, list, this.#options.finder.lexicon);
      if (list.length > 0 && block.tree.root !== document) styleShadow(block.tree.root as ShadowRoot);
      mentions.delete(block);
      if (++count % 32 === 0 && isOver()) break;
    }
    this.marks.announce();
    return mentions.size === 0;
  }

  #observe(records: MutationRecord[]): void {
    noteChanges(records, this.#scanner, (element) => this.#newcomers.push(element));
    this.check();
    if (this.#scanner.changed && !this.#options.isAway()) this.#workAtOnce();
    this.marks.announce();
    if (!this.#isDone()) this.wake();
  }

  /** Text under marks has changed: their successors are there before the page is painted, if that is cheap. */
  #workAtOnce(): void {
    const start = performance.now();
    if (this.#state !== "resting" || start < this.#creditFrom || this.#resolveCost > AT_ONCE) return;
    if (this.#step(slice(AT_ONCE))) this.#paint(this.#resolve(), () => false);
    const end = performance.now();
    this.#creditFrom = end + rest(end - start);
    this.#options.onChange();
  }

  #isDone(): boolean {
    return this.#scanner.idle && !this.#scanner.changed && this.#newcomers.length === 0;
  }

  #stopped(): boolean {
    return this.#state === "stopped";
  }

  #addTree(root: Document | ShadowRoot): void {
    if (this.#blocks.trees.has(root)) return;
    this.#blocks.trees.set(root, { root, reader: new RunReader(root), blocks: [] });
    this.#observer.observe(root, OBSERVED);
    this.#scanner.addSubtree(root);
    if (root !== document) this.#newcomers.push(root);
  }
}
