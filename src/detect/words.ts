import { isInvisible } from "./characters.ts";
import { fold, foldGerman } from "./fold.ts";
import type { LexiconIndex } from "./lexicon.ts";

// Words that may be an anchor. Fixed expressions, none made from data; ranges rather than \p classes, which cost a first
// run several milliseconds to compile. Invisible characters and combining marks may stand inside a word; ligatures
// (U+FB00 to U+FB06) and full-width letters are read as the letters that they stand for.
const SPECIAL =
  "\\u00AD\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0300-\\u036F\\u1E00-\\u1EFF\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFB00-\\uFB06\\uFEFF\\uFF21-\\uFF3A\\uFF41-\\uFF5A";
const INSIDE = `A-Za-z${SPECIAL}`;
const OTHER =
  "\\u0370-\\u03FF\\u0400-\\u052F\\u0531-\\u0587\\u05D0-\\u05EA\\u0620-\\u06FF\\u0900-\\u0DFF\\u10A0-\\u10FF\\uAC00-\\uD7AF";
const CAPITAL = "A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0100-\\u024F\\u1E00-\\u1EFF\\uFF21-\\uFF3A";
const SPECIAL_CHARACTER = new RegExp(`[${SPECIAL}]`);
const OTHER_CHARACTER = new RegExp(`[${OTHER}]`);
const PLAIN = /^[A-Z]*[a-z]*$/;

/** A new global expression for the words that can begin or end a name of this lexicon. */
export function wordPattern({ lower, otherScripts }: Pick<LexiconIndex, "lower" | "otherScripts">): RegExp {
  const other = otherScripts ? OTHER : "";
  const inside = `[${INSIDE}${other}]`;
  return new RegExp(lower ? `${inside}{2,}` : `[${CAPITAL}${other}]${inside}+`, "g");
}

/**
 * Whether a word holds a Latin letter beyond ASCII, a ligature, a combining mark, an invisible character or a capital after a small
 * letter ("MacDonald" for Macdonald), so that it is folded.
 */
export function isMarked(word: string): boolean {
  // Nearly all words, at the speed of the engine's own search.
  if (PLAIN.test(word)) return false;
  let isSmall = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0xad) {
      if (isSmall && code > 64 && code < 91) return true;
      isSmall = code > 96;
      continue;
    }
    if (code < 0x250 || (code > 0x2ff && code < 0x370) || (code > 0x1dff && code < 0x2070) || code > 0xfaff)
      return true;
  }
  return false;
}

/** The anchor that a word of a text may be, by any spelling: plain, with diacritics, with a soft hyphen inside. */
export function anchorOf(index: LexiconIndex, word: string): number | undefined {
  const plain = index.anchors.get(word);
  if (plain !== undefined) return plain;
  if (!isMarked(word)) return undefined;
  let first = 0;
  while (isInvisible(word.charCodeAt(first))) first += 1;
  const lower = !index.lower && word[first] === word[first]?.toLowerCase();
  if (lower) return undefined;
  return index.anchors.get(`~${fold(word)}`) ?? index.anchors.get(`~${foldGerman(word)}`);
}

const MARKED = new RegExp(`([${SPECIAL}])`, "g");
/** More keys than this, and words are looked at one by one instead of being searched. */
const MOST_KEYS = 200;
/** Letters and digits of any script: nothing that means anything in an expression. */
const SMALL = /^[a-z]*$/;
const CAPITALISED = /^[A-Z]?[a-z]*$|^[A-Z]+$/;
const PLAIN_KEY = /^[0-9A-Za-z\u0080-\uFFFF]+$/;

/** What `RoughWords` needs of an index or a filter. */
export interface WordKinds {
  lower: boolean;
  otherScripts: boolean;
  /** All spellings of all anchors; undefined where they are too many to be searched. */
  keys?: readonly string[] | undefined;
  /** Those that begin with a small letter. */
  lowerKeys: readonly string[] | undefined;
}

/** The keys that can be searched one by one, or undefined where they are too many. */
export function searchable(keys: Iterable<string>, isWanted: (key: string) => boolean): string[] | undefined {
  const found: string[] = [];
  for (const key of keys) {
    if (key[0] === "~" || !isWanted(key)) continue;
    if (!PLAIN_KEY.test(key) || found.push(key) > MOST_KEYS) return undefined;
  }
  return found;
}

