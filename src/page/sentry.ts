import { type ChangeListener, noteChanges } from "./changes.ts";
import { isConnected, isText, treeOf } from "./dom.ts";
import { findHosts } from "./hosts.ts";
import { OBSERVED } from "./observed.ts";
import { breathe, Pacer, slice } from "./pacer.ts";
import { Postponed } from "./postponed.ts";
import { PIECE, type Run, RunReader } from "./run.ts";
import type { Chunk } from "./sift.ts";
import { Spots } from "./spots.ts";
import type { Spotter } from "./spotter.ts";
import { Unread } from "./unread.ts";

/** More places with names than this are not kept: whoever follows reads the page from its start. */
const MOST_HOT = 20_000;

/** What a sentry knows when it is relieved, so that nothing is read twice. */
export interface Handover {
  /** The document and the shadow roots found so far. */
  roots: Node[];
  /** Nodes in whose runs a name may stand. */
  hot: Node[];
  /** A reading that is under way. */
  active: { root: Node; chunks: Generator<Chunk, void> } | undefined;
  /** Not yet read. */
  waiting: Node[];
  /** Not yet looked through for shadow roots, and a search for them that is under way. */
  newcomers: Node[];
  hosts: ReturnType<typeof findHosts> | undefined;
  spots: Spots;
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
  readonly #roots = new Map<Node, RunReader>();
  readonly #waiting = new Set<Node>();
  /** Nodes whose run has changed, and what has been read of it since. */
  readonly #runs = new Set<Node>();
  #seen = new WeakSet<Node>();
  /** Elements below which shadow roots are looked for. */
  readonly #newcomers = new Set<Node>();
  readonly #hot = new Set<Text>();
  readonly #spots: Spots;
  readonly #pacer = new Pacer();
  readonly #changes: ChangeListener = {
    forgetSeen: () => {
      this.#seen = new WeakSet();
    },
    touch: (node) => this.#runs.add(node),
    addRun: (node) => this.#runs.add(node),
    addSubtree: (root) => this.#waiting.add(root),
    reread: (element) => {
      // Which shadow roots stand in it is not asked: a page may change thousands of elements at once.
      for (const root of this.#roots.keys()) if (root !== document) this.#waiting.add(root);
      this.#waiting.add(element);
    },
    removals: false,
  };
  readonly #observer = new MutationObserver((records) => this.#observe(records));
  #active: Handover["active"];
  #hosts: Handover["hosts"];
  #state: "resting" | "due" | "working" | "done" = "resting";
  #isFirst = true;
  /** Somebody is coming to relieve it. */
  #hasFound = false;

  constructor(spotter: Spotter, isAway: () => boolean, onFound: () => void) {
    this.#spotter = spotter;
    this.#spots = new Spots(spotter, new Postponed(isConnected));
    this.#isAway = isAway;
    this.#onFound = onFound;
  }

  /** The page is being read for the first time. */
  get isReading(): boolean {
    return this.#isFirst;
  }

  start(): void {
    this.#add(document);
    // Shadow roots are looked for at the first sweep: touching every element costs more than reading all the text.
    this.#newcomers.clear();
    if (this.#isAway()) return;
    // Starting has taken half a slice.
    this.#state = "due";
    void breathe().then(() => this.#run());
  }

  stop(): void {
    this.#state = "done";
    this.#observer.disconnect();
  }

  /** Stops, and tells what is known. */
  handOver(): Handover {
    this.#observe(this.#observer.takeRecords());
    this.stop();
    return {
      roots: [...this.#roots.keys()].filter(isConnected),
      hot: [...this.#hot, ...this.#runs],
      active: this.#active,
      waiting: [...this.#waiting],
      newcomers: [...this.#newcomers],
      hosts: this.#hosts,
      spots: this.#spots,
    };
  }

  /** Looks for shadow roots that were attached without any mutation. */
  sweep(): void {
    for (const root of this.#roots.keys()) {
      if (isConnected(root)) this.#newcomers.add(root);
      else this.#roots.delete(root);
    }
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
    try {
      for (let isDone = false; !isDone && !this.#isAway(); ) {
        const start = performance.now();
        isDone = this.#step(slice());
        spent += performance.now() - start;
        if (!isDone) await breathe();
        if (this.#stopped()) return;
      }
    } catch {
      // Nothing of ours may reach the page's console; what was left undone is done at the next change.
    }
    if (this.#isFirst) this.#pacer.ended();
    else this.#pacer.spent(spent);
    this.#isFirst = false;
    this.#state = "resting";
    if (this.#waiting.size + this.#runs.size + this.#newcomers.size > 0) this.wake();
  }

  /** Works until all is read (true), or it is over (false). */
  #step(isOver: () => boolean): boolean {
    this.#unread.forget();
    while (!this.#stopped() && (this.#readChunk() || this.#lookForHosts())) if (isOver()) return false;
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
      const chunk = this.#readerOf(root) && chunks.next().value;
      if (chunk) this.#note(chunk);
      else this.#active = undefined;
      return true;
    }
    for (const node of this.#runs) {
      this.#runs.delete(node);
      const run = this.#readerOf(node)?.read(node, this.#seen);
      if (run) this.#note(run);
      else if (isText(node) && node.length > PIECE) this.#waiting.add(node);
      return true;
    }
    for (const root of this.#waiting) {
      this.#waiting.delete(root);
      this.#active = { root, chunks: this.#spotter.sift(root) };
      return true;
    }
    return false;
  }

  /** Undefined: the node has left the page. Its tree, if it was a shadow root, is read anew when it comes back. */
  #readerOf(node: Node): RunReader | undefined {
    const root = treeOf(node);
    if (isConnected(node)) return this.#roots.get(root);
    this.#roots.delete(root);
    return undefined;
  }

  #note(run: Run): void {
    this.#spots.read(run, (node) => {
      if (!this.#hot.has(node) && !this.#unread.has(node)) this.#hot.add(node);
    });
    if (this.#hot.size > 0 && !this.#hasFound) {
      this.#hasFound = true;
      this.#onFound();
    }
    if (this.#hot.size > MOST_HOT) {
      this.#hot.clear();
      this.#active = undefined;
      for (const root of this.#roots.keys()) this.#waiting.add(root);
      this.#state = "done";
    }
  }

  #observe(records: readonly MutationRecord[]): void {
    noteChanges(records, this.#changes, (element) => this.#newcomers.add(element));
    // Rather the whole page once than a list without end.
    if (this.#waiting.size + this.#runs.size > 5_000) {
      this.#waiting.clear();
      this.#runs.clear();
      this.#newcomers.clear();
      for (const root of this.#roots.keys()) {
        this.#waiting.add(root);
        this.#newcomers.add(root);
      }
    }
    if (this.#waiting.size + this.#runs.size > 0) this.wake();
  }

  #add(root: Node): void {
    if (this.#roots.has(root)) return;
    this.#roots.set(root, new RunReader(root));
    this.#waiting.add(root);
    this.#newcomers.add(root);
    this.#observer.observe(root, OBSERVED);
  }

  #stopped(): boolean {
    return this.#state === "done";
  }
}
