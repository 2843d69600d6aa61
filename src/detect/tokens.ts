import { UNSPACED } from "./edges.ts";
import { fold } from "./fold.ts";

/** A word beside a name. */
export interface Token {
  start: number;
  end: number;
  raw: string;
  folded: string;
  /** Begins with a capital. */
  capital: boolean;
  /** More than one letter, all capitals. */
  caps: boolean;
  /** What stands between it and the name's side: invisible characters dropped, white space as one space. */
  gap: string;
}

/** Names, titles and the words around them stay within this many characters; keeps the work on a name bounded. */
const REACH = 180;
const MOST = 7;
/** A script without word edges ends a word of any other: "会见Jeff" is two. */
const WORD = new RegExp(
  `${UNSPACED.source}+|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF])+`,
  "gu",
);
const BLOCK = "\u2029";

const cleanGap = (gap: string) =>
  gap
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[^\S\u2028]+/g, " ");

function token(raw: string, start: number, gap: string): Token {
  const first = raw[0] as string;
  return {
    start,
    end: start + raw.length,
    raw,
    folded: fold(raw),
    capital: first !== first.toLowerCase(),
    caps: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
    gap: cleanGap(gap),
  };
}

/** The words before `at`, nearest first, within the block. */
export function tokensBefore(text: string, at: number): Token[] {
  let from = Math.max(0, at - REACH);
  from += text.slice(from, at).lastIndexOf(BLOCK) + 1;
  const slice = text.slice(from, at);
  const found = [...slice.matchAll(WORD)].slice(-MOST).reverse();
  let edge = slice.length;
  return found.map((match) => {
    const end = match.index + match[0].length;
    const made = token(match[0], from + match.index, slice.slice(end, edge));
    edge = match.index;
    return made;
  });
}

/** The words after `at`, nearest first, within the block. */
export function tokensAfter(text: string, at: number): Token[] {
  let slice = text.slice(at, at + REACH);
  const end = slice.indexOf(BLOCK);
  if (end >= 0) slice = slice.slice(0, end);
  const tokens: Token[] = [];
  let edge = 0;
  for (const match of slice.matchAll(WORD)) {
    if (tokens.length === MOST) break;
    tokens.push(token(match[0], at + match.index, slice.slice(edge, match.index)));
    edge = match.index + match[0].length;
  }
  return tokens;
}
