import type { Feed, FeedEntry } from "./feed-schema.ts";
import type { Dossier } from "./schema.ts";

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
  /** SHA-256 of the canonical index at that sequence. */
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

/**
 * Reads a feed index: size, UTF-8, JSON, format, schema.
 * Throws DramatisError: empty-body, too-large, bad-json, needs-newer-format, bad-schema.
 */
export function parseFeed(input: string | Uint8Array): Feed {
  throw new Error(`not built yet ${input}`);
}

/**
 * Checks signatures, key rotation, expiry and sequence of an index against what is remembered (`undefined`: first trust).
 * Throws DramatisError: signature-missing, unknown-key, bad-signature, expired, older-version, conflicting-version.
 */
export async function verifyFeed(feed: Feed, trust: FeedTrust | undefined, now: Date): Promise<VerifiedFeed> {
  throw new Error(`not built yet ${feed} ${trust} ${now}`);
}

/**
 * Whether an entry brings something new, by the marks of all keys trusted now ("same": that very version was installed
 * before, whatever is installed now). Compare with this, not with the installed version: after a stolen key was replaced, the
 * honest version may have a lower number than the installed one.
 * Throws DramatisError: older-version, conflicting-version (same number, other content), expired.
 */
export function checkEntry(entry: FeedEntry, trust: FeedTrust, now: Date): "new" | "same" {
  throw new Error(`not built yet ${entry} ${trust} ${now}`);
}

/** The trust to store once the dossier of `entry` is installed. */
export function markInstalled(trust: FeedTrust, signers: readonly string[], entry: FeedEntry): FeedTrust {
  throw new Error(`not built yet ${trust} ${signers} ${entry}`);
}

/**
 * Checks a downloaded body before it is read: length, SHA-256, and the entry's own signature where it has one.
 * Throws DramatisError: empty-body, bad-length, bad-hash, unknown-key, bad-signature.
 */
export async function verifyDossier(bytes: Uint8Array, entry: FeedEntry, keys: readonly PinnedKey[]): Promise<void> {
  throw new Error(`not built yet ${bytes} ${entry} ${keys}`);
}

/** The parsed dossier must be the one the entry names. Throws DramatisError bad-schema with the place. */
export function matchEntry(dossier: Dossier, entry: FeedEntry): void {
  throw new Error(`not built yet ${dossier} ${entry}`);
}

/** Absolute address of an entry's dossier. Throws DramatisError bad-address unless it is http or https. */
export function entryAddress(entry: FeedEntry, feedUrl: string): string {
  throw new Error(`not built yet ${entry} ${feedUrl}`);
}

/** The publisher's name of a feed. */
export function publisherName(feed: Feed): string {
  return typeof feed.publisher === "string" ? feed.publisher : feed.publisher.name;
}
