import { codeAt, kindOf, LETTER, MARK } from "./characters.ts";
import type { Lexicon } from "./lexicon.ts";

/** Characters looked at on either side to tell what a capital says here. */
const SIGHT = 160;
/** More than the longest abbreviation, so that what stands before it is seen. */
const ABBREVIATED = 7;
/** Ends a word that is no sentence's end. */
export const ABBREVIATION = /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Lt|Col|Prof|Rev|vs?)\.\s*$/;
export type Style = "running" | "title" | "capitals";

/**
 * What the capitals of a name's line say: "running" text capitalises names only; in "title" case and in "capitals" every
 * word has one. Read when first asked, from up to 160 characters on either side within the line and sentence.
 */
export class Line {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  #read: { style: Style; hasSmall: boolean } | undefined;

  constructor(lexicon: Lexicon, text: string, start: number, end: number) {
    this.#lexicon = lexicon;
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  get style(): Style {
    this.#read ??= styleOf(this.#lexicon, this.#text, this.#start, this.#end);
    return this.#read.style;
  }

  /** Running text in which some word has no capital: in "Why Ellingworth Matters" none tells. */
  get isProse(): boolean {
    return this.style === "running" && !!this.#read?.hasSmall;
  }
}

const isBreak = (code: number) => code === 0x2028 || code === 0x2029;
const isStop = (code: number) => code === 0x2e || code === 0x21 || code === 0x3f;
/** Quotation marks and brackets that close after a full stop. */
const closes = (code: number) => code === 0x22 || code === 0x27 || code === 0x29 || code === 0x201d || code === 0x2019;
const isSpace = (code: number) =>
  code === 0x20 || (code > 8 && code < 14) || (code > 0x9f && /\s/.test(String.fromCharCode(code)));
const isSmall = (code: number) => code > 96 && code < 123;

/** Where the sentence, or else the line, of a name at `at` begins. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - SIGHT);
  let start = -1;
  let i = at;
  for (; i > from && !isBreak(text.charCodeAt(i - 1)); i--) {
    if (start >= 0 || !isStop(text.charCodeAt(i - 1))) continue;
    let space = i;
    while (space < at && closes(text.charCodeAt(space))) space += 1;
    let next = space;
    while (next < at && isSpace(text.charCodeAt(next))) next += 1;
    if (next === space || next === at) continue;
    if (!ABBREVIATION.test(text.slice(Math.max(from, i - ABBREVIATED), next))) return next;
    // After an abbreviation the whole line counts.
    start = 0;
  }
  return i;
}

/** Where the sentence, or else the line, of a name that ends at `at` ends. */
function sentenceEnd(text: string, at: number): number {
  const to = Math.min(text.length, at + SIGHT);
  let limit = at;
  while (limit < to && !isBreak(text.charCodeAt(limit))) limit += 1;
  for (let i = at + 2; i < limit; i++) {
    if (!isStop(text.charCodeAt(i)) || !isSmall(text.charCodeAt(i - 1)) || !isSmall(text.charCodeAt(i - 2))) continue;
    let next = i + 1;
    while (next < limit && closes(text.charCodeAt(next))) next += 1;
    if (next === limit || isSpace(text.charCodeAt(next))) return i;
  }
  return limit;
}

const isCapitals = (word: string) => (/[^\0-\x7f]/.test(word) ? /^\p{Lu}{2,}$/u.test(word) : /^[A-Z]+$/.test(word));

/** What one word's letters say; "" for a short one that says nothing. */
function caseOf(
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
): "lower" | "verb" | "title" | "capitals" | "" {
  const first = text.charCodeAt(start);
  // A headline in title case leaves but articles, prepositions and conjunctions small; the longest have seven letters.
  if (isSmall(first) && end - start > 7) return "verb";
  const word = text.slice(start, end);
  const isShort = end - start < 4;
  if (isSmall(first)) return !lexicon.is("joining", word) ? "verb" : isShort ? "" : "lower";
  if (isShort && (end - start === 1 || !isCapitals(word))) return "";
  if (first > 0x7f && /^\p{Ll}/u.test(word)) return "lower";
  if (isSmall(text.charCodeAt(start + 1))) return "title";
  return word === word.toUpperCase() ? "capitals" : "title";
}

function styleOf(lexicon: Lexicon, text: string, start: number, end: number): { style: Style; hasSmall: boolean } {
  const count = { lower: 0, verb: 0, title: 0, capitals: 0 };
  const read = (from: number, to: number) => {
    let word = -1;
    for (let i = from; i <= to; ) {
      let code = i < to ? codeAt(text, i) : 0;
      const width = code > 0xffff ? 2 : 1;
      if (i + width > to) code = 0;
      const kind = kindOf(code);
      const inside = word < 0 ? kind & LETTER : kind & (LETTER | MARK) || code === 0x27 || code === 0x2019;
      if (inside && word < 0) word = i;
      if (!inside && word >= 0) {
        const said = caseOf(lexicon, text, word, i);
        if (said) count[said] += 1;
        word = -1;
      }
      i += width;
    }
  };
  read(sentenceStart(text, start), start);
  read(end, sentenceEnd(text, end));
  const { verb, title, capitals } = count;
  const lower = count.lower + verb * 2;
  const isCapitals = capitals >= 2 && capitals > (title + lower) * 2;
  const isTitle = title + capitals >= 3 && title + capitals > lower * 3;
  return { style: isCapitals ? "capitals" : isTitle ? "title" : "running", hasSmall: lower > 0 };
}
