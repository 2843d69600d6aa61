import { DramatisError } from "../dossier/errors.ts";
import { LIMITS, mebibytes } from "../dossier/limits.ts";

/**
 * The text of a file that the reader chose or dropped, without a byte order mark. Throws `large-import`; `unreadable-file`
 * for a folder, which a browser hands over as a file that cannot be read, and for a file that has gone meanwhile;
 * `binary-file` for what is no text in UTF-8; `empty-file`.
 */
export async function readDossierFile(file: File): Promise<string> {
  if (file.size > LIMITS.messageText)
    throw new DramatisError("large-import", [mebibytes(LIMITS.messageText), mebibytes(LIMITS.bytes)]);
  const text = decode(await bytesOf(file));
  if (text.trim() === "") throw new DramatisError("empty-file");
  return text;
}

/**
 * Control characters in a file at most: JSON holds none, and each takes six bytes of the message that the text goes in, which
 * the browser then refuses as too long. Few are let through, since the place of the first is told of them.
 */
const MOST_CONTROLS = 500_000;

function controls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) count++;
  }
  return count;
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw new DramatisError("unreadable-file", [], { cause });
  }
}

/** `file.text()` would put replacement characters for what it cannot decode, and the reader would be told of bad JSON. */
function decode(bytes: ArrayBuffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0") && controls(text) < MOST_CONTROLS) return text;
  } catch (cause) {
    throw new DramatisError("binary-file", [], { cause });
  }
  throw new DramatisError("binary-file");
}
