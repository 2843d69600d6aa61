import { DramatisError } from "../dossier/errors.ts";
import { LIMITS, mebibytes } from "../dossier/limits.ts";
import type { Dossier } from "../dossier/schema.ts";

/**
 * A dossier as the text of a file: indented for people, in one line where that would be too long for a message. Throws
 * `large-export` where that is so too: such a dossier can only be had from its feed.
 */
export function exportText(dossier: Dossier, most = LIMITS.messageText): string {
  for (const indent of [2, 0]) {
    const text = `${JSON.stringify(dossier, null, indent)}\n`;
    if (text.length <= most && new TextEncoder().encode(text).length <= most) return text;
  }
  throw new DramatisError("large-export", [mebibytes(most)]);
}
