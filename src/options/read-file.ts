import { DramatisError } from "../dossier/errors.ts";
import { LIMITS } from "../dossier/limits.ts";

/**
 * The text of a file that the reader chose or dropped, without a byte order mark. Throws `too-large`; `unreadable-file`
 * for a folder, which a browser hands over as a file that cannot be read, and for a file that has gone meanwhile;
 * `binary-file` for what is no text in UTF-8; `empty-file`.
 */
export async function readDossierFile(file: File): Promise<string> {
  if (file.size > LIMITS.messageText) throw new DramatisError("too-large", [String(LIMITS.messageText)]);
  const text = decode(await bytesOf(file));
  if (text.trim() === "") throw new DramatisError("empty-file");
  return text;
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
    if (!text.includes("\0")) return text;
  } catch (cause) {
    throw new DramatisError("binary-file", [], { cause });
  }
  throw new DramatisError("binary-file");
}
