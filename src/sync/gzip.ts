import { DramatisError } from "../dossier/errors.ts";

/** Whether bytes begin as a gzip file (RFC 1952) does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Unpacks a gzip file piece by piece, never beyond `cap` bytes: a few KB can hold a GB.
 * Throws what `tooLong` makes, or `bad-json` where the file is cut or damaged.
 */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  cap: number,
  tooLong: (beginning: Uint8Array) => Error,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read().catch((cause: unknown) => {
      throw new DramatisError("bad-json", ["gzip", "the compressed file is cut short or damaged"], { cause });
    });
    if (done) return join(pieces, length);
    length += value.length;
    if (length > cap) {
      await reader.cancel().catch(() => {});
      throw tooLong(pieces[0] ?? value);
    }
    pieces.push(value);
  }
}

/** Pieces of `length` bytes in all as one. */
export function join(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
