/** Rest after work, as a multiple of its duration: keeps us below 4 % of the main thread on pages that never rest. */
const REST = 25;
const MIN_REST = 20;
const MAX_REST = 1_000;

/** Milliseconds to rest after so many of work. */
export const rest = (spent: number): number => Math.min(MAX_REST, Math.max(MIN_REST, spent * REST));

/** Milliseconds of work before the page gets its turn: half a frame at 60 Hz. */
const SLICE = 8;

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
