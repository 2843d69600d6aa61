import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { CommandError } from "./dossier-command.ts";

/** Ed25519 keys are 32 bytes: 43 digits of base64 and a filler. */
const PUBLIC = /^[A-Za-z0-9+/]{43}=$/;
const PUBLIC_WITHIN = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g;
const PRIVATE = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/;
const PUBLIC_PEM = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----/;

/** Whether this is a public key as keygen prints it. */
export function isPublicKey(typed: string): boolean {
  return PUBLIC.test(typed);
}

/** Whether this is a fingerprint as keygen prints it, with its spaces or without. */
export function isFingerprint(typed: string): boolean {
  return /^[0-9a-f]{20}$/i.test(typed.replace(/\s/g, ""));
}

/** PEM after RFC 7468 around the PKCS #8 form (RFC 8410): what OpenSSL reads and writes too. */
export function toPem(privateKey: string): string {
  return `-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----\n`;
}

/** The private key in the text of a file, PKCS #8 in base64; undefined where there is none that is not locked. */
export function privateKeyIn(text: string): string | undefined {
  return PRIVATE.exec(text)?.[1]?.replace(/\s/g, "");
}

/** The one public key in the text of a file: as keygen printed it, or as OpenSSL writes it. */
export function publicKeyIn(text: string): string | undefined {
  const pem = PUBLIC_PEM.exec(text)?.[0];
  const key = pem === undefined ? undefined : keyOf(() => createPublicKey(pem));
  if (key?.asymmetricKeyType === "ed25519") {
    return key.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");
  }
  const [printed, ...more] = text.match(PUBLIC_WITHIN) ?? [];
  return more.length === 0 ? printed : undefined;
}

const KEYGEN = "make a key with keygen";

/** Files that are taken for the private key of a feed: how each begins, what to say of it, and what to do. */
const OTHERS: readonly [begins: RegExp, what: string, remedy: (path: string) => string][] = [
  [
    /-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/,
    "is locked with a passphrase, which this tool does not ask for",
    (path) => `unlock a copy (openssl pkey -in "${path}" -out COPY.pem), name that, and delete it afterwards`,
  ],
  [/-----BEGIN OPENSSH PRIVATE KEY-----/, "is a key for SSH, which has another form", () => KEYGEN],
  [/-----BEGIN PGP /, "is a key for PGP, which has another form", () => KEYGEN],
  [/-----BEGIN CERTIFICATE-----/, "is a certificate, not a key", () => KEYGEN],
  [/-----BEGIN PUBLIC KEY-----/, "holds a public key, which cannot sign", () => "name the file of its private key"],
];

/** What to say of a file in which there is no private key of a feed. */
export function notAKey(path: string, text: string): CommandError {
  const other = OTHERS.find(([begins]) => begins.test(text));
  if (other) return new CommandError(`${path}: ${other[1]}; ${other[2](path)}`);
  const kind = keyOf(() => createPrivateKey(text))?.asymmetricKeyType;
  if (kind) return new CommandError(`${path}: is a private key of the kind ${kind}, not ed25519; ${KEYGEN}`);
  if (publicKeyIn(text) !== undefined) {
    return new CommandError(`${path}: holds a public key, which cannot sign; name the file of its private key`);
  }
  return new CommandError(`${path}: is not an Ed25519 private key in PEM form; name the file that keygen wrote`);
}

function keyOf(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
