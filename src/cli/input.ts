import { readFileSync } from "node:fs";

/** A sentence for the person at the terminal; the tool ends with it and status 2. */
export class InputError extends Error {}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "reading it is not allowed",
};

/** The text of a file; throws an `InputError`. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError(`Cannot read ${path}: ${REASONS[code] ?? code}.`);
  }
}

/** The value of a JSON text; `place` names it in the `InputError`. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${place} is not JSON.`);
  }
}
