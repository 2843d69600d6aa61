import type { Lexicon } from "./lexicon.ts";
import { lineStyle, type Sense, senseOf, startsSentence } from "./place.ts";
import type { Token } from "./tokens.ts";

type Style = ReturnType<typeof lineStyle>;

/** Whether a name of one word is but a part of somebody else's. */
export function isPartOfName(
  lexicon: Lexicon,
  text: string,
  before: Token | undefined,
  after: Token | undefined,
  start: number,
  end: number,
): boolean {
  const style = lineStyle(text, start, end);
  if (before && givenOfStranger(lexicon, text, before, undefined, style) === "name") return true;
  return (
    !!after?.capital && after.gap === " " && style === "running" && senseOf(lexicon, after, false, style) === "name"
  );
}

/** Whether the word before a surname is somebody else's given name; `beyond` is the word before that. */
export function givenOfStranger(
  lexicon: Lexicon,
  text: string,
  token: Token,
  beyond: Token | undefined,
  style: Style,
): Sense {
  const { folded, gap } = token;
  if (lexicon.is("particles", folded) && (gap === " " || gap === "-") && beyond?.gap === " ") {
    // "Rosalía de Castro", but not "la victoria de Trump".
    return beyond.capital && lexicon.is("given", beyond.folded) ? "name" : "word";
  }
  if (gap === "-" && token.capital && beyond?.gap === " " && beyond.capital)
    return lexicon.is("given", beyond.folded) && !startsSentence(text, beyond.start) ? "name" : "word";
  if (gap !== " " || !token.capital) return "word";
  return senseOf(lexicon, token, startsSentence(text, token.start), style);
}

/** Whether the words around make the name that of a place, firm, prize, ship or lawsuit. */
export function isNamedAfter(
  lexicon: Lexicon,
  after: Token[],
  before: Token | undefined,
  style: Style,
  full: boolean,
): boolean {
  const most = style === "running" ? 4 : 1;
  for (let i = 0; i < most; i++) {
    const token = after[i];
    if (token?.gap !== " ") break;
    if (/^vs?$/.test(token.folded) && i === 0 && !full && style === "running") return true;
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
  return !!before?.capital && before.gap === " " && lexicon.is("before", before.folded) && style === "running";
}
