import { sha256Hex, utf8 } from "./bytes.ts";
import { canonicalize } from "./canonical.ts";
import { DramatisError } from "./errors.ts";
import type { Feed, FeedEntry } from "./feed-schema.ts";
import {
  type FeedTrust,
  liveMarks,
  NO_TRUST,
  type PinnedKey,
  passMarks,
  UNSIGNED,
  type VerifiedFeed,
  withMarks,
} from "./feed-trust.ts";
import { isRecovery, keysAfter, pinnedKey, reachableKeys } from "./key-chain.ts";
import { fingerprint, verifyValue } from "./signature.ts";

/**
 * Checks signatures, key rotation, expiry and sequence of an index against what is remembered (`undefined`: first trust).
 * The rules, after The Update Framework's (theupdateframework.github.io/specification), are told in feed-trust.ts and key-chain.ts.
 * Throws DramatisError: signature-missing, signature-lacking, unknown-key, retired-key, bad-signature, expired, older-index,
 * conflicting-index, bad-schema.
 */
export async function verifyFeed(feed: Feed, trust: FeedTrust | undefined, now: Date): Promise<VerifiedFeed> {
  const before = trust ?? NO_TRUST;
  const verdict = await verifySigners(feed, before);
  // Without the signatures: one more of them changes nothing of what the index says.
  const { signatures: _, ...said } = feed;
  const digest = await sha256Hex(utf8(canonicalize(said)));
  // The marks of a stolen key go with it when a recovery key names the keys anew, so that it cannot lock readers out.
  const known: FeedTrust = verdict.recovered
    ? { ...before, keys: verdict.keys }
    : passMarks(before, verdict.keys, verdict.signers);
  // Before the expiry: an index that is played again says more by being old than by having expired meanwhile.
  checkSequence(feed, digest, known);
  if (isPast(feed.expires, now)) throw new DramatisError("expired", [feed.expires!]);
  const after = withMarks({ ...known, ...memory(feed, before, verdict) }, verdict.signers, (mark) => ({
    ...mark,
    sequence: Math.max(mark.sequence, feed.sequence ?? 0),
    digest,
  }));
  const signed = verdict.keys.length > 0;
  // What publishers print is a key that signs every day, not the one that lies in a drawer.
  const shown = verdict.signers.find((key) => !isRecoveryKey(verdict.keys, key)) ?? verdict.signers[0]!;
  return {
    signed,
    signers: verdict.signers,
    ...(signed && { fingerprint: await fingerprint(shown) }),
    trust: after,
    recovered: verdict.recovered,
    keyChanges: {
      added: await fingerprintsOf(verdict.keys, before.keys),
      recovery: await fingerprintsOf(
        verdict.keys.filter(({ use }) => use === "recovery"),
        before.keys,
      ),
      dropped: await fingerprintsOf(before.keys, verdict.keys),
    },
  };
}

/** Whether this trusted key is one that may replace every other. */
export function isRecoveryKey(keys: readonly PinnedKey[], key: string): boolean {
  return keys.some((pinned) => pinned.key === key && pinned.use === "recovery");
}

interface Verdict {
  /** Who signed the index, of those trusted after it. */
  signers: string[];
  /** The keys trusted after it. */
  keys: PinnedKey[];
  /** A recovery key has named the keys anew. */
  recovered: boolean;
}

