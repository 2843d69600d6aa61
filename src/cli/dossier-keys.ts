import { statSync } from "node:fs";
import { fingerprint, publicKeyOf } from "../dossier/signature.ts";
import { CommandError, EXIT, type Terminal } from "./dossier-command.ts";
import { readText } from "./dossier-files.ts";

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

/** Reads a private key; says so when others on this computer can read it too. */
export async function readKey(path: string, terminal: Terminal): Promise<SigningKey> {
  const match = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(readText(path));
  const privateKey = match?.[1]?.replace(/\s/g, "") ?? "";
  let publicKey: string;
  try {
    publicKey = await publicKeyOf(privateKey);
  } catch {
    const remedy = "name the file that keygen wrote";
    throw new CommandError(`${path}: is not an Ed25519 private key in PEM form; ${remedy}`, EXIT.refused);
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
