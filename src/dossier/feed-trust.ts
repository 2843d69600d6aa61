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
}

export interface VerifiedFeed {
  signed: boolean;
  /** Trusted keys that signed this index; [""] when the feed is unsigned. */
  signers: string[];
  /** Short fingerprint of the first signing key, for people. */
  fingerprint?: string;
  /** To be stored together with what this index brings. */
  trust: FeedTrust;
  /** Keys that this index made trusted or made untrusted, as fingerprints. */
  keyChanges: { added: string[]; dropped: string[] };
}

/** Nothing is remembered yet. */
export const NO_TRUST: FeedTrust = { keys: [], marks: [] };

/** Stands for "unsigned" where a key is named. */
export const UNSIGNED = "";

/** The marks that still count: of keys trusted now. The marks of a stolen key go with it, so it cannot lock readers out. */
export function liveMarks(trust: FeedTrust): KeyMark[] {
  const live = new Set(trust.keys.length > 0 ? trust.keys.map((pinned) => pinned.key) : [UNSIGNED]);
  return trust.marks.filter((mark) => live.has(mark.key));
}

/** The trust with the marks of these keys changed; marks of other keys stay. */
export function withMarks(trust: FeedTrust, signers: readonly string[], change: (mark: KeyMark) => KeyMark): FeedTrust {
  const marks = liveMarks(trust);
  const changed = signers.map((key) => {
    return change(marks.find((mark) => mark.key === key) ?? { key, sequence: 0, digest: "", versions: [] });
  });
  return { keys: trust.keys, marks: [...marks.filter((mark) => !signers.includes(mark.key)), ...changed] };
}