async function verifySigners(feed: Feed, trust: FeedTrust): Promise<Verdict> {
  const { signatures = [], keys: listed = [] } = feed;
  if (signatures.length === 0) {
    // Never back from signed to unsigned; nor does a list of keys without a signature mean anything.
    if (trust.keys.length > 0) throw new DramatisError("signature-missing");
    if (listed.length > 0) throw new DramatisError("signature-lacking");
    return { signers: [UNSIGNED], keys: [], recovered: false };
  }
  if (feed.sequence === undefined) {
    throw new DramatisError("bad-schema", ["sequence: is missing: a signed index must have one", "1"]);
  }
  const first = trust.keys.length === 0;
  const reached = first
    ? listed.filter((entry) => entry.retired === undefined).map(pinnedKey)
    : await reachableKeys(feed, trust.keys, trust.former);
  const valid = await validSigners(feed, new Set(reached.map((pinned) => pinned.key)));
  const recovered = !first && isRecovery(feed, trust, reached, valid);
  const keys = first ? reached : keysAfter(feed, trust.keys, reached, recovered);
  const signers = valid.filter((key) => keys.some((pinned) => pinned.key === key));
  if (signers.length === 0) {
    // An index from before a rotation, played again: that it is old says more than that its key is no longer trusted. Of
    // a key that never was trusted it would say the opposite of what happens.
    const former = await formerSigner(feed, trust);
    if (former !== undefined) {
      checkNotOlder(feed, trust);
      throw new DramatisError("retired-key", [await fingerprint(former)]);
    }
    throw new DramatisError("unknown-key", [await fingerprint(signatures[0]!.key)]);
  }
  return { signers, keys, recovered };
}

/** The allowed keys whose signature fits. One that does not fit spoils the index; signatures of strangers say nothing. */
async function validSigners(feed: Feed, allowed: ReadonlySet<string>): Promise<string[]> {
  const { signatures = [], ...signed } = feed;
  const valid = new Set<string>();
  for (const signature of signatures) {
    if (!allowed.has(signature.key)) continue;
    if (!(await verifyValue(signed, signature))) {
      throw new DramatisError("bad-signature", [await fingerprint(signature.key)]);
    }
    valid.add(signature.key);
  }
  return [...valid];
}

/**
 * Retired keys remembered of a feed that were never trusted here: an index lists 50 keys at most, so this is the work of many
 * years. What was trusted is remembered beyond it. Nothing is forgotten to make room: made-up keys would push out real ones.
 */
const RETIRED_KEPT = 1000;

/** What is kept of former keys and of recoveries after an accepted index. */
function memory(feed: Feed, before: FeedTrust, { keys, recovered }: Verdict): Pick<FeedTrust, "former" | "recovery"> {
  const live = new Set(keys.map((pinned) => pinned.key));
  const former = new Set(before.former);
  for (const { key } of before.keys) if (!live.has(key)) former.add(key);
  for (const { key, retired } of feed.keys ?? []) {
    if (retired !== undefined && !live.has(key) && former.size < RETIRED_KEPT) former.add(key);
  }
  const hasRecovery = (list: readonly PinnedKey[]) => list.some((pinned) => pinned.use === "recovery");
  const isNewWord = recovered || (hasRecovery(keys) && !hasRecovery(before.keys));
  return {
    ...(former.size > 0 && { former: [...former] }),
    ...(isNewWord && { recovery: Math.max(before.recovery ?? 0, feed.sequence ?? 0) }),
  };
}

/** A key that is or was trusted and has signed, whatever it signed. */
async function formerSigner(feed: Feed, trust: FeedTrust): Promise<string | undefined> {
  const { signatures = [], ...signed } = feed;
  const known = new Set([...(trust.former ?? []), ...trust.keys.map((pinned) => pinned.key)]);
  for (const signature of signatures) {
    if (known.has(signature.key) && (await verifyValue(signed, signature))) return signature.key;
  }
  return undefined;
}

/** The numbers go into the error for its log; its sentence does without: no reader can place them. */
function checkNotOlder({ sequence = Number.POSITIVE_INFINITY }: Feed, trust: FeedTrust): void {
  const newest = Math.max(0, ...liveMarks(trust).map((mark) => mark.sequence));
  if (sequence < newest) throw new DramatisError("older-index", [String(sequence), String(newest)]);
}

function checkSequence(feed: Feed, digest: string, trust: FeedTrust): void {
  checkNotOlder(feed, trust);
  if (feed.sequence === undefined) return;
  for (const mark of liveMarks(trust)) {
    if (feed.sequence === mark.sequence && mark.digest !== "" && mark.digest !== digest) {
      throw new DramatisError("conflicting-index", [String(feed.sequence)]);
    }
  }
}

