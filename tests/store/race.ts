import type { Database } from "../../src/store/tables.ts";

/** Does `work` right before the next transaction that writes begins: what came first in a race is settled so. */
export function beforeNextWrite(db: Database, work: () => Promise<unknown>): void {
  const begin = db.transaction;
  db.transaction = (async (...args: unknown[]) => {
    const isIt = args[0] === "rw";
    if (isIt) {
      db.transaction = begin;
      await work();
    }
    return (begin as (...given: unknown[]) => Promise<unknown>).apply(db, args);
  }) as unknown as typeof db.transaction;
}
