import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import { CommandError } from "./dossier-command.ts";

/** Bytes of a file; throws CommandError with the reason in words. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const remedy = codeOf(error) === "EISDIR" ? "name a file in it" : "check the name and the permissions";
    throw new CommandError(`${path}: cannot be read (${reasonOf(error)}); ${remedy}`);
  }
}

export function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path));
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether a file lies in a folder, at whatever depth. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

/** Makes a folder, and those around it, unless it is there. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new CommandError(
      `${path}: cannot be made (${folderReason(path, error)}); name another folder, or make it yourself`,
    );
  }
}

/** Writes a file whole or not at all: beside it first, then renamed into place. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(beside, content, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(path, reasonOf(error), error);
  }
}

/** Writes a new file that only its owner may read, as is a folder made for it; an existing one is never touched. */
export function writeSecret(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(path, folderReason(dirname(path), error), error);
  }
  let file: number;
  try {
    file = openSync(path, "wx", 0o600);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw unwritable(path, reasonOf(error), error);
    throw new CommandError(`${path}: is there already and was left as it is; give another name with --out`);
  }
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } catch (error) {
    // Half a key is none, and would be in the way of the next try.
    rmSync(path, { force: true });
    throw unwritable(path, reasonOf(error), error);
  } finally {
    closeSync(file);
  }
}

function unwritable(path: string, reason: string, error: unknown): CommandError {
  const remedy = codeOf(error) === "ENOSPC" ? "make room on it, and try again" : "check the folder and the permissions";
  return new CommandError(`${path}: cannot be written (${reason}); ${remedy}`);
}

/** Why a folder cannot be made: with those around it, Node says of all reasons that there is no such folder. */
function folderReason(path: string, error: unknown): string {
  if (codeOf(error) !== "ENOENT") return reasonOf(error);
  let first = path;
  while (!exists(dirname(first)) && dirname(first) !== first) first = dirname(first);
  try {
    mkdirSync(first);
  } catch (again) {
    return reasonOf(again);
  }
  return reasonOf(error);
}

const REASONS: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "not allowed",
  EISDIR: "is a folder",
  ENOTDIR: "a part of the path is no folder",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EFBIG: "it is larger than the system allows",
  EROFS: "the disk is read-only",
  EPERM: "not allowed",
  EBUSY: "another program uses it",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in a circle",
};

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? code ?? message;
}
