import { spawnSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { FEED_FORMAT } from "../dossier/feed-schema.ts";
import type { Terminal } from "./dossier-command.ts";
import { exists, isInside } from "./dossier-files.ts";

/** Warns of a private key that others on this computer can read. */
export function warnOfReaders(path: string, terminal: Terminal): void {
  const mode = statSync(path).mode & 0o777;
  if (process.platform !== "win32" && mode & 0o077) {
    terminal.err(`${path}: warning: others can read it (mode ${mode.toString(8)}); run chmod 600 on it`);
  }
}

/** Warns of a private key that would be given away with its folder; `published`: a file of one that goes to the web host. */
export function warnOfPlace(path: string, terminal: Terminal, published = publishedBeside(path)): void {
  if (published !== undefined && isInside(path, dirname(published))) {
    const what = `this private key lies in the folder of ${published}, which goes to the web host`;
    terminal.err(`${path}: warning: ${what}; move it to a folder that is never uploaded`);
  }
  const repository = repositoryAround(path);
  if (repository !== undefined && !isIgnored(path)) {
    const what = `this private key lies in the git repository ${repository}, which does not ignore it`;
    terminal.err(
      `${path}: warning: ${what}; move it out, or add *.pem to .gitignore; if it has been pushed, retire it`,
    );
  }
}

/** A feed index or packed dossier beside a file. Further up may lie copies of one that are for nobody else. */
function publishedBeside(path: string): string | undefined {
  const folder = dirname(path);
  const found = namesIn(folder).find((name) => name.endsWith(".json") && isPublished(join(folder, name)));
  return found === undefined ? undefined : join(folder, found);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // One that may not be listed says nothing.
  }
}

/** How a packed dossier begins: its keys are sorted, and it has no spaces. */
const PACKED = /^\{("\$schema":"[^"]*",)?"asOf":"/;

function isPublished(path: string): boolean {
  const beginning = Buffer.alloc(1024);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, beginning);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  const text = beginning.toString("utf8");
  return PACKED.test(text) || text.includes(`"${FEED_FORMAT.slice(0, FEED_FORMAT.indexOf("/") + 1)}`);
}

function repositoryAround(path: string): string | undefined {
  let folder = dirname(resolve(path));
  while (!exists(join(folder, ".git"))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

/** Whether git leaves a file out. Where git cannot be asked, nobody knows that it does. */
function isIgnored(path: string): boolean {
  const args = ["check-ignore", "--quiet", "--", basename(path)];
  return spawnSync("git", args, { cwd: dirname(resolve(path)), stdio: "ignore" }).status === 0;
}
