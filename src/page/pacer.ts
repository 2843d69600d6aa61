/** Part of the main thread's time that following a changing page may take in the long run. */
const SHARE = 1 / 40;
/** Milliseconds of work that may be done beyond that share, once: most pages change for a while and then rest. */
const BURST = 300;
/** Even then a round is followed by a rest of so many times its length. */
const ROUND_REST = 8;
/** Milliseconds between two rounds of work: changes of that time are one round. A reader sees no difference to "at once". */
const ROUND = 80;
/** A page that is read for longer than this allows, again and again, is one that nobody can read. */
const LONGEST_REST = 2_000;
/** A page has no clock but the wall's: a round that takes far longer than the last ones mostly waited for a processor. */
const COMPARED = 5;
/** Of such a round this part counts all the same, so that whoever alternates gains no more than that. */
const LEAST_COUNTED = 1 / 3;

/** Says when to work, so that pages that change for ever, as feeds and tickers do, cost little and bounded time. */
export class Pacer {
  #credit = BURST;
  #countedAt = performance.now();
  #endedAt = Number.NEGATIVE_INFINITY;
  #last = 0;
  #recent: number[] = [];

  /** Notes work that has just ended, in ms. */
  spent(ms: number): void {
    this.#count();
    this.#recent = [...this.#recent.slice(1 - COMPARED), ms];
    const usual = [...this.#recent].sort((a, b) => a - b)[this.#recent.length >> 1]!;
    this.#last = Math.max(Math.min(ms, usual), ms * LEAST_COUNTED);
    this.#credit = Math.max(-LONGEST_REST * SHARE, this.#credit - this.#last);
    this.#endedAt = performance.now();
  }

  /** Notes the end of work that is not counted: the first reading of a page. */
  ended(): void {
    this.#endedAt = performance.now();
  }

  /** Milliseconds until the next round. */
  get wait(): number {
    this.#count();
    const rest = this.#credit < 0 ? -this.#credit / SHARE : Math.max(ROUND, this.#last * ROUND_REST);
    return Math.max(0, this.#endedAt + rest - performance.now());
  }

  /** Whether a little may be done right now, before the page is painted; `ms` since the last work at least. */
  mayWork(ms = 0): boolean {
    this.#count();
    return this.#credit > 0 && performance.now() - this.#endedAt >= ms;
  }

  #count(): void {
    const now = performance.now();
    this.#credit = Math.min(BURST, this.#credit + (now - this.#countedAt) * SHARE);
    this.#countedAt = now;
  }
}

/** Milliseconds of work before the page gets its turn: less than half a frame at 60 Hz. */
const SLICE = 6;

interface Scheduler {
  yield?(): Promise<void>;
}

/** Lets the page run: input and painting first. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}

/** Answers true when this slice is over. */
export function slice(ms = SLICE): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
}
