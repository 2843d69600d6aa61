import { sha256Hex, utf8 } from "../dossier/bytes.ts";
import { canonicalize } from "../dossier/canonical.ts";
import type { Signature } from "../dossier/feed-schema.ts";
import { sealStatement } from "../dossier/feed-verify.ts";
import { signValue } from "../dossier/signature.ts";
import { CommandError, EXIT, refuse } from "./dossier-command.ts";
import { exists, readBytes, readText } from "./dossier-files.ts";
import type { SigningKey } from "./dossier-keys.ts";
import { findingLine } from "./dossier-report.ts";
import { howRewritten, REFORMATTED, refuseRewritten } from "./dossier-rewritten.ts";
import { examine } from "./dossier-validate.ts";

/** A dossier file with what identifies it. */
export interface DossierFile {
  path: string;
  id: string;
  version: number;
  title: string;
  updated: string;
  bytes: Uint8Array;
  sha256: string;
}

/** The detached signature of a dossier file, kept beside it as FILE.sig. */
export interface Seal {
  format: string;
  id: string;
  version: number;
  sha256: string;
  signature: Signature;
}

/** Reads a dossier file that must be valid. */
export async function readDossierFile(path: string): Promise<DossierFile> {
  const { dossier, findings } = examine(path);
  if (!dossier) throw new CommandError(findings.map(findingLine).join("\n"), EXIT.refused);
  const bytes = readBytes(path);
  const { id, version, title, updated } = dossier;
  return { path, id, version, title, updated, bytes, sha256: await sha256Hex(bytes) };
}

/** Reads a dossier that pack wrote. A working file is refused: its next edit would break what lists or signs it. */
export async function readPackedFile(path: string): Promise<DossierFile> {
  const file = await readDossierFile(path);
  const packed = utf8(canonicalize(JSON.parse(new TextDecoder().decode(file.bytes))));
  const sha256 = await sha256Hex(packed);
  if (sha256 === file.sha256) return file;
  // No working file is canonical but for what an editor adds.
  const how = await howRewritten(file.bytes, sha256);
  if (how && how !== REFORMATTED) throw refuseRewritten(path, how);
  throw refuse(path, "", "is a working file, not a packed one", "run pack first, and name the file that it writes");
}

export function sealPath(path: string): string {
  return `${path}.sig`;
}

export async function makeSeal(file: DossierFile, key: SigningKey): Promise<Seal> {
  const statement = sealStatement(file);
  const { id, version, sha256 } = file;
  return { format: statement.format, id, version, sha256, signature: await signValue(statement, key.privateKey) };
}

/** The seal beside a file, if there is one; whether it fits is for the reader of it to find out. */
export function readSeal(path: string): Seal | undefined {
  const at = sealPath(path);
  if (!exists(at)) return undefined;
  try {
    const seal = JSON.parse(readText(at)) as Partial<Seal> | null;
    const { key, value } = seal?.signature ?? {};
    if (typeof key === "string" && typeof value === "string") return seal as Seal;
  } catch {
    // Told below.
  }
  throw refuse(at, "", "is not a signature of a dossier", "make it anew with sign");
}
