import type { FeedRecord } from "../store/tables.ts";

const MINUTE = 60_000;
/** First retry after 30 to 60 seconds: the shortest alarm a browser grants is half a minute. */
const FIRST_RETRY = MINUTE;
/** Longest wait between retries. jpdict-idb ends at the same. */
export const LONGEST_RETRY = 12 * 60 * MINUTE;
/** A host may ask for patience, but not for ever. */
const LONGEST_PATIENCE = 7 * 24 * 60 * MINUTE;

/** Milliseconds before retry number `attempt` (from 1): doubling, with jitter over its upper half. */
export function backOff(attempt: number, random: number): number {
  const wait = Math.min(FIRST_RETRY * 2 ** Math.min(attempt - 1, 20), LONGEST_RETRY);
  return Math.round(wait * (0.5 + random / 2));
}

/** Time of the next check after one that went well; undefined: only by hand. Jitter of 10 % spreads readers over time. */
export function afterSuccess(now: number, minutes: number, random: number): number | undefined {
  return minutes > 0 ? Math.round(now + minutes * MINUTE * (0.9 + random / 5)) : undefined;
}

/** Time of the next check after a failure; `retryAfter` (ms) is what the host asked for. */
export function afterFailure(
  now: number,
  minutes: number,
  attempt: number,
  random: number,
  retryAfter = 0,
): number | undefined {
  return minutes > 0 ? now + Math.max(backOff(attempt, random), Math.min(retryAfter, LONGEST_PATIENCE)) : undefined;
}

/**
 * When a feed is due (ms); undefined: only by hand. The setting may have changed since the time was reckoned, here or on
 * another computer: then it counts from the same moment on. A wait after failures stays as it is.
 */
export function dueAt(record: FeedRecord, minutes: number): number | undefined {
  const { next, every, checked, added, attempts } = record;
  if (minutes <= 0) return undefined;
  if (next !== undefined && (attempts > 0 || every === undefined || every === minutes)) return next;
  const from = next !== undefined && every ? next - every * MINUTE : (checked ?? added);
  return from + minutes * MINUTE;
}

/**
 * Whether a due time has come. A time further away than any that could have been set means that the clock was set back:
 * then it is due, or the feed would sleep for years.
 */
export function isDue(due: number | undefined, now: number, minutes: number): boolean {
  if (due === undefined) return false;
  const furthest = Math.max(minutes * MINUTE * 1.1, LONGEST_PATIENCE, LONGEST_RETRY);
  return due <= now || due - now > furthest + MINUTE;
}
