import { sha256Hex, utf8 } from "../dossier/bytes.ts";
import { canonicalize } from "../dossier/canonical.ts";
import { type CommandError, refuse } from "./dossier-command.ts";

const LINE_ENDS = "its line ends were rewritten";

/** What programs do to a text file without being asked, each with how to undo it. */
const HABITS: readonly [what: string, undo: (text: string) => string][] = [
  ["a byte order mark was put before it", (text) => text.replace(/^\uFEFF/, "")],
  [LINE_ENDS, (text) => text.replaceAll("\r\n", "\n")],
  ["a line end was added to it", (text) => text.replace(/\n+$/, "")],
];

/** Said where a file was laid out anew, as a working file always is. */
export const REFORMATTED = "its spaces, line ends or the order of its keys were changed";

/**
 * Why these bytes have another SHA-256 though they say the same: what an editor, git or an upload in text mode did to them. As a
 * half sentence; `undefined` where the file says something else.
 */
export async function howRewritten(bytes: Uint8Array, sha256: string): Promise<string | undefined> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // Not in UTF-8 any more: more than a habit.
  }
  if (text.includes("\n") && (await sha256Hex(utf8(text.replace(/\r?\n/g, "\r\n")))) === sha256) return LINE_ENDS;
  const done: string[] = [];
  for (const [what, undo] of HABITS) {
    const before = undo(text);
    if (before === text) continue;
    text = before;
    done.push(what);
    if ((await sha256Hex(utf8(text))) === sha256) return done.join(" and ");
  }
  const canonical = canonicalOf(text);
  if (canonical === undefined || (await sha256Hex(utf8(canonical))) !== sha256) return undefined;
  return REFORMATTED;
}

/** The packed form of a text; `undefined` where it has none. */
export function canonicalOf(text: string): string | undefined {
  try {
    return canonicalize(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What to tell of it: who does that, and how to have the packed file back. */
export function refuseRewritten(path: string, how: string): CommandError {
  const what = `says the same as when it was packed, but ${how} (editors, git with autocrlf and uploads in text mode do that)`;
  return refuse(path, "", what, "write it anew with pack --force, and upload it as it is, in binary mode");
}
