import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import { CommandError } from "./dossier-command.ts";

/** Bytes of a file; throws CommandError with the reason in words. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const isDirectory = (error as NodeJS.ErrnoException).code === "EISDIR";
    const remedy = isDirectory ? "name a file in it" : "check the name and the permissions";
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
    throw new CommandError(`${path}: cannot be made (${reasonOf(error)}); name another folder, or make it yourself`);
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
    throw new CommandError(`${path}: cannot be written (${reasonOf(error)}); check the folder and the permissions`);
  }
}

/** Writes a new file that only its owner may read, as is a folder made for it; an existing one is never touched. */
export function writeSecret(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new CommandError(`${path}: cannot be written (${reasonOf(error)}); check the folder`);
    throw new CommandError(`${path}: is there already and was left as it is; give another name with --out`);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "not allowed",
  EISDIR: "is a folder",
  ENOTDIR: "a part of the path is no folder",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? code ?? message;
}
