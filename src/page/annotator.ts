import { type Candidate, type Mention, resolveCandidates } from "../detect/index.ts";
import type { AnnotationOptions } from "./annotation.ts";
import { type Block, Blocks } from "./blocks.ts";
import { noteChanges } from "./changes.ts";
import { designMode, titleOf } from "./dom.ts";
import { pageFacts } from "./facts.ts";
import type { Finder } from "./finder.ts";
import { findHosts } from "./hosts.ts";
import { Marks } from "./marks.ts";
import { NameRequests } from "./name-requests.ts";
import { OBSERVED } from "./observed.ts";
import { breathe, Pacer, slice } from "./pacer.ts";
import { RunReader } from "./run.ts";
import { Scanner } from "./scanner.ts";
import type { Handover } from "./sentry.ts";
import { styleShadow } from "./shadow-style.ts";

/** Marks that have just been dropped are found anew before the next frame, where that takes no longer than this (ms). */
const AT_ONCE = 3;
/** After this long without work (ms) a change is worked off at once too: the first item of a feed need not wait. */
const QUIET = 300;
/** A search for shadow roots waits this many times as long as the last one took. */
const SWEEP_REST = 40;
/** More new elements than this are not looked through one by one: the page is, as a whole. */
const MOST_NEWCOMERS = 10_000;

