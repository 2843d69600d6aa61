/**
 * Runs work one piece after the other. Of the pieces that come while one runs only the newest is begun; the others were
 * overtaken and come to `overtaken`.
 */
export function oneAtATime<T>(overtaken: T): (work: () => Promise<T>) => Promise<T> {
  let newest = 0;
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    newest += 1;
    const turn = newest;
    const result = before.then(() => (turn === newest ? work() : overtaken));
    // One that fails tells who asked for it; the next one runs all the same.
    before = result.catch(() => {});
    return result;
  };
}
