import type { Feed, FeedKey } from "./feed-schema.ts";
import type { PinnedKey } from "./feed-trust.ts";
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
 */
export async function reachableKeys(feed: Feed, trusted: readonly PinnedKey[]): Promise<PinnedKey[]> {
  const reached = new Map(trusted.map((pinned) => [pinned.key, pinned]));
  const guarded = trusted.some((pinned) => pinned.use === "recovery");
  const waiting = new Set((feed.keys ?? []).filter((entry) => !reached.has(entry.key)));
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
 * so an old index cannot undo a rotation. An index signed by a recovery key names the working keys anew: what it does not list
 * is dropped, so the thief of a working key cannot leave one of his own behind. Recovery keys go only by a recovery key's word.
 */
export function keysAfter(
  feed: Feed,
  before: readonly PinnedKey[],
  reached: PinnedKey[],
  signers: readonly string[],
): PinnedKey[] {
  const entries = new Map((feed.keys ?? []).map((entry) => [entry.key, entry]));
  const byRecovery = isRecovery(before, signers);
  const known = new Set(before.map((pinned) => pinned.key));
  const kept = reached.filter((pinned) => {
    const entry = entries.get(pinned.key);
    if (pinned.use === "recovery" && known.has(pinned.key) && !byRecovery) return true;
    if (entry?.retired !== undefined) return false;
    return entry !== undefined || (known.has(pinned.key) && !byRecovery);
  });
  return kept;
}

/** Whether one of those who signed is a recovery key that was trusted before. */
export function isRecovery(before: readonly PinnedKey[], signers: readonly string[]): boolean {
  return before.some((pinned) => pinned.use === "recovery" && signers.includes(pinned.key));
}