export const isLowerKey = (key: string): boolean => key[0] === key[0]?.toLowerCase();

/**
 * Finds the words of a text that may be anchors, at the speed of the engine's own search. A few keys are searched as
 * they are, in one alternation; an alternation of plain words takes linear time whatever they are. Where they are many,
 * only those in lower case are, and all capitalised words of the text are looked up. Finds each word that `findCandidates`
 * would read.
 */
export class RoughWords {
  readonly #otherScripts: boolean;
  readonly #words: RegExp | undefined;
  readonly #keys: RegExp | undefined;
  readonly #searched: readonly string[];
  /** Words in small letters are taken from the text too. */
  readonly #smallWords: boolean;
  /** All that keys begin with, in small letters; made when first asked. */
  #beginnings: Set<string> | undefined;
  readonly #isAnchor: (word: string) => boolean;

  constructor({ lower, otherScripts, keys, lowerKeys }: WordKinds, isAnchor: (word: string) => boolean) {
    const searched = keys ?? (lower ? lowerKeys : undefined);
    // Where whole words are read, most places of a text are given up at their first character: half the time.
    if (searched?.length) this.#keys = new RegExp(`${lower ? "(?:^|[^A-Za-z])" : ""}(${searched.join("|")})`, "g");
    this.#smallWords = lower && !lowerKeys;
    if (!keys) this.#words = wordPattern({ lower: this.#smallWords, otherScripts });
    this.#searched = searched ?? [];
    this.#otherScripts = otherScripts;
    this.#isAnchor = isAnchor;
  }

  /** Whether a word that begins with this fragment may be an anchor. */
  mayBegin(fragment: string): boolean {
    // Folded before it is looked up, or one that only the words of a whole text tell.
    if (!SMALL.test(fragment) && (this.#words || !CAPITALISED.test(fragment))) return true;
    if (this.#words && this.#smallWords) return true;
    if (!this.#beginnings) {
      this.#beginnings = new Set();
      for (const key of this.#searched)
        for (let end = 1; end <= key.length; end++) this.#beginnings.add(key.slice(0, end).toLowerCase());
    }
    return this.#beginnings.has(fragment.toLowerCase());
  }

  /** `found` may ask for another text: it is called once this one has been read. */
  each(text: string, found: (start: number, word: string) => void): void {
    const starts: number[] = [];
    const spotted: string[] = [];
    const note = (start: number, word: string) => {
      starts.push(start);
      spotted.push(word);
    };
    const words = this.#words;
    if (words) {
      words.lastIndex = 0;
      for (let match = words.exec(text); match; match = words.exec(text))
        if (this.#isAnchor(match[0])) note(match.index, match[0]);
    }
    if (this.#keys) {
      this.#around(this.#keys, text, note);
      // Words with diacritics or invisible characters are folded before they are looked up: no key is written like them.
      this.#around(MARKED, text, note);
    }
    for (let i = 0; i < starts.length; i++) found(starts[i]!, spotted[i]!);
  }

  /** The whole words in which something stands, if they may be anchors. */
  #around(pattern: RegExp, text: string, found: (start: number, word: string) => void): void {
    let end = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const last = pattern.lastIndex;
      const own = last - match[1]!.length;
      if (own < end) continue;
      let start = own;
      while (start > 0 && this.#isInside(text.charCodeAt(start - 1))) start--;
      end = last;
      while (end < text.length && this.#isInside(text.charCodeAt(end))) end++;
      for (const from of start < own ? [start, own] : [own]) {
        const word = text.slice(from, end);
        if (this.#isAnchor(word)) found(from, word);
      }
    }
  }

  /** As in the expressions above. */
  #isInside(code: number): boolean {
    if (code < 0xad) return (code > 96 && code < 123) || (code > 64 && code < 91);
    const character = String.fromCharCode(code);
    return SPECIAL_CHARACTER.test(character) || (this.#otherScripts && OTHER_CHARACTER.test(character));
  }
}
