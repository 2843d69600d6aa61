import { realpathSync } from "node:fs";
import { join } from "node:path";

/** The clone: npm runs its scripts here, wherever they are called. */
export const ROOT = join(import.meta.dirname, "..", "..");

/**
 * Goes back to the folder in which `npm run SCRIPT` was typed (`INIT_CWD`), so that a path means what it means in that shell.
 * Where npm has not started this program, or a test in another folder has, the folder is right already.
 */
export function enterCallersFolder(script: string, env = process.env): void {
  const { INIT_CWD: called, npm_lifecycle_event: event } = env;
  if (called && event === script && realpathSync(process.cwd()) === realpathSync(ROOT)) process.chdir(called);
}
