import type { Token } from "./tokens.ts";

/** Generations and reigns; a number is one in capitals only. */
export const SUFFIX = /^(?:jr|sr|junior|senior|snr|jnr|ii|iii|iv|vi{1,3}|ix|xi{1,3}|xiv|xv|xvi{1,3})$/;
const SUFFIX_GAP = /^,? $|^['’]s $/;

/** The suffix that follows a surname, in one spelling; "": none. */
export function suffixOf(token: Token | undefined): string {
  if (!token || !SUFFIX.test(token.folded) || !SUFFIX_GAP.test(token.gap)) return "";
  const isWritten = /^[vix]/.test(token.folded) ? token.caps : token.capital || token.raw.length > 3;
  if (!isWritten) return "";
  return token.folded === "junior" || token.folded === "jnr" ? "jr" : token.folded;
}

/** Where it ends: the full stop of "Jr." is part of it, that after "III" is the sentence's. */
export const endOfSuffix = (text: string, { end, folded }: Token): number =>
  text[end] === "." && /^[js]n?r$/.test(folded) ? end + 1 : end;
