import { isConnected, isText, parentOf } from "./dom.ts";
import type { Finder } from "./finder.ts";
import { findHosts } from "./hosts.ts";
import { OBSERVED } from "./observed.ts";
import { breathe, rest, slice } from "./pacer.ts";
import { nodeAt } from "./run.ts";
import { type Chunk, sift } from "./sift.ts";
import { Unread } from "./unread.ts";

/**
 * Stands on every page and asks one thing: is anybody of the cast named here at all? Reads new and changed text in the
 * rough; at the first name it calls `onFound` and its work is done. Everything about marks is loaded only then.
 */
export class Sentry {
  readonly #finder: Finder;
  readonly #isAway: () => boolean;
  readonly #onFound: () => void;
  readonly #unread = new Unread();
  readonly #roots = new Set<Node>();
  readonly #waiting = new Set<Node>();
  /** Elements below which shadow roots are looked for. */
  readonly #newcomers = new Set<Node>();
  readonly #observer = new MutationObserver((records) => this.#observe(records));
  #active: { root: Node; chunks: Generator<Chunk, void> } | undefined;
  #state: "resting" | "due" | "working" | "done" = "resting";
  #restUntil = 0;

  constructor(finder: Finder, isAway: () => boolean, onFound: () => void) {
    this.#finder = finder;
    this.#isAway = isAway;
    this.#onFound = onFound;
  }

  start(): void {
    this.#add(document);
    if (!this.#isAway()) void this.#run();
  }

  stop(): void {
    this.#state = "done";
    this.#observer.disconnect();
  }

  /** Looks for shadow roots that were attached without any mutation. */
  sweep(): void {
    for (const root of this.#roots) this.#newcomers.add(root);
    this.wake();
  }

  wake(): void {
    if (this.#state !== "resting" || this.#isAway()) return;
    this.#state = "due";
    setTimeout(() => void this.#run(), Math.max(0, this.#restUntil - performance.now()));
  }

  async #run(): Promise<void> {
    if (this.#state === "done") return;
    this.#state = "working";
    let spent = 0;
    for (let isDone = false; !isDone && !this.#isAway(); ) {
      const start = performance.now();
      isDone = this.#step(slice());
      spent += performance.now() - start;
      if (this.#stopped()) return;
      if (!isDone) await breathe();
    }
    if (this.#stopped()) return;
    this.#restUntil = performance.now() + rest(spent);
    this.#state = "resting";
    if (this.#waiting.size > 0) this.wake();
  }

  /** Works until all is read, somebody is found (both true), or it is over (false). */
  #step(isOver: () => boolean): boolean {
    this.#unread.forget();
    for (const node of this.#newcomers) {
      this.#newcomers.delete(node);
      for (const root of findHosts(node)) if (root) this.#add(root);
    }
    while (this.#readChunk()) {
      if (this.#stopped()) return true;
      if (isOver()) return false;
    }
    return true;
  }

  #readChunk(): boolean {
    if (this.#active) {
      const { root, chunks } = this.#active;
      const chunk = isConnected(root) ? chunks.next().value : undefined;
      if (!chunk) this.#active = undefined;
      else if (this.#hasName(chunk)) {
        this.stop();
        this.#onFound();
      }
      return true;
    }
    for (const root of this.#waiting) {
      this.#waiting.delete(root);
      this.#active = { root, chunks: sift(root) };
      return true;
    }
    return false;
  }

  #hasName({ text, nodes, starts }: Chunk): boolean {
    return this.#finder
      .find(text)
      .some(({ people, start }) => people.length > 0 && !this.#unread.has(nodes[nodeAt(starts, start)]!));
  }

  #observe(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") this.#waiting.add(surroundings(target));
      // Something has stopped being an editor.
      if (type === "attributes") this.#waiting.add(target);
      for (const node of addedNodes) {
        this.#waiting.add(isText(node) ? surroundings(node) : node);
        this.#newcomers.add(node);
      }
    }
    // Rather the whole page once than a list without end.
    if (this.#waiting.size > 5_000) {
      this.#waiting.clear();
      this.#newcomers.clear();
      for (const root of this.#roots) this.#waiting.add(root).add(root);
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
