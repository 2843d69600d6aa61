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

// biome-ignore lint/suspicious/noMisleadingCharacterClass: code units are meant
const MARKED = /[\u00AD\u00C0-\u024F\u0300-\u036F\u1E00-\u1EFF\u200B-\u200D\u2060\uFEFF]/g;
/** More keys in lower case than this, and all words are looked at one by one. */
const MOST_LOWER_KEYS = 48;

/** What `RoughWords` needs of an index or a filter. */
export interface WordKinds {
  lower: boolean;
  otherScripts: boolean;
  /** All spellings that begin with a small letter; undefined where they are too many to list. */
  lowerKeys: readonly string[] | undefined;
}

/** The keys in lower case, or undefined where they are too many. */
export function lowerKeysOf(keys: Iterable<string>): string[] | undefined {
  const found: string[] = [];
  for (const key of keys) {
    if (key[0] === "~" || key[0] !== key[0]?.toLowerCase()) continue;
    if (found.push(key) > MOST_LOWER_KEYS) return undefined;
  }
  return found;
}

/**
 * Finds the words of a text that may be anchors, at the speed of the engine's own search: most texts hold none, so words
 * are first taken without their places, and the few keys in lower case are searched as they are. May find too many
 * ("trump" in "trumpet"), never too few.
 */
export class RoughWords {
  readonly #lower: boolean;
  readonly #lowerKeys: readonly string[];
  readonly #pattern: RegExp;
  readonly #isAnchor: (word: string) => boolean;

  constructor({ lower, otherScripts, lowerKeys }: WordKinds, isAnchor: (word: string) => boolean) {
    const isListed = lower && lowerKeys !== undefined;
    this.#lower = isListed;
    this.#lowerKeys = isListed ? lowerKeys : [];
    this.#pattern = wordPattern({ lower: lower && !isListed, otherScripts });
    this.#isAnchor = isAnchor;
  }

  each(text: string, found: (start: number, word: string) => void): void {
    if (text.match(this.#pattern)?.some(this.#isAnchor)) {
      this.#pattern.lastIndex = 0;
      for (let match = this.#pattern.exec(text); match; match = this.#pattern.exec(text))
        if (this.#isAnchor(match[0])) found(match.index, match[0]);
    }
    if (!this.#lower) return;
    for (const key of this.#lowerKeys)
      for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) found(at, key);
    // Words in lower case with diacritics or invisible characters, which keys do not have.
    let end = 0;
    MARKED.lastIndex = 0;
    for (let match = MARKED.exec(text); match; match = MARKED.exec(text)) {
      if (match.index < end) continue;
      let start = match.index;
      while (start > 0 && isInside(text.charCodeAt(start - 1))) start--;
      end = match.index + 1;
      while (end < text.length && isInside(text.charCodeAt(end))) end++;
      const word = text.slice(start, end);
      if (this.#isAnchor(word)) found(start, word);
    }
  }
}

/** Whether a character may stand inside a word of Latin script. */
function isInside(code: number): boolean {
  if (code < 0xad) return (code > 96 && code < 123) || (code > 64 && code < 91);
  if (code < 0x370)
    return code < 0xae || (code > 0xbf && code !== 0xd7 && code !== 0xf7 && (code < 0x250 || code > 0x2ff));
  return (code > 0x1dff && code < 0x1f00) || (code > 0x200a && code < 0x200e) || code === 0x2060 || code === 0xfeff;
}
