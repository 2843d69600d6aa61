import type { Candidate } from "../detect/index.ts";
import { MOST_TEXTS } from "../shared/found-names.ts";
import type { Answer, Finder } from "./finder.ts";
import { breathe, slice } from "./pacer.ts";
import type { Scanner } from "./scanner.ts";

/** Characters asked for at a time: a message of that size costs each side about a millisecond. */
const BATCH = 100_000;
/** Milliseconds after which nobody waits for an answer any more; it is still taken when it comes. */
const PATIENCE = 3_000;
/** Times that a failed request is made again: the background may have ended in the middle of it. */
const RETRIES = 1;

interface Extra {
  text: string;
  take(candidates: Candidate[]): void;
}

/** Asks for the names that the finder cannot read itself, one message at a time. What fails stays unmarked. */
export class NameRequests {
  readonly #finder: Finder;
  readonly #scanner: Scanner;
  readonly #arrived: () => void;
  readonly #extras: Extra[] = [];
  #running: Promise<void> | undefined;

  /** `arrived` is called after each answer. */
  constructor(finder: Finder, scanner: Scanner, arrived: () => void) {
    this.#finder = finder;
    this.#scanner = scanner;
    this.#arrived = arrived;
  }

  /** Asks for the names in a text that is not part of the page. */
  ask(text: string, take: (candidates: Candidate[]) => void): void {
    this.#extras.push({ text, take });
    this.send();
  }

  /** Asks for what the scanner has read, unless a question is under way: then it follows that one. */
  send(): void {
    if (!this.#running && this.#isDue()) this.#running = this.#run();
  }

  /** Resolves when nothing is asked any more (true, if anything was), or patience ends (false). */
  async settled(): Promise<boolean> {
    if (!this.#running) return false;
    const answered = this.#running.then(() => true);
    return Promise.race([answered, new Promise<false>((done) => setTimeout(() => done(false), PATIENCE))]);
  }

  async #run(): Promise<void> {
    while (this.#isDue()) {
      const extras = this.#extras.splice(0, MOST_TEXTS - 1);
      const unnamed = this.#scanner.takeUnnamed(BATCH, MOST_TEXTS - extras.length);
      const { found, used } = await this.#answer([
        ...unnamed.map(({ run }) => run.text),
        ...extras.map(({ text }) => text),
      ]);
      let isOver = slice();
      for (const [i, one] of unnamed.entries()) {
        this.#scanner.name(one, found[i] ?? []);
        if (!isOver()) continue;
        await breathe();
        isOver = slice();
      }
      for (const [i, { take }] of extras.entries()) take(found[unnamed.length + i] ?? []);
      this.#scanner.use(used);
      this.#arrived();
    }
    this.#running = undefined;
  }

  async #answer(texts: string[]): Promise<Answer> {
    for (let attempt = 0; attempt <= RETRIES; attempt++) {
      try {
        return await this.#finder.ask(texts);
      } catch {
        // Nothing of ours may reach the page's console.
      }
    }
    return { found: [], used: [] };
  }

  #isDue(): boolean {
    return this.#scanner.hasUnnamed || this.#extras.length > 0;
  }
}
