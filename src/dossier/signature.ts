import { fromBase64, sha256Hex, toBase64, toHex, utf8 } from "./bytes.ts";
import { canonicalize } from "./canonical.ts";
import { DramatisError } from "./errors.ts";
import type { Signature } from "./feed-schema.ts";

const ED25519 = { name: "Ed25519" };

/** A pair of Ed25519 keys. */
export interface KeyPair {
  /** Raw public key, 32 bytes in base64: what a feed lists. */
  publicKey: string;
  /** PKCS #8 (RFC 8410) in base64: what stays with the publisher. */
  privateKey: string;
}

export async function generateKeyPair(): Promise<KeyPair> {
  const pair = (await crypto.subtle.generateKey(ED25519, true, ["sign", "verify"])) as CryptoKeyPair;
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey("raw", pair.publicKey),
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
  ]);
  return { publicKey: toBase64(new Uint8Array(raw)), privateKey: toBase64(new Uint8Array(pkcs8)) };
}

/** The public half of a private key; throws when it is no Ed25519 key. */
export async function publicKeyOf(privateKey: string): Promise<string> {
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(privateKey), ED25519, true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  return toBase64(fromBase64(`${x!.replaceAll("-", "+").replaceAll("_", "/")}=`));
}

/**
 * Signs the canonical form of a value. Each kind of value that is signed carries its own `format`, so a signature for one can
 * never be passed off for another.
 */
export async function signValue(value: { format: string }, privateKey: string): Promise<Signature> {
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(privateKey), ED25519, false, ["sign"]);
  const signature = await crypto.subtle.sign(ED25519, key, utf8(canonicalize(value)));
  return { key: await publicKeyOf(privateKey), value: toBase64(new Uint8Array(signature)) };
}

/** Whether a signature fits a value. Throws DramatisError crypto-missing where the browser has no Ed25519. */
export async function verifyValue(value: { format: string }, signature: Signature): Promise<boolean> {
  if (isWeakKey(signature.key)) return false;
  const key = await importPublicKey(signature.key);
  return (
    key !== undefined && crypto.subtle.verify(ED25519, key, fromBase64(signature.value), utf8(canonicalize(value)))
  );
}

async function importPublicKey(publicKey: string): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", fromBase64(publicKey), ED25519, false, ["verify"]);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "NotSupportedError") {
      throw new DramatisError("crypto-missing", [], { cause });
    }
    return undefined;
  }
}

/**
 * Points of small order, with which one signature fits many texts; by y coordinate, the sign bit left out (Cas Cremers, Dennis
 * Jackson: "Prime, Order Please!", 2019, section 2.2; the same list as in libsodium's ge25519_has_small_order).
 */
const WEAK_POINTS = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);

function isWeakKey(publicKey: string): boolean {
  const bytes = fromBase64(publicKey);
  bytes[31]! &= 0x7f;
  return WEAK_POINTS.has(toHex(bytes));
}

/** What people compare: the first 80 bits of SHA-256 over the raw key, in groups of four digits. */
export async function fingerprint(publicKey: string): Promise<string> {
  const digits = (await sha256Hex(fromBase64(publicKey))).slice(0, 20);
  return digits.match(/.{4}/g)!.join(" ");
}