/** Keeps the marks of one document true, from `start` to `stop`. */
export class Annotator {
  readonly #blocks = new Blocks();
  readonly marks = new Marks(this.#blocks);
  readonly #options: AnnotationOptions;
  readonly #finder: Finder;
  readonly #scanner: Scanner;
  readonly #requests: NameRequests;
  readonly #observer = new MutationObserver((records) => this.#observe(records));
  readonly #pacer = new Pacer();
  /** New elements, whose shadow roots are looked for. */
  #newcomers: Node[] = [];
  #hosts: Handover["hosts"];
  #state: "resting" | "working" | "stopped" = "resting";
  #isFirst = true;
  /** The page is being read for the first time. */
  isReading = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isEdited = false;
  /** What asking who is meant last took, in ms. */
  #resolveCost = 0;
  /** What the search for shadow roots has taken since the last sweep, in ms, and when the next one may be. */
  #sweepCost = 0;
  #sweepFrom = 0;
  #isSweeping = false;
  #title: { text: string; candidates: Candidate[] } = { text: "", candidates: [] };

  constructor(options: AnnotationOptions, finder: Finder) {
    this.#options = options;
    this.#finder = finder;
    this.#scanner = new Scanner(this.#blocks, this.marks, finder);
    this.#requests = new NameRequests(finder, this.#scanner, () => this.wake());
    this.marks.setStyle(options.state().markStyle);
  }

  /** The page changes faster than it can be read. */
  get isPartial(): boolean {
    return this.#scanner.overflowed;
  }

  start(): void {
    const handover = this.#options.takeOver();
    for (const root of handover.roots) this.#addTree(root as Document | ShadowRoot, false);
    this.#scanner.takeOver(handover);
    this.#newcomers.push(...handover.newcomers);
    this.#hosts = handover.hosts;
    // Starting has taken half a slice.
    if (!this.#options.isAway()) void breathe().then(() => this.#run());
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
    const now = performance.now();
    if (now < this.#sweepFrom) return;
    this.#sweepFrom = now + this.#sweepCost * SWEEP_REST;
    this.#sweepCost = 0;
    this.#newcomers.push(...this.#blocks.trees.keys());
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
    this.#timer = setTimeout(() => void this.#run(), this.#pacer.wait);
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    if (this.#state !== "resting") return;
    this.#state = "working";
    try {
      const spent = await this.#work();
      // The first reading of a page is what it is; what comes after has a budget.
      if (this.#isFirst) this.#pacer.ended();
      else this.#pacer.spent(spent);
      this.#isFirst = false;
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
    const { text: title } = this.#title;
    this.#titleCandidates(titleOf(document));
    if (this.#title.text !== title) this.#scanner.changed = true;
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
      this.#requests.send();
      spent += performance.now() - start;
      if (!isDone) await breathe();
      else if (await this.#requests.settled()) isDone = this.#scanner.idle;
    }
    if (this.#scanner.changed) spent += await this.#show();
    this.isReading = false;
    this.#options.onChange();
    return spent + (await this.#lookForHosts());
  }

  /** Asks who is meant and paints it, in slices. Returns the ms it took. */
  async #show(): Promise<number> {
    let spent = 0;
    const start = performance.now();
    const mentions = this.#resolve();
    for (let isDone = false; !isDone; ) {
      const begun = spent === 0 ? start : performance.now();
      if (this.#stopped()) return spent;
      isDone = this.#paint(mentions, slice());
      spent += performance.now() - begun;
      if (!isDone) await breathe();
      if (this.#scanner.changed) break;
    }
    return spent;
  }

  #step(isOver: () => boolean): boolean {
    return this.#isEdited || this.#scanner.work(isOver);
  }

  /** Looks for shadow roots, in slices, once all text is read and marked: touching elements is dear. */
  async #lookForHosts(): Promise<number> {
    let spent = 0;
    while (this.#newcomers.length > 0 || this.#hosts) {
      if (this.#options.isAway() || this.#stopped()) break;
      const start = performance.now();
      const isOver = slice();
      do {
        this.#hosts ??= findHosts(this.#newcomers.pop()!);
        const { done, value } = this.#hosts.next();
        if (done) this.#hosts = undefined;
        else if (value) this.#addTree(value);
      } while ((this.#newcomers.length > 0 || this.#hosts) && !isOver());
      spent += performance.now() - start;
      if (this.#scanner.changed) break;
      if (this.#hosts) await breathe();
    }
    this.#sweepCost += spent;
    // Searches of the whole page have a rest of their own.
    const isCounted = !this.#isSweeping;
    if (this.#newcomers.length === 0 && !this.#hosts) this.#isSweeping = false;
    return isCounted ? spent : 0;
  }

  #resolve(): Map<Block, Mention[]> {
    const start = performance.now();
    const { lexicon } = this.#finder;
    this.#scanner.changed = false;
    this.#blocks.compact();
    const blocks = this.#blocks.ordered();
    const { title = "", ...facts } = pageFacts();
    // The title comes first, as a block of its own that has no place to be painted in.
    const lists = [this.#titleCandidates(title), ...blocks.map((block) => block.candidates)];
    const [, ...mentions] = resolveCandidates(lexicon, lists, facts);
    const vetoed = new Map<number, boolean>();
    const isVetoed = ({ person }: Mention): boolean => {
      const known =
        vetoed.get(person) ??
        lexicon.people[person]!.refs.some((ref) => this.#options.isVetoed(`${ref.dossier}/${ref.person}`));
      vetoed.set(person, known);
      return known;
    };
    this.marks.setOrder(blocks);
    const all = new Map(blocks.map((block, i) => [block, mentions[i]!.filter((mention) => !isVetoed(mention))]));
    this.#resolveCost = performance.now() - start;
    return all;
  }

  #titleCandidates(text: string): Candidate[] {
    if (text !== this.#title.text) {
      const found = this.#finder.find(text);
      const title = { text, candidates: found ?? [] };
      this.#title = title;
      if (!found) {
        this.#requests.ask(text, (candidates) => {
          title.candidates = candidates;
          if (candidates.length > 0) this.#scanner.changed = true;
        });
      }
    }
    return this.#title.candidates;
  }

  /** Paints until done (true) or over (false); what has been painted is taken from the map. */
  #paint(mentions: Map<Block, Mention[]>, isOver: () => boolean): boolean {
    let count = 0;
    for (const [block, list] of mentions) {
      if (block.pass >= 0) this.marks.paint(block, list, this.#finder.lexicon);
      if (list.length > 0 && block.tree.root !== document) styleShadow(block.tree.root as ShadowRoot);
      mentions.delete(block);
      if (++count % 32 === 0 && isOver()) break;
    }
    this.marks.announce();
    return mentions.size === 0;
  }

  #observe(records: MutationRecord[]): void {
    noteChanges(records, this.#scanner, (element) => this.#newcomers.push(element));
    if (this.#newcomers.length > MOST_NEWCOMERS) this.#newcomers = [...this.#blocks.trees.keys()];
    this.check();
    if (!this.#options.isAway() && this.#pacer.mayWork(this.#scanner.changed ? 0 : QUIET)) this.#workAtOnce();
    this.marks.announce();
    if (!this.#isDone()) this.wake();
  }

  /** What has changed is marked before the page is painted, if that is cheap. */
  #workAtOnce(): void {
    if (this.#state !== "resting" || this.#resolveCost > AT_ONCE) return;
    const start = performance.now();
    const isDone = this.#step(slice(AT_ONCE));
    this.#requests.send();
    if (isDone && this.#scanner.changed) this.#paint(this.#resolve(), () => false);
    this.#pacer.spent(performance.now() - start);
    this.#options.onChange();
  }

  #isDone(): boolean {
    return this.#scanner.idle && !this.#scanner.changed && this.#newcomers.length === 0 && !this.#hosts;
  }

  #stopped(): boolean {
    return this.#state === "stopped";
  }

  #addTree(root: Document | ShadowRoot, isNew = true): void {
    if (this.#blocks.trees.has(root)) return;
    this.#blocks.trees.set(root, { root, reader: new RunReader(root), blocks: [] });
    this.#observer.observe(root, OBSERVED);
    if (!isNew) return;
    this.#scanner.addSubtree(root);
    this.#newcomers.push(root);
  }
}
