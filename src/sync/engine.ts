import { DramatisError, errorInfo } from "../dossier/errors.ts";
import type { SyncPhase, SyncResult } from "../dossier/rows.ts";
import { cleanUp } from "../store/clean.ts";
import type { Staging } from "../store/install.ts";
import { writing } from "../store/storage-error.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { checkFeed } from "./check-feed.ts";
import { noteFailure, shortenHistory } from "./feed-history.ts";
import { updateFeed } from "./feed-record.ts";
import { exclusively } from "./lock.ts";
import { IDLE, nextPhase, type SyncEvent } from "./phase.ts";
import type { Ports } from "./ports.ts";
import { failureOf, type Outcome, outcomeOf, updatedIn } from "./result.ts";
import { afterFailure, afterSuccess, backOff, isDue } from "./schedule.ts";
import { createSlots } from "./slots.ts";

export type EngineEvent =
  /** A feed does something else now, or its row has changed. */
  | { type: "feed"; url: string; phase: SyncPhase }
  /** The people in use have changed: publish the lexicon. */
  | { type: "dossiers" };

export interface Engine {
  /** Checks one feed now; a check that is under way is joined. Never rejects: the result says what happened. */
  check(url: string): Promise<SyncResult>;
  /** Checks all that are due, most overdue first. */
  runDue(): Promise<void>;
  /** Time (ms) at which `runDue` has something to do; undefined: never. */
  nextDue(): Promise<number | undefined>;
  cancel(url: string): void;
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

export function createEngine(
  db: Database,
  staging: Staging,
  ports: Ports,
  notify: (event: EngineEvent) => void,
): Engine {
  const phases = new Map<string, SyncPhase>();
  const unwritten = new Map<string, SyncResult>();
  const running = new Map<string, { done: Promise<SyncResult>; stop: AbortController }>();
  const inSlot = createSlots(SLOTS);

  function emit(url: string, event: SyncEvent): void {
    const phase = nextPhase(phases.get(url) ?? IDLE, event);
    if (phase === IDLE) phases.delete(url);
    else phases.set(url, phase);
    notify({ type: "feed", url, phase });
  }

  const minutesOf = async (record: FeedRecord) => record.interval ?? (await ports.interval());
  const pause = () => new Promise<void>((resolve) => void ports.after(0, resolve));

  /** Says before anything else when to try again: a worker that is killed says nothing more. */
  async function begin(url: string): Promise<void> {
    await updateFeed(db, url, (record) => {
      const attempts = record.attempts + 1;
      return { ...record, attempts, resume: ports.now() + backOff(attempts, ports.random()) };
    });
  }

  async function end(url: string, { result, retryAfter }: Outcome): Promise<void> {
    const now = ports.now();
    const held = await db.feeds.get(url);
    if (!held) return;
    const minutes = await minutesOf(held);
    await writing(db, [db.feeds, db.history], async () => {
      await updateFeed(db, url, ({ resume: _, next, ...record }) => {
        const after = schedule(record.attempts, minutes, now, next, result, retryAfter);
        return {
          ...record,
          checked: now,
          result,
          attempts: result.type === "failed" ? after.attempts : 0,
          ...(after.next === undefined ? {} : { next: after.next }),
        };
      });
      const added = result.type === "failed" && (await noteFailure(db, url, now, result));
      const fresh = updatedIn(result).length;
      if (added || fresh) await shortenHistory(db, url, fresh);
    });
  }

  function schedule(
    attempts: number,
    minutes: number,
    now: number,
    next: number | undefined,
    result: SyncResult,
    wish: number | undefined,
  ): { attempts: number; next?: number | undefined } {
    if (result.type === "cancelled") return { attempts, next };
    if (result.type !== "failed") return { attempts: 0, next: afterSuccess(now, minutes, ports.random()) };
    // Offline is nobody's fault: due as soon as there is a network again.
    if (result.error.code === "offline") return { attempts: attempts - 1, next: minutes > 0 ? now : undefined };
    const retryAfter = result.error.code === "gone" ? GONE_RETRY : wish;
    return { attempts, next: afterFailure(now, minutes, attempts, ports.random(), retryAfter) };
  }

  async function run(url: string, signal: AbortSignal): Promise<SyncResult> {
    let began = false;
    let outcome: Outcome;
    try {
      signal.throwIfAborted();
      const checked = await exclusively(ports, db, url, async () => {
        emit(url, { type: "started" });
        await begin(url);
        began = true;
        if (!ports.online()) throw new DramatisError("offline", [new URL(url).host]);
        return checkFeed({
          db,
          staging,
          ports,
          url,
          signal,
          run: ports.now(),
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
      await end(url, outcome);
      unwritten.delete(url);
    }
    return result;
  }

  function start(url: string): Promise<SyncResult> {
    const stop = new AbortController();
    emit(url, { type: "queued" });
    const done = inSlot(() => run(url, stop.signal))
      .catch((error: unknown): SyncResult => ({ type: "failed", error: errorInfo(error) }))
      .finally(() => {
        running.delete(url);
        emit(url, { type: "ended" });
      });
    running.set(url, { done, stop });
    return done;
  }

  const check = (url: string) => running.get(url)?.done ?? start(url);

  return {
    check,
    async runDue() {
      const due: FeedRecord[] = [];
      const now = ports.now();
      for (const record of await db.feeds.toArray()) {
        const minutes = await minutesOf(record);
        if (isDue(record.resume, now, minutes) || (!record.resume && isDue(record.next, now, minutes)))
          due.push(record);
      }
      due.sort((a, b) => (a.next ?? 0) - (b.next ?? 0));
      if (!due.length) return;
      if (!ports.online()) {
        for (const { url } of due) emit(url, { type: "offline" });
        return;
      }
      await Promise.all(due.map(({ url }) => check(url)));
      await cleanUp(db, ports.now(), staging);
    },
    async nextDue() {
      const times = (await db.feeds.toArray()).flatMap(({ next, resume }) => resume ?? next ?? []);
      return times.length ? Math.min(...times) : undefined;
    },
    cancel: (url) => running.get(url)?.stop.abort(new DramatisError("cancelled")),
    phase: (url) => phases.get(url) ?? IDLE,
    unwritten: (url) => unwritten.get(url),
    forget: (url) => void unwritten.delete(url),
  };
}
