import type { Lexicon } from "./lexicon.ts";
import { isTitle } from "./titles.ts";
import type { Token } from "./tokens.ts";

/** Numbers of rooms, gates, parts: "Gates 3 and 4". Of one number alone nobody can tell: "Sessions 40, Moore 38". */
const NUMBERED = /^ \d{1,3} (?:and|to|or|&) \d/;
const DETERMINER = /^(?:the|all|my|our|your|these|those)$/;
/** The end of a label of a page's menu. */
const LABEL_END = /^\s*(?:$|[|·\u2028\u2029])/;

/**
 * Whether the words around a surname that is a word, too, can only stand beside the word; `tail` follows it, and
 * `isStart` says that any word has a capital here.
 */
export function isOrdinaryWord(
  lexicon: Lexicon,
  surname: string,
  left: Token | undefined,
  next: Token | undefined,
  tail: string,
  isStart: boolean,
): boolean {
  if (NUMBERED.test(tail)) return true;
  const determiner = left?.gap === " " && DETERMINER.exec(left.folded)?.[0];
  // "My Sessions |", but "All Sessions Had to Say".
  if (determiner && determiner !== "the" && LABEL_END.test(tail)) return true;
  const isRank = isTitle(lexicon, surname);
  const of = /^ of (\p{L}+)/u.exec(tail)?.[1];
  // "Sessions of Congress", "King of Spain", but "Sessions of Alabama".
  if (of && isRank) return !lexicon.is("places", of.toLowerCase());
  if (of) return isStart && of !== of.toLowerCase() && lexicon.is("notNames", of.toLowerCase());
  if (next?.gap !== " ") return false;
  // "Major General"
  if (next.capital && isRank && isTitle(lexicon, next.folded)) return true;
  if (!isStart && !determiner) return false;
  // "Sessions were held", "Young people"; "May the best win"
  return (
    lexicon.is("afterWords", next.folded) || (lexicon.is("questions", surname) && /^(?:the|all|god)$/.test(next.folded))
  );
}
