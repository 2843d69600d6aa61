import type { Lexicon } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { type Sense, senseOf, startsSentence } from "./place.ts";
import type { Token } from "./tokens.ts";

/** Whether a name of one word is but a part of somebody else's. */
export function isPartOfName(
  lexicon: Lexicon,
  text: string,
  before: Token | undefined,
  after: Token | undefined,
  line: Line,
): boolean {
  if (before && givenOfStranger(lexicon, text, before, undefined, line) === "name") return true;
  return (
    !!after?.capital &&
    after.gap === " " &&
    line.style === "running" &&
    senseOf(lexicon, after, false, line.style) === "name"
  );
}

/** Whether the word before a surname is somebody else's given name; `beyond` is the word before that. */
export function givenOfStranger(
  lexicon: Lexicon,
  text: string,
  token: Token,
  beyond: Token | undefined,
  line: Line,
): Sense {
  const { folded, gap } = token;
  if (!token.capital && gap === " " && beyond?.gap !== " ") return "word";
  if (lexicon.is("particles", folded) && (gap === " " || gap === "-") && beyond?.gap === " ") {
    // "Rosalía de Castro", but not "la victoria de Trump".
    return beyond.capital && lexicon.is("given", beyond.folded) ? "name" : "word";
  }
  if (gap === "-" && token.capital && beyond?.gap === " " && beyond.capital)
    return lexicon.is("given", beyond.folded) && !startsSentence(text, beyond.start) ? "name" : "word";
  if (gap !== " " || !token.capital) return "word";
  return senseOf(lexicon, token, startsSentence(text, token.start), line.style);
}

/** Whether the words around make the name that of a place, firm, prize, ship or lawsuit. */
export function isNamedAfter(
  lexicon: Lexicon,
  after: Token[],
  before: Token | undefined,
  line: Line,
  full: boolean,
): boolean {
  for (let i = 0; i < 4; i++) {
    const token = after[i];
    if (token?.gap !== " ") break;
    if (i > 0 && line.style !== "running") break;
    if (i === 0 && !full && /^vs?$/.test(token.folded) && line.style === "running") return true;
    if (!token.capital) break;
    if (lexicon.is("after", token.folded)) return true;
  }
  if (after[0]?.gap === "-" && /^(?:shortlisted|longlisted|winning)$/.test(after[0].folded)) return true;
  const place = after[0];
  if (
    !full &&
    place?.capital &&
    place.gap === ", " &&
    lexicon.is("places", place.folded) &&
    before &&
    /^(?:in|of|from|near|at|outside)$/.test(before.folded)
  )
    return true;
  return !!before?.capital && before.gap === " " && lexicon.is("before", before.folded) && line.style === "running";
}
