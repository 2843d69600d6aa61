import { statSync } from "node:fs";
import { fingerprint, publicKeyOf } from "../dossier/signature.ts";
import { CommandError, type Terminal } from "./dossier-command.ts";
import { exists, readText } from "./dossier-files.ts";

/** A private key as read from its file. Everything is base64. */
export interface SigningKey {
  privateKey: string;
  publicKey: string;
  fingerprint: string;
}

/** PEM after RFC 7468 around the PKCS #8 form (RFC 8410): what OpenSSL reads and writes too. */
export function toPem(privateKey: string): string {
  return `-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----\n`;
}

const PRIVATE = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/;
/** Ed25519 keys are 32 bytes: 43 digits of base64 and a filler. */
const PUBLIC = /^[A-Za-z0-9+/]{43}=$/;

/** Throws CommandError unless this is a public key as keygen prints it. */
export function checkPublicKey(option: string, typed: string): void {
  if (PUBLIC.test(typed)) return;
  throw new CommandError(`${option}: "${typed}" is no public key; give the 44 characters that keygen printed as such`);
}

/** Throws CommandError where the file of a key is named and a public key is wanted: told with what to give instead. */
export async function refuseKeyFile(option: string, typed: string): Promise<void> {
  if (PUBLIC.test(typed) || !exists(typed)) return;
  const what = `${option}: ${typed} is a file, and a public key is wanted`;
  const held = PRIVATE.exec(readText(typed))?.[1]?.replace(/\s/g, "");
  const key = held && (await publicKeyOf(held).catch(() => undefined));
  throw new CommandError(`${what}; ${key ? `that of this private key is ${key}` : "give it as keygen printed it"}`);
}

/** Reads a private key; says so when others on this computer can read it too. */
export async function readKey(path: string, terminal: Terminal): Promise<SigningKey> {
  if (PUBLIC.test(path) && !exists(path)) {
    throw new CommandError(`--key: ${path} is a public key; name the file of its private key, as keygen wrote it`);
  }
  const text = readText(path);
  if (text.includes("-----BEGIN PUBLIC KEY-----")) {
    throw new CommandError(`${path}: holds a public key, which cannot sign; name the file of its private key`);
  }
  const privateKey = PRIVATE.exec(text)?.[1]?.replace(/\s/g, "") ?? "";
  let publicKey: string;
  try {
    publicKey = await publicKeyOf(privateKey);
  } catch {
    throw new CommandError(`${path}: is not an Ed25519 private key in PEM form; name the file that keygen wrote`);
  }
  const mode = statSync(path).mode & 0o777;
  if (process.platform !== "win32" && mode & 0o077) {
    terminal.err(`${path}: warning: others can read it (mode ${mode.toString(8)}); run chmod 600 on it`);
  }
  return { privateKey, publicKey, fingerprint: await fingerprint(publicKey) };
}

/** Whether a person who typed a fingerprint or a public key meant this key. */
export async function isKey(publicKey: string, typed: string): Promise<boolean> {
  const digits = typed.replace(/\s/g, "").toLowerCase();
  return typed === publicKey || digits === (await fingerprint(publicKey)).replaceAll(" ", "");
}
