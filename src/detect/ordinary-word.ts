import type { Lexicon } from "./lexicon.ts";
import { isTitle } from "./titles.ts";
import type { Token } from "./tokens.ts";

/** A count or number, no score, time or sum. */
const NUMBERED = /^ \d{1,3}(?![\d:–-]|[.,]\d)/;
const DETERMINER = /^(?:the|all|my|our|your|these|those)$/;

/**
 * Whether the words around a surname that is a word, too, can only stand beside the word; `tail` follows it, and
 * `isStart` says that any word has a capital here. A person's name takes no plural verb, number or article like these.
 */
export function isOrdinaryWord(
  lexicon: Lexicon,
  surname: string,
  left: Token | undefined,
  next: Token | undefined,
  tail: string,
  isStart: boolean,
): boolean {
  // "Page 5", "Gates 3 and 4"
  if (NUMBERED.test(tail)) return true;
  const determiner = left?.gap === " " && DETERMINER.exec(left.folded)?.[0];
  // "My Sessions |", but "all Sessions said" and "the Bush-Gore debate".
  if (determiner && determiner !== "the" && !/^ [a-z]/.test(tail)) return true;
  const isRank = isTitle(lexicon, surname);
  const of = /^ of (\p{L}+)/u.exec(tail)?.[1];
  // "Sessions of Congress", "King of Spain", but "Sessions of Alabama".
  if (of && isRank) return !lexicon.is("places", of.toLowerCase());
  if (of) return isStart && (of === of.toLowerCase() || lexicon.is("notNames", of.toLowerCase()));
  if (next?.gap !== " ") return false;
  // "Major General"
  if (next.capital && isRank && isTitle(lexicon, next.folded)) return true;
  if (!isStart && !determiner) return false;
  // "Sessions were held", "Young people"; "May the best win"
  return (
    lexicon.is("afterWords", next.folded) || (lexicon.is("questions", surname) && /^(?:the|all|god)$/.test(next.folded))
  );
}
