import { fingerprint, publicKeyOf } from "../dossier/signature.ts";
import { CommandError, type Terminal } from "./dossier-command.ts";
import { exists, readText } from "./dossier-files.ts";
import { isFingerprint, isPublicKey, notAKey, privateKeyIn, publicKeyIn } from "./dossier-key-file.ts";
import { warnOfReaders } from "./dossier-key-place.ts";

/** A private key as read from its file. Everything is base64. */
export interface SigningKey {
  privateKey: string;
  publicKey: string;
  fingerprint: string;
}

/** Throws CommandError unless this is a public key as keygen prints it. */
export function checkPublicKey(option: string, typed: string): void {
  if (isPublicKey(typed)) return;
  throw new CommandError(`${option}: "${typed}" is no public key; give the 44 characters that keygen printed as such`);
}

/** Throws CommandError unless this can be a public key or a fingerprint. */
export function checkKeyName(option: string, typed: string): void {
  if (isPublicKey(typed) || isFingerprint(typed)) return;
  const remedy = 'give one as keygen printed it (a fingerprint in quotes: "0123 4567 89ab cdef 0123")';
  throw new CommandError(`${option}: "${typed}" is neither a public key nor a fingerprint; ${remedy}`);
}

/** Throws CommandError where the file of a key is named and a public key is wanted: told with what to give instead. */
export async function refuseKeyFile(option: string, typed: string): Promise<void> {
  if (isPublicKey(typed) || !exists(typed)) return;
  const text = readText(typed);
  const secret = privateKeyIn(text);
  const what = `${option}: ${typed} is a file, and a public key is wanted`;
  const ofSecret = secret && (await publicKeyOf(secret).catch(() => undefined));
  if (ofSecret) throw new CommandError(`${what}; that of this private key is ${ofSecret}`);
  const held = publicKeyIn(text);
  throw new CommandError(`${what}; ${held ? `the one in this file is ${held}` : "give it as keygen printed it"}`);
}

/** Reads a private key; says so when others on this computer can read it too. */
export async function readKey(path: string, terminal: Terminal): Promise<SigningKey> {
  if (path === "") throw new CommandError("--key: must not be empty; name the file of a private key");
  for (const [kind, isOne] of [
    ["public key", isPublicKey],
    ["fingerprint", isFingerprint],
  ] as const) {
    if (!isOne(path) || exists(path)) continue;
    throw new CommandError(`--key: ${path} is a ${kind}; name the file of its private key, as keygen wrote it`);
  }
  const text = readText(path);
  const privateKey = privateKeyIn(text) ?? "";
  let publicKey: string;
  try {
    publicKey = await publicKeyOf(privateKey);
  } catch {
    throw notAKey(path, text);
  }
  warnOfReaders(path, terminal);
  return { privateKey, publicKey, fingerprint: await fingerprint(publicKey) };
}

/** Whether a person who typed a fingerprint or a public key meant this key. */
export async function isKey(publicKey: string, typed: string): Promise<boolean> {
  const digits = typed.replace(/\s/g, "").toLowerCase();
  return typed === publicKey || digits === (await fingerprint(publicKey)).replaceAll(" ", "");
}

/** Throws CommandError where one key is given twice: whoever means to rotate would believe to have done so. */
export function refuseTwice(files: readonly string[], keys: readonly SigningKey[]): void {
  for (const [index, { publicKey, fingerprint: mark }] of keys.entries()) {
    const first = keys.findIndex((key) => key.publicKey === publicKey);
    if (first === index) continue;
    const [one, other] = [files[first], files[index]];
    const what = one === other ? `${one} is named twice` : `${one} and ${other} hold the same key (${mark})`;
    throw new CommandError(`--key: ${what}; name each key once`);
  }
}
