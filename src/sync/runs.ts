import { DramatisError, errorInfo } from "../dossier/errors.ts";
import type { SyncResult } from "../dossier/rows.ts";
import type { SyncEvent } from "./phase.ts";
import { createSlots } from "./slots.ts";

/** Feeds checked at the same time: one slow host does not hold up all others, and few strain a small computer little. */
const SLOTS = 3;

/** Checks that are under way or wait their turn: one of each feed at most. */
export interface Runs {
  /**
   * Begins a check; one that is under way is joined, but none that has just been stopped: another follows it, unless that is
   * stopped as well. Never rejects.
   */
  check(url: string): Promise<SyncResult>;
  /** Begins a check, or joins one, also where it is being stopped: only what the reader asks for follows that. */
  join(url: string): Promise<SyncResult>;
  /** Stops a check, and any that was to follow it. */
  stop(url: string): void;
  isUnderWay(url: string): boolean;
  /** Whether a check is under way, or follows, that nobody has stopped. */
  isWanted(url: string): boolean;
}

interface Run {
  stop: AbortController;
  done: Promise<SyncResult>;
  /** It was stopped, and asked for again since: the check that follows. */
  again?: boolean;
  next?: Promise<SyncResult>;
}

/** `work`: one check. `emit` hears when one begins to wait its turn and when it has ended. */
export function createRuns(
  work: (url: string, signal: AbortSignal) => Promise<SyncResult>,
  emit: (url: string, event: SyncEvent) => void,
): Runs {
  const running = new Map<string, Run>();
  const inSlot = createSlots(SLOTS);

  function start(url: string): Promise<SyncResult> {
    const stop = new AbortController();
    const own: Run = { stop, done: Promise.resolve<SyncResult>({ type: "cancelled" }) };
    emit(url, { type: "queued" });
    own.done = inSlot(() => work(url, stop.signal))
      .catch((error: unknown): SyncResult => ({ type: "failed", error: errorInfo(error) }))
      .finally(() => {
        running.delete(url);
        emit(url, { type: "ended" });
      });
    running.set(url, own);
    return own.done;
  }

  function check(url: string): Promise<SyncResult> {
    const own = running.get(url);
    if (!own) return start(url);
    if (!own.stop.signal.aborted) return own.done;
    own.again = true;
    own.next ??= own.done.then((result) => (own.again ? check(url) : result));
    return own.next;
  }

  return {
    check,
    join: (url) => running.get(url)?.done ?? start(url),
    stop(url) {
      const own = running.get(url);
      if (!own) return;
      own.again = false;
      own.stop.abort(new DramatisError("cancelled"));
    },
    isUnderWay: (url) => running.has(url),
    isWanted(url) {
      const own = running.get(url);
      return own !== undefined && (own.again === true || !own.stop.signal.aborted);
    },
  };
}
