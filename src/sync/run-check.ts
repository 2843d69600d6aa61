import type { SyncResult } from "../dossier/rows.ts";
import type { Staging } from "../store/install.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { recordAfter } from "./after-check.ts";
import { checkFeed } from "./check-feed.ts";
import { noteFailure, shortenHistory } from "./feed-history.ts";
import { updateFeed } from "./feed-record.ts";
import { exclusively } from "./lock.ts";
import type { SyncEvent } from "./phase.ts";
import type { Ports } from "./ports.ts";
import { failureOf, type Outcome, outcomeOf } from "./result.ts";
import { backOff } from "./schedule.ts";

export interface CheckParts {
  db: Database;
  staging: Staging;
  ports: Ports;
  /** Called where the disk is full; returns how many generations went. */
  makeRoom(): Promise<number>;
  minutesOf(record: FeedRecord): Promise<number>;
  emit(url: string, event: SyncEvent): void;
  /** The people in use have changed. */
  installed(): void;
  /** Results that could not be written down, by feed. */
  unwritten: Map<string, SyncResult>;
}

/** Which record a check began with, by when it was added; undefined: there was none. */
interface Began {
  added: number | undefined;
}

/** One check of one feed, with what is written down before and after it. */
export function createCheck(parts: CheckParts): (url: string, signal: AbortSignal) => Promise<SyncResult> {
  const { db, staging, ports, makeRoom, minutesOf, emit, installed, unwritten } = parts;
  const pause = () => new Promise<void>((resolve) => void ports.after(0, resolve));

  /**
   * Says before anything else when to try again: a worker that is killed says nothing more. Returns the feed's record;
   * undefined: it has been removed.
   */
  function begin(url: string, now: number): Promise<FeedRecord | undefined> {
    return updateFeed(db, url, (record) => {
      const attempts = record.attempts + 1;
      // Of a feed that has just been added the reader waits to see something: one cut in the middle goes on at the next start.
      const isFirst = attempts === 1 && record.checked === undefined;
      return { ...record, attempts, resume: isFirst ? now : now + backOff(attempts, ports.random()) };
    });
  }

  async function end(url: string, began: Began, { result, retryAfter, noted = 0 }: Outcome): Promise<void> {
    const now = ports.now();
    const held = await db.feeds.get(url);
    // Removed, and perhaps added anew: that is another feed, and its own check is to come.
    if (!held || held.added !== began.added) return;
    const after = { result, retryAfter, now, minutes: await minutesOf(held), random: ports.random() };
    await writing(db, [db.feeds, db.history], async () => {
      if ((await db.feeds.get(url))?.added !== began.added) return;
      await updateFeed(db, url, (record) => recordAfter(record, after));
      const added = result.type === "failed" && (await noteFailure(db, url, now, result));
      if (added || noted) await shortenHistory(db, url, noted);
    });
  }

  return async (url, signal) => {
    let began: Began | undefined;
    let outcome: Outcome;
    try {
      signal.throwIfAborted();
      const checked = await exclusively(ports, db, url, async () => {
        emit(url, { type: "started" });
        const now = ports.now();
        began = { added: (await begin(url, now))?.added };
        return checkFeed({
          db,
          staging,
          ports,
          url,
          signal,
          run: await nextRun(db, now),
          makeRoom,
          emit: (event) => emit(url, event),
          pause,
          installed,
        });
      });
      outcome = outcomeOf(checked);
    } catch (error) {
      outcome = failureOf(error);
    }
    const { result } = outcome;
    // Not begun: cancelled in the queue, or `busy` elsewhere, where the other run writes the record.
    const nothingToWrite = result.type === "cancelled" || (result.type === "failed" && result.error.code === "busy");
    if (!began && nothingToWrite) return result;
    unwritten.set(url, result);
    if (began) {
      await end(url, began, outcome);
      unwritten.delete(url);
    }
    return result;
  };
}

/** Greater than that of any run before, also where the clock was set back. */
async function nextRun(db: Database, now: number): Promise<number> {
  const runs = (await db.installed.toArray()).map(({ run }) => run);
  return Math.max(now, ...runs.map((run) => run + 1));
}
