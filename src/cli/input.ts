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
    return decoded(readFileSync(path), path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError(`Cannot read ${path}: ${REASONS[code] ?? code}.`);
  }
}

/** UTF-8, or what its byte order mark says. */
function decoded(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new InputError(`${path} is no text file: it holds NUL characters.`);
  return text;
}

/** The value of a JSON text; `place` names it in the `InputError`. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${place} is not JSON.`);
  }
}
