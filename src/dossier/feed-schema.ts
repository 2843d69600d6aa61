import * as v from "valibot";
import { isPlainReference } from "./address.ts";
import { LIMITS } from "./limits.ts";
import { exactLine, instant, list, slug, text, webAddress } from "./schema.ts";
import { shaped, shapeOf } from "./shape.ts";

/** `format` of a feed index that this version reads. */
export const FEED_FORMAT = "dramatis-feed/1";

/** A raw Ed25519 public key: 32 bytes, base64 with padding. */
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 bytes in base64"));
/** An Ed25519 signature: 64 bytes, base64 with padding. */
const signatureValue = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/, "must be 64 bytes in base64"));
const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits"));

export const signatureSchema = shaped({ key: publicKey, value: signatureValue });

export const feedKeySchema = shaped({
  key: publicKey,
  /** `recovery`: kept offline, may replace every other key; `sign` (when absent): the working key. */
  use: v.optional(v.picklist(["sign", "recovery"])),
  created: v.optional(instant),
  /** Set: this key no longer signs; it stays listed so that readers who slept can follow the chain, and are told to drop it. */
  retired: v.optional(instant),
  /** Older keys that vouch for this one: signatures over `{"format":"dramatis-key/1","key","use"}`. */
  endorsements: v.optional(list(signatureSchema, LIMITS.feedSignatures)),
});

export const feedEntrySchema = shaped({
  id: slug,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  title: v.optional(exactLine),
  summary: v.optional(text),
  /** Absolute http(s), or relative to the address of the index. */
  url: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(LIMITS.urlLength),
    v.regex(
      /^(https?:\/\/[^\s\\]+|(?!\/\/)[^\s:\\]+(\?[^\s\\]*)?)$/i,
      "must be an http or https address or a relative one",
    ),
    v.check(isPlainReference, "must be an address without user name or hidden characters"),
  ),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.bytes)),
  sha256: sha256Hex,
  updated: v.optional(instant),
  expires: v.optional(instant),
  /** Over `{"format":"dramatis-seal/1","id","version","sha256"}`: the dossier stays verifiable outside of this index. */
  signature: v.optional(signatureSchema),
});

const publisher = shaped({ name: exactLine, url: v.optional(webAddress) });

/**
 * The shape of a feed index. Nothing in it is trimmed or filled in: what `parseFeed` returns has the canonical form of the file,
 * which is what was signed.
 */
export const feedSchema = v.looseObject({
  format: v.literal(FEED_FORMAT),
  title: exactLine,
  publisher: v.union([exactLine, publisher], `must be a text, or an object like ${shapeOf(publisher.entries)}`),
  summary: v.optional(text),
  /** Grows by at least one with every change of the index; a signed index must have one. */
  sequence: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  updated: v.optional(instant),
  /** After this moment the index must not be believed: someone may be holding back a newer one. */
  expires: v.optional(instant),
  keys: v.optional(list(feedKeySchema, LIMITS.feedKeys)),
  dossiers: list(feedEntrySchema, LIMITS.feedDossiers),
  /** Over the canonical form of this object without `signatures`. */
  signatures: v.optional(list(signatureSchema, LIMITS.feedSignatures)),
});

export type Signature = v.InferOutput<typeof signatureSchema>;
export type FeedKey = v.InferOutput<typeof feedKeySchema>;
export type FeedEntry = v.InferOutput<typeof feedEntrySchema>;
export type Feed = v.InferOutput<typeof feedSchema>;
