import { fold, foldGerman } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { NameReader } from "./read-name.ts";
import type { Candidate } from "./types.ts";

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

/** The anchor that a word of a text may be, by any spelling: plain, with diacritics, with a soft hyphen inside. */
function anchorOf(lexicon: Lexicon, word: string): number | undefined {
  const plain = lexicon.anchors.get(word);
  if (plain !== undefined) return plain;
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: code units are meant
  if (!/[\u00AD-\u024F\u0300-\u036F\u1E00-\u206F\uFEFF]/.test(word)) return undefined;
  const lower = !lexicon.lower && word[0] === word[0]?.toLowerCase();
  if (lower) return undefined;
  return lexicon.anchors.get(`~${fold(word)}`) ?? lexicon.anchors.get(`~${foldGerman(word)}`);
}

/**
 * Finds every place of `text` where a person of the lexicon, or a namesake, may be named, in order of their starts and
 * without overlap. `text` is one block or many joined by U+2029; no candidate crosses it. Linear in the text's length
 * and flat in the number of names.
 */
export function findCandidates(lexicon: Lexicon, text: string): Candidate[] {
  const kind = `${lexicon.lower ? "any" : "capital"}${lexicon.otherScripts ? "Other" : ""}` as keyof typeof WORDS;
  const words = WORDS[kind]();
  let reader: NameReader | undefined;
  const found: Candidate[] = [];
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const anchor = anchorOf(lexicon, match[0]);
    if (anchor === undefined) continue;
    reader ??= new NameReader(lexicon, text);
    const candidate = reader.read(anchor, match.index, match.index + match[0].length);
    if (candidate) addLongest(found, candidate);
  }
  return found;
}

/** Of two names that overlap the longer one counts ("Donald Trump Jr." before "Donald Trump"). */
function addLongest(found: Candidate[], candidate: Candidate): void {
  for (let last = found.at(-1); last && last.end > candidate.start; last = found.at(-1)) {
    if (last.end - last.start >= candidate.end - candidate.start) return;
    found.pop();
  }
  found.push(candidate);
}
