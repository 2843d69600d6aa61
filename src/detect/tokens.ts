import { codeAt, codeBefore, isInvisible, kindOf, UNSPACED } from "./characters.ts";
import { fold } from "./fold.ts";

/** Names, titles and the words around them stay within this many characters; keeps the work on a name bounded. */
const REACH = 180;
const MOST = 7;
const BLOCK = 0x2029;

const cleanGap = (gap: string) =>
  gap === " " || gap === ""
    ? gap
    : gap
        .replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
        .replace(/[\u2010\u2011]/g, "-")
        .replace(/[^\S\u2028]+/g, " ");

/** A word beside a name; what few ask for is worked out when asked. */
export class Token {
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  readonly #gapStart: number;
  readonly #gapEnd: number;
  #raw: string | undefined;
  #folded: string | undefined;
  #gap: string | undefined;

  /** What stands between it and the name's side reaches from `gapStart` to `gapEnd`. Invisible characters at its ends are none of it. */
  constructor(text: string, start: number, end: number, gapStart: number, gapEnd: number) {
    this.#text = text;
    while (start < end && isInvisible(text.charCodeAt(start))) start += 1;
    while (start < end && isInvisible(text.charCodeAt(end - 1))) end -= 1;
    this.start = start;
    this.end = end;
    this.#gapStart = gapStart;
    this.#gapEnd = gapEnd;
  }

  get raw(): string {
    this.#raw ??= this.#text.slice(this.start, this.end);
    return this.#raw;
  }

  get folded(): string {
    this.#folded ??= fold(this.raw);
    return this.#folded;
  }

  /** Begins with a capital. */
  get capital(): boolean {
    const code = this.#text.charCodeAt(this.start);
    if (code < 0x80) return code > 64 && code < 91;
    const first = this.#text[this.start] as string;
    return first !== first.toLowerCase();
  }

  /** More than one letter, all capitals. */
  get caps(): boolean {
    const { raw } = this;
    return raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  }

  /** What stands between it and the name's side: invisible characters dropped, white space as one space. */
  get gap(): string {
    this.#gap ??= cleanGap(this.#text.slice(this.#gapStart, this.#gapEnd));
    return this.#gap;
  }
}

/**
 * 1: part of a word; 2: of a word in a script without word edges, which ends a word of any other: "会见Jeff" is two;
 * 0: of none. Invisible characters may stand inside a word.
 */
function sortOf(code: number): 0 | 1 | 2 {
  const kind = kindOf(code);
  if (kind & UNSPACED) return 2;
  return kind || isInvisible(code) ? 1 : 0;
}

const widthOf = (code: number) => (code > 0xffff ? 2 : 1);

/** The words before `at`, nearest first, within the block; invisible characters alone are none. */
export function tokensBefore(text: string, at: number): Token[] {
  const tokens: Token[] = [];
  const from = Math.max(0, at - REACH);
  let edge = at;
  let end = -1;
  let sort = 0;
  for (let i = at; i >= from; ) {
    const code = i > from ? codeBefore(text, i) : 0;
    const width = widthOf(code);
    // A pair that the reach cuts is no letter.
    const next = code === BLOCK || i - width < from ? 0 : sortOf(code);
    if (next !== sort) {
      if (sort) {
        const token = new Token(text, i, end, end, edge);
        if (token.end > token.start) {
          if (tokens.push(token) === MOST) break;
          edge = i;
        }
      }
      end = i;
      sort = next;
    }
    if (code === BLOCK) break;
    i -= width;
  }
  return tokens;
}

/** The words after `at`, nearest first, within the block. */
export function tokensAfter(text: string, at: number): Token[] {
  const tokens: Token[] = [];
  const to = Math.min(text.length, at + REACH);
  let edge = at;
  let start = -1;
  let sort = 0;
  for (let i = at; i <= to; ) {
    const code = i < to ? codeAt(text, i) : 0;
    const width = widthOf(code);
    const next = code === BLOCK || i + width > to ? 0 : sortOf(code);
    if (next !== sort) {
      if (sort) {
        const token = new Token(text, start, i, edge, start);
        if (token.end > token.start) {
          if (tokens.push(token) === MOST) break;
          edge = i;
        }
      }
      start = i;
      sort = next;
    }
    if (code === BLOCK) break;
    i += width;
  }
  return tokens;
}
