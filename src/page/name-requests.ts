import type { Candidate } from "../detect/index.ts";
import { MOST_TEXTS } from "../shared/found-names.ts";
import type { Finder } from "./finder.ts";
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

  /** Resolves when nothing is asked any more, or patience ends. */
  async settled(): Promise<void> {
    if (!this.#running) return;
    await Promise.race([this.#running, new Promise((done) => setTimeout(done, PATIENCE))]);
  }

  async #run(): Promise<void> {
    while (this.#isDue()) {
      const extras = this.#extras.splice(0, MOST_TEXTS - 1);
      const unnamed = this.#scanner.takeUnnamed(BATCH, MOST_TEXTS - extras.length);
      const answers = await this.#answers([...unnamed.map(({ run }) => run.text), ...extras.map(({ text }) => text)]);
      for (const one of unnamed) this.#scanner.name(one, answers.shift() ?? []);
      for (const { take } of extras) take(answers.shift() ?? []);
      this.#arrived();
    }
    this.#running = undefined;
  }

  async #answers(texts: string[]): Promise<Candidate[][]> {
    for (let attempt = 0; attempt <= RETRIES; attempt++) {
      try {
        return await this.#finder.ask(texts);
      } catch {
        // Nothing of ours may reach the page's console.
      }
    }
    return [];
  }

  #isDue(): boolean {
    return this.#scanner.hasUnnamed || this.#extras.length > 0;
  }
}