/**
 * Whether an entry brings something new, by the marks of all keys trusted now ("same": that very version was installed
 * before, whatever is installed now). Compare with this, not with the installed version: after a stolen key was replaced, the
 * honest version may have a lower number than the installed one.
 * Throws DramatisError: older-version, conflicting-version (same number, other content), expired (only what is new).
 */
export function checkEntry(entry: FeedEntry, trust: FeedTrust, now: Date): "new" | "same" {
  let answer: "new" | "same" = "new";
  for (const mark of liveMarks(trust)) {
    const held = mark.versions.find((version) => version.id === entry.id);
    if (!held) continue;
    if (entry.version < held.version) {
      throw new DramatisError("older-version", [String(entry.version), String(held.version)]);
    }
    if (entry.version === held.version) {
      if (entry.sha256 !== held.sha256) throw new DramatisError("conflicting-version", [String(entry.version)]);
      answer = "same";
    }
  }
  if (answer === "new") checkExpiry(entry, now);
  return answer;
}

/** Throws DramatisError expired: this version is not to be installed any more. What has it keeps it. */
export function checkExpiry(entry: FeedEntry, now: Date): void {
  if (isPast(entry.expires, now)) throw new DramatisError("expired", [entry.expires!]);
}

/** The trust to store once the dossier of `entry` is installed. */
export function markInstalled(trust: FeedTrust, signers: readonly string[], entry: FeedEntry): FeedTrust {
  const { id, version, sha256 } = entry;
  return withMarks(trust, signers, (mark) => ({
    ...mark,
    versions: [...mark.versions.filter((held) => held.id !== id), { id, version, sha256 }],
  }));
}

/** What is signed of a dossier: which one, which version, which bytes. */
export function sealStatement(entry: Pick<FeedEntry, "id" | "version" | "sha256">): { format: string } {
  const { id, version, sha256 } = entry;
  const seal = { format: "dramatis-seal/1", id, version, sha256 };
  return seal;
}

/**
 * Checks a downloaded body before it is read: length, SHA-256, and the entry's own signature where it has one.
 * Throws DramatisError: empty-body, bad-length, bad-hash, unknown-key, bad-signature.
 */
export async function verifyDossier(bytes: Uint8Array, entry: FeedEntry, keys: readonly PinnedKey[]): Promise<void> {
  if (bytes.length === 0) throw new DramatisError("empty-body");
  if (bytes.length !== entry.bytes) {
    throw new DramatisError("bad-length", [String(entry.bytes), String(bytes.length)]);
  }
  const found = await sha256Hex(bytes);
  if (found !== entry.sha256) throw new DramatisError("bad-hash", [entry.sha256, found]);
  const { signature } = entry;
  if (!signature) return;
  // An unsigned feed may pass on a dossier that its author signed: the seal must fit, but nobody is trusted for it.
  if (keys.length > 0 && !keys.some((pinned) => pinned.key === signature.key)) {
    throw new DramatisError("unknown-key", [await fingerprint(signature.key)]);
  }
  if (!(await verifyValue(sealStatement(entry), signature))) {
    throw new DramatisError("bad-signature", [await fingerprint(signature.key)]);
  }
}

/** Whether a moment has passed; a bare date lasts till its end, UTC. */
export function isPast(moment: string | undefined, now: Date): boolean {
  if (moment === undefined) return false;
  return now.getTime() > Date.parse(moment.length === 10 ? `${moment}T23:59:59.999Z` : moment);
}

async function fingerprintsOf(keys: readonly PinnedKey[], without: readonly PinnedKey[]): Promise<string[]> {
  const fresh = keys.filter((pinned) => !without.some((other) => other.key === pinned.key));
  return Promise.all(fresh.map((pinned) => fingerprint(pinned.key)));
}
