/** A key the reader trusts for one feed. */
export interface PinnedKey {
  /** Raw public key, base64. */
  key: string;
  use: "sign" | "recovery";
}

/** The newest that one key has signed for this feed: nothing older by it, or by any other trusted key, is accepted. */
export interface KeyMark {
  /** Raw public key, base64; "" stands for "unsigned". */
  key: string;
  sequence: number;
  /** SHA-256 of the canonical index at that sequence, without its signatures. */
  digest: string;
  versions: { id: string; version: number; sha256: string }[];
}

/** What the reader's side remembers of one feed between syncs: plain data, to be stored as it is. */
export interface FeedTrust {
  /** Empty: the feed was never signed. */
  keys: PinnedKey[];
  marks: KeyMark[];
  /**
   * Raw public keys that were trusted once, or that an accepted index listed as retired. They never count again, whoever
   * vouches for them: an endorsement has no end, and whoever stole one of them still has it.
   */
  former?: string[];
  /**
   * Sequence of the newest index in which a recovery key named the keys anew, or of the one that brought the first recovery key.
   * What a recovery key signed up to it is an old word. Working keys cannot raise it: a thief could lock readers out.
   */
  recovery?: number;
}

export interface VerifiedFeed {
  signed: boolean;
  /** Trusted keys that signed this index; [""] when the feed is unsigned. */
  signers: string[];
  /** Short fingerprint of the first key that signed, for people; of a recovery key only where no other has signed. */
  fingerprint?: string;
  /** To be stored together with what this index brings. */
  trust: FeedTrust;
  /** A recovery key that was trusted before has signed it: what the keys that it drops have signed counts no more. */
  recovered: boolean;
  /** Keys that this index made trusted or made untrusted, as fingerprints. `recovery`: those of `added` that are recovery keys. */
  keyChanges: { added: string[]; recovery: string[]; dropped: string[] };
}

/** Nothing is remembered yet. */
export const NO_TRUST: FeedTrust = { keys: [], marks: [] };

/** Stands for "unsigned" where a key is named. */
export const UNSIGNED = "";

/** The marks that still count: of keys trusted now. */
export function liveMarks(trust: FeedTrust): KeyMark[] {
  const live = new Set(trust.keys.length > 0 ? trust.keys.map((pinned) => pinned.key) : [UNSIGNED]);
  return trust.marks.filter((mark) => live.has(mark.key));
}

/**
 * The trust after the keys have changed in the ordinary way: what keys that are no longer trusted have signed still
 * binds, and so does what came unsigned before the first key. It becomes the signers' own.
 */
export function passMarks(trust: FeedTrust, keys: PinnedKey[], signers: readonly string[]): FeedTrust {
  const kept = new Set(liveMarks({ keys, marks: trust.marks }));
  const passed = trust.marks.filter((mark) => !kept.has(mark));
  const after: FeedTrust = { ...trust, keys };
  return passed.length ? withMarks(after, signers, (mark) => passed.reduce(newest, mark)) : after;
}

function newest(one: KeyMark, other: KeyMark): KeyMark {
  const versions = new Map(one.versions.map((held) => [held.id, held]));
  for (const held of other.versions) {
    if (held.version > (versions.get(held.id)?.version ?? 0)) versions.set(held.id, held);
  }
  const { sequence, digest } = other.sequence > one.sequence ? other : one;
  return { key: one.key, sequence, digest, versions: [...versions.values()] };
}

/** The trust with the marks of these keys changed; marks of other keys stay. */
export function withMarks(trust: FeedTrust, signers: readonly string[], change: (mark: KeyMark) => KeyMark): FeedTrust {
  const marks = liveMarks(trust);
  const changed = signers.map((key) => {
    return change(marks.find((mark) => mark.key === key) ?? { key, sequence: 0, digest: "", versions: [] });
  });
  return { ...trust, marks: [...marks.filter((mark) => !signers.includes(mark.key)), ...changed] };
}
