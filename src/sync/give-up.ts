import type { Database, FeedRecord } from "../store/tables.ts";
import { recordAfter } from "./after-check.ts";
import { updateFeed } from "./feed-record.ts";
import type { Ports } from "./ports.ts";

/** Cancels that are still to be written down. */
export interface GivingUp {
  /**
   * Notes of a check that has been begun, also by a background that was ended in the middle of it, that the reader has
   * cancelled it: it does not go on by itself. Returns whether there was one to note that of.
   */
  giveUp(url: string): Promise<boolean>;
  /** Once all that was given up is written: whoever looked for what is due before that would begin it again. */
  settled(): Promise<unknown>;
}

export interface GivingUpParts {
  db: Database;
  ports: Pick<Ports, "now" | "random">;
  minutesOf(record: FeedRecord): Promise<number>;
  /** Whether the reader has asked for a check of it again. */
  isWanted(url: string): boolean;
}

/** Writes down what the reader gives up. */
export function createGivingUp({ db, ports, minutesOf, isWanted }: GivingUpParts): GivingUp {
  const pending = new Set<Promise<unknown>>();

  async function write(url: string): Promise<boolean> {
    const held = await db.feeds.get(url);
    if (held?.resume === undefined) return false;
    const minutes = await minutesOf(held);
    let isNoted = false;
    await updateFeed(db, url, (record) => {
      // It has come to its end meanwhile, or is another feed, added anew; or a check of it was asked for again.
      if (record.resume === undefined || record.added !== held.added || isWanted(url)) return record;
      isNoted = true;
      return recordAfter(record, { result: { type: "cancelled" }, now: ports.now(), minutes, random: ports.random() });
    });
    return isNoted;
  }

  return {
    giveUp(url) {
      const work = write(url);
      const settled = work.catch(() => {});
      pending.add(settled);
      return work.finally(() => pending.delete(settled));
    },
    settled: () => Promise.all(pending),
  };
}
