import type { Feed, FeedKey } from "./feed-schema.ts";
import type { FeedTrust, PinnedKey } from "./feed-trust.ts";
import { verifyValue } from "./signature.ts";

/** What an old key signs to vouch for a new one. */
export function keyStatement(key: string, use: PinnedKey["use"]): { format: string; key: string; use: string } {
  return { format: "dramatis-key/1", key, use };
}

export function pinnedKey(entry: FeedKey): PinnedKey {
  return { key: entry.key, use: entry.use ?? "sign" };
}

/**
 * All keys that lead back to a trusted one by endorsements, the trusted ones included: a reader who slept through two rotations
 * follows the chain over retired keys that are still listed. Only a recovery key, once there is one, vouches for a recovery key.
 * A key of `barred` (raw public keys) is not reached, so it vouches for nobody either.
 */
export async function reachableKeys(
  feed: Feed,
  trusted: readonly PinnedKey[],
  barred: readonly string[] = [],
): Promise<PinnedKey[]> {
  const reached = new Map(trusted.map((pinned) => [pinned.key, pinned]));
  const guarded = trusted.some((pinned) => pinned.use === "recovery");
  const waiting = new Set((feed.keys ?? []).filter((entry) => !reached.has(entry.key) && !barred.includes(entry.key)));
  for (let grew = true; grew; ) {
    grew = false;
    for (const entry of waiting) {
      if (!(await isEndorsed(entry, reached, guarded))) continue;
      reached.set(entry.key, pinnedKey(entry));
      waiting.delete(entry);
      grew = true;
    }
  }
  return [...reached.values()];
}

async function isEndorsed(entry: FeedKey, reached: Map<string, PinnedKey>, guarded: boolean): Promise<boolean> {
  const { key, use } = pinnedKey(entry);
  for (const endorsement of entry.endorsements ?? []) {
    const by = reached.get(endorsement.key);
    if (!by || (guarded && use === "recovery" && by.use !== "recovery")) continue;
    if (await verifyValue(keyStatement(key, use), endorsement)) return true;
  }
  return false;
}

/**
 * The keys trusted after a verified index. A working key goes when the index says it is retired; absence alone drops nothing,
 * so an old index cannot undo a rotation. A recovery (`byRecovery`, see isRecovery) names the working keys anew: what it does
 * not list is dropped, so the thief of a working key cannot leave one of his own behind. Recovery keys go only by it.
 */
export function keysAfter(
  feed: Feed,
  before: readonly PinnedKey[],
  reached: PinnedKey[],
  byRecovery: boolean,
): PinnedKey[] {
  const entries = new Map((feed.keys ?? []).map((entry) => [entry.key, entry]));
  const known = new Set(before.map((pinned) => pinned.key));
  const kept = reached.filter((pinned) => {
    const entry = entries.get(pinned.key);
    if (pinned.use === "recovery" && known.has(pinned.key) && !byRecovery) return true;
    if (entry?.retired !== undefined) return false;
    return entry !== undefined || (known.has(pinned.key) && !byRecovery);
  });
  return kept;
}

/**
 * Whether an index names the keys anew: a recovery key trusted before has signed it, later than the last time (`recovery`), and
 * it changes something: it brings a key that was not known here, or retires one that is trusted. Both are needed. The number of
 * a rescue may be lower than the thief's, so it is held against recoveries alone; and a reader who missed a recovery, but saw
 * the rotation after it, must not take it from a replay: that knows no key which the reader does not know.
 */
export function isRecovery(
  feed: Feed,
  { keys, recovery = 0 }: FeedTrust,
  reached: readonly PinnedKey[],
  signers: readonly string[],
): boolean {
  if ((feed.sequence ?? 0) <= recovery) return false;
  if (!keys.some((pinned) => pinned.use === "recovery" && signers.includes(pinned.key))) return false;
  const known = new Set(keys.map((pinned) => pinned.key));
  const within = new Set(reached.map((pinned) => pinned.key));
  return (feed.keys ?? []).some(({ key, retired }) =>
    retired === undefined ? within.has(key) && !known.has(key) : known.has(key),
  );
}
