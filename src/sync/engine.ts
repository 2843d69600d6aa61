import { DramatisError, errorInfo } from "../dossier/errors.ts";
import type { SyncPhase, SyncResult } from "../dossier/rows.ts";
import type { Staging } from "../store/install.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { checkFeed } from "./check-feed.ts";
import { noteFailure, shortenHistory } from "./feed-history.ts";
import { updateFeed } from "./feed-record.ts";
import { exclusively } from "./lock.ts";
import { IDLE, isSameStep, nextPhase, type SyncEvent } from "./phase.ts";
import type { Ports } from "./ports.ts";
import { failureOf, type Outcome, outcomeOf } from "./result.ts";
import { afterFailure, afterSuccess, backOff, dueAt, isDue } from "./schedule.ts";
import { createSlots } from "./slots.ts";

export type EngineEvent =
  /** A feed has got on, or its row has changed. `begins`: it does something else now. */
  | { type: "feed"; url: string; phase: SyncPhase; begins?: boolean }
  /** The people in use have changed: publish the lexicon. */
  | { type: "dossiers" };

export interface Engine {
  /** Checks one feed now; a check that is under way is joined. Never rejects: the result says what happened. */
  check(url: string): Promise<SyncResult>;
  /** Checks all that are due, most overdue first. */
  runDue(): Promise<void>;
  /** Time (ms) at which `runDue` has something to do; undefined: never. */
  nextDue(): Promise<number | undefined>;
  /** The same for one feed. */
  next(record: FeedRecord): Promise<number | undefined>;
  /** Stops a check of this run of the background. */
  cancel(url: string): void;
  /**
   * Notes of a check that has been begun, also by a background that was ended in the middle of it, that the reader has
   * cancelled it: it does not go on by itself. Returns whether there was one to note that of.
   */
  giveUp(url: string): Promise<boolean>;
  phase(url: string): SyncPhase;
  /** Result of the last check where it could not be written down: the disk is full, the database has gone. */
  unwritten(url: string): SyncResult | undefined;
  /** Something newer has been written down than what could not be. */
  forget(url: string): void;
}

/** Feeds checked at the same time: one slow host does not hold up all others, and few strain a small computer little. */
const SLOTS = 3;
/** Milliseconds until a feed whose address is gone is asked again. */
const GONE_RETRY = 7 * 24 * 60 * 60 * 1000;

/** A check that is under way. */
interface Running {
  stop: AbortController;
  done: Promise<SyncResult>;
  /** It was stopped, and asked for again since: the check that follows. */
  again?: boolean;
  next?: Promise<SyncResult>;
}

/** Which record a check began with, by when it was added; undefined: there was none. */
interface Began {
  added: number | undefined;
}

