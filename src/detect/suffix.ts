import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

const SUFFIX_GAP = /^,? $|^['’]s $/;

/** The suffix that follows a surname, in one spelling; "": none. */
export function suffixOf(lexicon: Lexicon, token: Token | undefined): string {
  if (!token || !lexicon.is("suffixes", token.folded) || !SUFFIX_GAP.test(token.gap)) return "";
  const isWritten = /^[vix]/.test(token.folded) ? token.caps : token.capital || token.raw.length > 3;
  if (!isWritten) return "";
  return token.folded === "junior" || token.folded === "jnr" ? "jr" : token.folded;
}

/** Where it ends: the full stop of "Jr." is part of it, that after "III" is the sentence's. */
export const endOfSuffix = (text: string, { end, folded }: Token): number =>
  text[end] === "." && /^[js]n?r$/.test(folded) ? end + 1 : end;
