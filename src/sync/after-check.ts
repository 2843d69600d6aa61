import type { SyncResult } from "../dossier/rows.ts";
import type { FeedRecord } from "../store/tables.ts";
import { afterFailure, afterSuccess } from "./schedule.ts";

/** Milliseconds until a feed whose address is gone is asked again. */
const GONE_RETRY = 7 * 24 * 60 * 60 * 1000;

/** How a check ended, and what the time of the next one is reckoned with. */
export interface CheckEnd {
  result: SyncResult;
  /** How long (ms) a host asked to be left alone. */
  retryAfter?: number | undefined;
  now: number;
  /** Between two checks; 0: only by hand. */
  minutes: number;
  /** In [0, 1). */
  random: number;
}

/** A feed's record once a check of it has ended so. */
export function recordAfter({ resume: _, next, every: _every, ...record }: FeedRecord, end: CheckEnd): FeedRecord {
  const { result, now, minutes } = end;
  const following = nextAfter(record.attempts, next, end);
  const isOffline = result.type === "failed" && result.error.code === "offline";
  return {
    ...record,
    ...(result.type === "cancelled" ? {} : { checked: now }),
    result,
    attempts: result.type === "failed" ? record.attempts - (isOffline ? 1 : 0) : 0,
    ...(following === undefined ? {} : { next: following, every: minutes }),
  };
}

function nextAfter(attempts: number, next: number | undefined, end: CheckEnd): number | undefined {
  const { result, retryAfter, now, minutes, random } = end;
  // What the reader stops does not begin again by itself a moment later.
  if (result.type === "cancelled" && next && next > now) return next;
  if (result.type !== "failed") return afterSuccess(now, minutes, random);
  // Offline is nobody's fault: due as soon as there is a network again.
  if (result.error.code === "offline") return minutes > 0 ? now : undefined;
  return afterFailure(now, minutes, attempts, random, result.error.code === "gone" ? GONE_RETRY : retryAfter);
}
