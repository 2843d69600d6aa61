import { dirname, relative, sep } from "node:path";
import { sha256Hex } from "../dossier/bytes.ts";
import { matchEntry } from "../dossier/feed.ts";
import type { Feed, FeedEntry, FeedKey } from "../dossier/feed-schema.ts";
import { sealStatement } from "../dossier/feed-verify.ts";
import { signValue, verifyValue } from "../dossier/signature.ts";
import { parseDossier } from "../dossier/validate.ts";
import { CommandError, EXIT, refuse } from "./dossier-command.ts";
import { exists, readBytes } from "./dossier-files.ts";
import type { SigningKey } from "./dossier-keys.ts";
import { refusal } from "./dossier-report.ts";
import { howRewritten, refuseRewritten } from "./dossier-rewritten.ts";
import { type DossierFile, readSeal } from "./dossier-seal.ts";
import { localPath } from "./dossier-verify.ts";

export interface EntriesChange {
  /** Of the index. */
  path: string;
  old: Feed | undefined;
  files: readonly DossierFile[];
  base: string | undefined;
  remove: readonly string[];
  signers: readonly SigningKey[];
  /** Keys of the new index. */
  keys: readonly FeedKey[];
  /** The entries may have been changed by hand: they are held against their files whole. */
  edited: boolean;
}

export interface UpdatedEntries {
  entries: FeedEntry[];
  /** What was done, a line for each, to be printed once the index is written. */
  lines: string[];
  warnings: string[];
}

/** The dossiers of the new index: those of the old one, brought up to date by the files at hand. */
export async function updateEntries(change: EntriesChange): Promise<UpdatedEntries> {
  const { path, old, files, remove } = change;
  const entries = [...(old?.dossiers ?? [])];
  const lines: string[] = [];
  const warnings: string[] = [];
  for (const id of remove) {
    const at = entries.findIndex((entry) => entry.id === id);
    if (at < 0) throw refuse(path, "dossiers", `lists no dossier "${id}"`, "name the id of one that it lists");
    entries.splice(at, 1);
    lines.push(`removed    ${id}`);
  }
  for (const file of files) {
    const at = entries.findIndex((entry) => entry.id === file.id);
    const held = at < 0 ? undefined : entries[at];
    if (held) refuseRegress(path, at, held, file);
    const { signature: _, ...kept } = held ?? {};
    const entry: FeedEntry = {
      ...kept,
      id: file.id,
      version: file.version,
      title: file.title,
      url: addressOf(file.path, path, change.base),
      bytes: file.bytes.length,
      sha256: file.sha256,
      updated: file.updated,
      ...(held?.signature && held.sha256 === file.sha256 && { signature: held.signature }),
    };
    if (held) entries[at] = entry;
    else entries.push(entry);
    const word = held === undefined ? "added" : held.sha256 === file.sha256 ? "listed" : "updated";
    lines.push(`${word.padEnd(10)} ${file.id}, version ${file.version}: ${entry.url}`);
    if (entry.url.startsWith("../")) warnings.push(outside(file.path, path, entry.url));
  }
  for (const [index, entry] of entries.entries()) {
    if (files.some((file) => file.id === entry.id)) continue;
    await refuseOther(path, `dossiers[${index}]`, entry);
    if (change.edited) lines.push(...checkEdited(path, `dossiers[${index}]`, entry));
  }
  const fileOf = (entry: FeedEntry) => files.find((file) => file.id === entry.id);
  return { entries: await Promise.all(entries.map((entry) => sealed(entry, fileOf(entry), change))), lines, warnings };
}

function outside(file: string, index: string, url: string): string {
  const what = `warning: lies outside of the folder of ${index}, so readers fetch it from "${url}"`;
  return `${file}: ${what}; upload it to that place, or pack it into that folder, or say with --base where it is served`;
}

function refuseRegress(path: string, at: number, held: FeedEntry, file: DossierFile): void {
  if (file.version < held.version) {
    const what = `is ${file.version}, but readers have ${held.version} already`;
    throw refuse(
      file.path,
      "version",
      what,
      `raise it above ${held.version}: an older version is refused by their browsers`,
    );
  }
  if (file.version === held.version && file.sha256 !== held.sha256) {
    const what = `is ${file.version} as in ${path} (dossiers[${at}]), but the content is another`;
    const remedy = `raise it: a version that readers have never changes (if nobody has it yet, add --remove ${held.id})`;
    throw refuse(file.path, "version", what, remedy);
  }
}

/** The file beside the index that it lists must be that one still: packed anew by force, readers would refuse it. */
async function refuseOther(path: string, place: string, entry: FeedEntry): Promise<void> {
  const beside = localPath(path, entry);
  if (beside === undefined || !exists(beside)) return;
  const bytes = readBytes(beside);
  if (bytes.length === entry.bytes && (await sha256Hex(bytes)) === entry.sha256) return;
  const how = await howRewritten(bytes, entry.sha256);
  if (how) throw refuseRewritten(beside, how);
  const remedy = `pack it under a higher version and name that file (if nobody has version ${entry.version} yet: --remove ${entry.id} ${beside})`;
  throw refuse(path, place, `${beside} is not the file that was listed as version ${entry.version}`, remedy);
}

/**
 * Id and version of an entry that a person may have changed must be those in its file: signed as they are, readers would refuse
 * them. A file that is not here cannot be asked, which is told: its address may be mistyped.
 */
function checkEdited(path: string, place: string, entry: FeedEntry): string[] {
  const beside = localPath(path, entry);
  if (beside === undefined) return [];
  if (!exists(beside)) return [`not here   ${beside} (${place}): check its address, and that it is on your host`];
  try {
    matchEntry(parseDossier(readBytes(beside)), entry);
    return [];
  } catch (error) {
    throw new CommandError(refusal(path, place, error), EXIT.refused);
  }
}

/** Relative to the index, or below the base address. */
function addressOf(file: string, index: string, base: string | undefined): string {
  const segments = relative(dirname(index), file).split(sep).map(encodeURIComponent);
  if (base === undefined) return segments.join("/");
  return `${base.replace(/\/*$/, "/")}${segments.at(-1)}`;
}

/**
 * The entry with a signature of its own that readers of this index will accept: in a signed index it must be by a key that the
 * index lists, so one by a key that has been retired is made anew.
 */
async function sealed(entry: FeedEntry, file: DossierFile | undefined, change: EntriesChange): Promise<FeedEntry> {
  const live = new Set(change.keys.filter((key) => key.retired === undefined).map((key) => key.key));
  const beside = file && readSeal(file.path);
  for (const signature of [beside?.signature, entry.signature]) {
    if (!signature || (live.size > 0 && !live.has(signature.key))) continue;
    if (await verifyValue(sealStatement(entry), signature)) return { ...entry, signature };
    if (file && signature === beside?.signature)
      throw refuse(`${file.path}.sig`, "", "does not fit the file", "sign the file anew, or delete the signature");
  }
  const { signature: _, ...bare } = entry;
  // A recovery key goes back into its drawer: it seals a dossier only when there is no other.
  const spare = new Set(change.keys.filter((key) => key.use === "recovery").map((key) => key.key));
  const signer = change.signers.find((key) => !spare.has(key.publicKey)) ?? change.signers[0];
  return signer ? { ...bare, signature: await signValue(sealStatement(entry), signer.privateKey) } : bare;
}
