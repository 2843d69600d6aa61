import { fold, foldGerman } from "./fold.ts";
import type { LexiconIndex } from "./lexicon.ts";

// Words that may be an anchor. Fixed expressions, none made from data; ranges rather than \p classes, which cost a first
// run several milliseconds to compile. Invisible characters and combining marks may stand inside a word.
const INSIDE =
  "A-Za-z\\u00AD\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0300-\\u036F\\u1E00-\\u1EFF\\u200B-\\u200D\\u2060\\uFEFF";
const OTHER =
  "\\u0370-\\u03FF\\u0400-\\u052F\\u0531-\\u0587\\u05D0-\\u05EA\\u0620-\\u06FF\\u0900-\\u0DFF\\u10A0-\\u10FF\\uAC00-\\uD7AF";
const CAPITAL = "A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0100-\\u024F\\u1E00-\\u1EFF";
const WORDS = {
  capital: () => new RegExp(`[${CAPITAL}][${INSIDE}]+`, "g"),
  any: () => new RegExp(`[${INSIDE}]{2,}`, "g"),
  capitalOther: () => new RegExp(`[${CAPITAL}${OTHER}][${INSIDE}${OTHER}]+`, "g"),
  anyOther: () => new RegExp(`[${INSIDE}${OTHER}]{2,}`, "g"),
};

/** A new global expression for the words that can begin or end a name of this lexicon. */
export function wordPattern({ lower, otherScripts }: Pick<LexiconIndex, "lower" | "otherScripts">): RegExp {
  return WORDS[`${lower ? "any" : "capital"}${otherScripts ? "Other" : ""}` as keyof typeof WORDS]();
}

/**
 * Whether a word holds a Latin letter beyond ASCII, a combining mark, an invisible character or a capital after a small
 * letter ("MacDonald" for Macdonald), so that it is folded.
 */
export function isMarked(word: string): boolean {
  let isSmall = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0xad) {
      if (isSmall && code > 64 && code < 91) return true;
      isSmall = code > 96;
      continue;
    }
    if (code < 0x250 || (code > 0x2ff && code < 0x370) || (code > 0x1dff && code < 0x2070) || code === 0xfeff)
      return true;
  }
  return false;
}

/** The anchor that a word of a text may be, by any spelling: plain, with diacritics, with a soft hyphen inside. */
export function anchorOf(index: LexiconIndex, word: string): number | undefined {
  const plain = index.anchors.get(word);
  if (plain !== undefined) return plain;
  if (!isMarked(word)) return undefined;
  const lower = !index.lower && word[0] === word[0]?.toLowerCase();
  if (lower) return undefined;
  return index.anchors.get(`~${fold(word)}`) ?? index.anchors.get(`~${foldGerman(word)}`);
}
