/** Work on a whole dossier that can be left and taken up again: it yields wherever others may go first. */
export type Steps<T> = Generator<undefined, T>;

/** Milliseconds of work between two pauses: well below what anybody who waits for a card would feel. */
const SLICE = 16;

/** Does it all in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does it in slices of a few milliseconds with `pause` between them. `now`: milliseconds from any moment on. */
export async function inSlices<T>(
  steps: Steps<T>,
  pause: () => Promise<void>,
  now: () => number = () => performance.now(),
): Promise<T> {
  for (let began = now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (now() - began < SLICE) continue;
    await pause();
    began = now();
  }
}