export function createEngine(
  db: Database,
  staging: Staging,
  ports: Ports,
  clean: () => Promise<number>,
  notify: (event: EngineEvent) => void,
): Engine {
  const phases = new Map<string, SyncPhase>();
  const unwritten = new Map<string, SyncResult>();
  const running = new Map<string, Running>();
  /** When each feed was cancelled last, as a count of all cancels: a run that looked before that for what is due leaves it out. */
  const cancelled = new Map<string, number>();
  let cancels = 0;
  const inSlot = createSlots(SLOTS);

  function emit(url: string, event: SyncEvent): void {
    const before = phases.get(url) ?? IDLE;
    const phase = nextPhase(before, event);
    if (phase === IDLE) phases.delete(url);
    else phases.set(url, phase);
    notify({ type: "feed", url, phase, begins: !isSameStep(before, phase) });
  }

  const minutesOf = async (record: FeedRecord) => record.interval ?? (await ports.interval());
  const pause = () => new Promise<void>((resolve) => void ports.after(0, resolve));

  /**
   * Says before anything else when to try again: a worker that is killed says nothing more. Returns the feed's record;
   * undefined: it has been removed.
   */
  function begin(url: string, now: number): Promise<FeedRecord | undefined> {
    return updateFeed(db, url, (record) => {
      const attempts = record.attempts + 1;
      return { ...record, attempts, resume: now + backOff(attempts, ports.random()) };
    });
  }

  async function end(url: string, began: Began, { result, retryAfter, noted = 0 }: Outcome): Promise<void> {
    const now = ports.now();
    const held = await db.feeds.get(url);
    // Removed, and perhaps added anew: that is another feed, and its own check is to come.
    if (!held || held.added !== began.added) return;
    const minutes = await minutesOf(held);
    await writing(db, [db.feeds, db.history], async () => {
      await updateFeed(db, url, (record) => ended(record, minutes, now, result, retryAfter));
      const added = result.type === "failed" && (await noteFailure(db, url, now, result));
      if (added || noted) await shortenHistory(db, url, noted);
    });
  }

  /** A feed's record once its check has come to this. */
  function ended(
    { resume: _, next, every: _every, ...record }: FeedRecord,
    minutes: number,
    now: number,
    result: SyncResult,
    retryAfter?: number,
  ): FeedRecord {
    const after = schedule(record.attempts, minutes, now, next, result, retryAfter);
    return {
      ...record,
      ...(result.type === "cancelled" ? {} : { checked: now }),
      result,
      attempts: result.type === "failed" ? after.attempts : 0,
      ...(after.next === undefined ? {} : { next: after.next, every: minutes }),
    };
  }

  async function giveUp(url: string): Promise<boolean> {
    const held = await db.feeds.get(url);
    if (held?.resume === undefined) return false;
    const minutes = await minutesOf(held);
    let isNoted = false;
    await updateFeed(db, url, (record) => {
      // It has come to its end meanwhile, or is another feed, added anew; or the reader has asked for a check again.
      const isOther = record.resume === undefined || record.added !== held.added;
      const own = running.get(url);
      if (isOther || (own && (own.again || !own.stop.signal.aborted))) return record;
      isNoted = true;
      return ended(record, minutes, ports.now(), { type: "cancelled" });
    });
    if (isNoted) unwritten.delete(url);
    return isNoted;
  }

  /** What is due is looked for only when that is written: else a check would begin that the reader has just given up. */
  const givingUp = new Set<Promise<unknown>>();

  function schedule(
    attempts: number,
    minutes: number,
    now: number,
    next: number | undefined,
    result: SyncResult,
    wish: number | undefined,
  ): { attempts: number; next?: number | undefined } {
    // What the reader stops does not begin again by itself a moment later.
    if (result.type === "cancelled")
      return { attempts, next: next && next > now ? next : afterSuccess(now, minutes, ports.random()) };
    if (result.type !== "failed") return { attempts: 0, next: afterSuccess(now, minutes, ports.random()) };
    // Offline is nobody's fault: due as soon as there is a network again.
    if (result.error.code === "offline") return { attempts: attempts - 1, next: minutes > 0 ? now : undefined };
    const retryAfter = result.error.code === "gone" ? GONE_RETRY : wish;
    return { attempts, next: afterFailure(now, minutes, attempts, ports.random(), retryAfter) };
  }

  async function run(url: string, signal: AbortSignal): Promise<SyncResult> {
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
          makeRoom: clean,
          emit: (event) => emit(url, event),
          pause,
          installed: () => notify({ type: "dossiers" }),
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
  }

  function start(url: string): Promise<SyncResult> {
    const stop = new AbortController();
    const own: Running = { stop, done: Promise.resolve<SyncResult>({ type: "cancelled" }) };
    emit(url, { type: "queued" });
    own.done = inSlot(() => run(url, stop.signal))
      .catch((error: unknown): SyncResult => ({ type: "failed", error: errorInfo(error) }))
      .finally(() => {
        running.delete(url);
        emit(url, { type: "ended" });
      });
    running.set(url, own);
    return own.done;
  }

  /** One that has just been stopped is no check to join: another follows it, unless that is stopped as well. */
  function check(url: string): Promise<SyncResult> {
    const own = running.get(url);
    if (!own) return start(url);
    if (!own.stop.signal.aborted) return own.done;
    own.again = true;
    own.next ??= own.done.then((result) => (own.again ? check(url) : result));
    return own.next;
  }

  /** A feed that waits for the network is not under way: nothing else would end it. */
  function stopWaiting(url: string): void {
    const phase = phases.get(url);
    if (phase?.type === "waiting" && phase.reason === "offline" && !running.has(url)) emit(url, { type: "ended" });
  }

  const next = async (record: FeedRecord) => record.resume ?? dueAt(record, await minutesOf(record));

  return {
    check,
    async runDue() {
      await Promise.all(givingUp);
      const found: FeedRecord[] = [];
      const now = ports.now();
      const before = cancels;
      for (const record of await db.feeds.toArray()) {
        const minutes = await minutesOf(record);
        if (isDue(record.resume ?? dueAt(record, minutes), now, minutes)) found.push(record);
      }
      // The reader may have cancelled one meanwhile.
      const due = found.filter(({ url }) => (cancelled.get(url) ?? 0) <= before);
      due.sort((a, b) => (a.next ?? 0) - (b.next ?? 0));
      for (const url of [...phases.keys()]) if (!due.some((record) => record.url === url)) stopWaiting(url);
      if (!due.length) return;
      if (!ports.online()) {
        for (const { url } of due) emit(url, { type: "offline" });
        return;
      }
      // One that is being stopped is joined as well: only what the reader asks for follows it.
      await Promise.all(due.map(({ url }) => running.get(url)?.done ?? start(url)));
      await clean();
    },
    async nextDue() {
      const times = await Promise.all((await db.feeds.toArray()).map(next));
      const due = times.filter((time) => time !== undefined);
      return due.length ? Math.min(...due) : undefined;
    },
    next,
    cancel(url) {
      cancelled.set(url, ++cancels);
      stopWaiting(url);
      const own = running.get(url);
      if (!own) return;
      own.again = false;
      own.stop.abort(new DramatisError("cancelled"));
    },
    async giveUp(url) {
      const work = giveUp(url);
      const settled = work.catch(() => {});
      givingUp.add(settled);
      return work.finally(() => givingUp.delete(settled));
    },
    phase: (url) => phases.get(url) ?? IDLE,
    unwritten: (url) => unwritten.get(url),
    forget: (url) => void unwritten.delete(url),
  };
}

/** Greater than that of any run before, also where the clock was set back. */
async function nextRun(db: Database, now: number): Promise<number> {
  const runs = (await db.installed.toArray()).map(({ run }) => run);
  return Math.max(now, ...runs.map((run) => run + 1));
}
