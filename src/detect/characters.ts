/** What a character is: bits of the answer of `kindOf`. */
export const LETTER = 1;
export const MARK = 2;
export const NUMBER = 4;
/** Of a script that writes no word edges: UAX 29 breaks between it and a Latin word. */
export const UNSPACED = 8;

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * The kind of a code point; 0: none of these. Latin and its punctuation are answered without a \p class, which costs the
 * first page that asks several milliseconds to compile.
 */
export function kindOf(code: number): number {
  if (code < 0x80) {
    const small = code | 32;
    return small > 96 && small < 123 ? LETTER : code > 47 && code < 58 ? NUMBER : 0;
  }
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? 0 : LETTER;
  // An apostrophe that Unicode calls a letter; currencies, arrows and mathematical signs; what stands for an object.
  if ((code >= 0x2000 && code < 0x2070) || code === 0x2bc || (code > 0x209f && code < 0x20d0)) return 0;
  if ((code > 0x218f && code < 0x2460) || code === 0xfffc) return 0;
  const character = String.fromCodePoint(code);
  return (
    (/\p{L}/u.test(character) ? LETTER : /\p{M}/u.test(character) ? MARK : /\p{N}/u.test(character) ? NUMBER : 0) |
    (unspaced.test(character) ? UNSPACED : 0)
  );
}

/** Soft hyphen, zero-width characters, direction marks and variation selectors, which a reader does not see. */
export const isInvisible = (code: number): boolean =>
  code > 0xac &&
  (code === 0xad ||
    (code > 0x200a && code < 0x2010) ||
    code === 0x61c ||
    (code > 0x2029 && code < 0x202f) ||
    code === 0x2060 ||
    (code > 0x2065 && code < 0x206a) ||
    code === 0xfeff ||
    (code > 0xfdff && code < 0xfe10));

/** The code point that begins at `at`, as `String.codePointAt`, but nothing (0) at the end of the text. */
export const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

/** The code point that ends before `at`; 0 at the start of the text. Half a pair is answered as it is. */
export function codeBefore(text: string, at: number): number {
  const code = at > 0 ? text.charCodeAt(at - 1) : 0;
  if (code < 0xdc00 || code > 0xdfff || at < 2) return code;
  const pair = text.codePointAt(at - 2) as number;
  return pair > 0xffff ? pair : code;
}
