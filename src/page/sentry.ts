import { isConnected, isText, parentOf } from "./dom.ts";
import { findHosts } from "./hosts.ts";
import { OBSERVED } from "./observed.ts";
import { breathe, Pacer, slice } from "./pacer.ts";
import { nodeAt } from "./run.ts";
import { type Chunk, sift } from "./sift.ts";
import type { Spotter } from "./spotter.ts";
import { Unread } from "./unread.ts";

/** More places with names than this are not kept: whoever follows reads the page from its start. */
const MOST_HOT = 20_000;

/** What a sentry knows when it is relieved, so that nothing is read twice. */
export interface Handover {
  /** The document and the shadow roots found so far. */
  roots: Node[];
  /** Text nodes in which a name may stand. */
  hot: Text[];
  /** A reading that is under way. */
  active: { root: Node; chunks: Generator<Chunk, void> } | undefined;
  /** Not yet read. */
  waiting: Node[];
  /** Not yet looked through for shadow roots. */
  newcomers: Node[];
}

/**
 * Stands on every page and asks one thing: may anybody of the cast be named here at all? Reads new and changed text in
 * the rough; at the first such place it calls `onFound`, and notes all others until it is relieved. Everything about
 * marks is loaded only then.
 */
export class Sentry {
  readonly #spotter: Spotter;
  readonly #isAway: () => boolean;
  readonly #onFound: () => void;
  readonly #unread = new Unread();
  readonly #roots = new Set<Node>();
  readonly #waiting = new Set<Node>();
  /** Elements below which shadow roots are looked for. */
  readonly #newcomers = new Set<Node>();
  readonly #hot = new Set<Text>();
  readonly #pacer = new Pacer();
  readonly #observer = new MutationObserver((records) => this.#observe(records));
  #active: Handover["active"];
  #hosts: ReturnType<typeof findHosts> | undefined;
  #state: "resting" | "due" | "working" | "done" = "resting";
  #isFirst = true;

  constructor(spotter: Spotter, isAway: () => boolean, onFound: () => void) {
    this.#spotter = spotter;
    this.#isAway = isAway;
    this.#onFound = onFound;
  }

  start(): void {
    this.#add(document);
    // Shadow roots are looked for at the first sweep: touching every element costs more than reading all the text.
    this.#newcomers.clear();
    if (!this.#isAway()) void this.#run();
  }

  stop(): void {
    this.#state = "done";
    this.#observer.disconnect();
  }

  /** Stops, and tells what is known. */
  handOver(): Handover {
    this.#observe(this.#observer.takeRecords());
    this.stop();
    // A search that was under way begins anew.
    if (this.#hosts) for (const root of this.#roots) this.#newcomers.add(root);
    return {
      roots: [...this.#roots],
      hot: [...this.#hot],
      active: this.#active,
      waiting: [...this.#waiting],
      newcomers: [...this.#newcomers],
    };
  }

  /** Looks for shadow roots that were attached without any mutation. */
  sweep(): void {
    for (const root of this.#roots) this.#newcomers.add(root);
    this.wake();
  }

  wake(): void {
    if (this.#state !== "resting" || this.#isAway()) return;
    this.#state = "due";
    setTimeout(() => void this.#run(), this.#pacer.wait);
  }

  async #run(): Promise<void> {
    if (this.#state === "done") return;
    this.#state = "working";
    let spent = 0;
    for (let isDone = false; !isDone && !this.#isAway(); ) {
      const start = performance.now();
      isDone = this.#step(slice());
      spent += performance.now() - start;
      if (!isDone) await breathe();
      if (this.#stopped()) return;
    }
    if (this.#isFirst) this.#pacer.ended();
    else this.#pacer.spent(spent);
    this.#isFirst = false;
    this.#state = "resting";
    if (this.#waiting.size + this.#newcomers.size > 0) this.wake();
  }

  /** Works until all is read (true), or it is over (false). */
  #step(isOver: () => boolean): boolean {
    this.#unread.forget();
    while (this.#readChunk() || this.#lookForHosts()) if (isOver()) return false;
    return true;
  }

  /** Goes a few hundred elements on; false: nothing is left. */
  #lookForHosts(): boolean {
    if (!this.#hosts) {
      for (const node of this.#newcomers) {
        this.#newcomers.delete(node);
        this.#hosts = findHosts(node);
        return true;
      }
      return false;
    }
    const { done, value } = this.#hosts.next();
    if (done) this.#hosts = undefined;
    else if (value) this.#add(value);
    return true;
  }

  #readChunk(): boolean {
    if (this.#active) {
      const { root, chunks } = this.#active;
      const chunk = isConnected(root) ? chunks.next().value : undefined;
      if (chunk) this.#note(chunk);
      else this.#active = undefined;
      return true;
    }
    for (const root of this.#waiting) {
      this.#waiting.delete(root);
      this.#active = { root, chunks: sift(root) };
      return true;
    }
    return false;
  }

  #note({ text, nodes, starts }: Chunk): void {
    const isFirst = this.#hot.size === 0;
    this.#spotter.each(text, (start) => {
      const node = nodes[nodeAt(starts, start)]!;
      if (!this.#hot.has(node) && !this.#unread.has(node)) this.#hot.add(node);
    });
    if (this.#hot.size > MOST_HOT) {
      this.#hot.clear();
      this.#active = undefined;
      for (const root of this.#roots) this.#waiting.add(root);
      this.#state = "done";
    }
    if (isFirst && this.#hot.size > 0) this.#onFound();
  }

  #observe(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") this.#waiting.add(surroundings(target));
      // Something has stopped being an editor.
      if (type === "attributes") this.#waiting.add(target);
      for (const node of addedNodes) {
        this.#waiting.add(isText(node) ? surroundings(node) : node);
        if (!isText(node)) this.#newcomers.add(node);
      }
    }
    // Rather the whole page once than a list without end.
    if (this.#waiting.size > 5_000) {
      this.#waiting.clear();
      this.#newcomers.clear();
      for (const root of this.#roots) {
        this.#waiting.add(root);
        this.#newcomers.add(root);
      }
    }
    if (this.#waiting.size > 0) this.wake();
  }

  #add(root: Node): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#waiting.add(root);
    this.#newcomers.add(root);
    this.#observer.observe(root, OBSERVED);
  }

  #stopped(): boolean {
    return this.#state === "done";
  }
}

/** A changed text node may be a part of a word: its element is read, unless that is the whole page. */
function surroundings(node: Node): Node {
  const parent = parentOf(node);
  const above = parent && parentOf(parent);
  return parent && above && parentOf(above) !== document ? parent : node;
}
