import { fold } from "./fold.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import type { Line, Style } from "./line.ts";
import { isNamedAfter } from "./named-after.ts";
import { type Sense, senseOf, startsSentence } from "./place.ts";
import { suffixOf } from "./suffix.ts";
import { isTitle } from "./titles.ts";
import type { Token } from "./tokens.ts";
import { anchorOf } from "./words.ts";

/** Whether a name of one word is but a part of somebody else's, or of that of a place or thing. */
export function isPartOfName(
  lexicon: Lexicon,
  text: string,
  before: Token | undefined,
  after: readonly Token[],
  line: Line,
): boolean {
  if (before && givenOfStranger(lexicon, text, before, undefined, line) === "name") return true;
  const [next] = after;
  if (next?.gap !== " ") return false;
  // "Prince of Wales"
  if (next.folded === "of" && after[1]?.capital) return true;
  if (!next.capital) return false;
  if (isNamedAfter(lexicon, after, before, line, false)) return true;
  return line.style === "running" && senseOf(lexicon, next, false, line.style) === "name";
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
  const isElided = folded === "d" && /^['’]$/.test(gap);
  if (isElided || (lexicon.is("particles", folded) && (gap === " " || gap === "-"))) {
    if (beyond?.gap !== " ")
      return gap === " " && token.capital
        ? senseOf(lexicon, token, startsSentence(text, token.start), line.style)
        : "word";
    // "Rosalía de Castro", but not "la victoria de Trump".
    if (beyond.capital && lexicon.is("given", beyond.folded)) return "name";
    // "Mowaffak al-Qasimi": these are never words of their own before a name.
    if (lexicon.is("articles", folded) && beyond.capital && !token.capital)
      return senseOf(lexicon, beyond, startsSentence(text, beyond.start), line.style);
    return "word";
  }
  if (gap === "-" && token.capital && beyond?.gap === " " && beyond.capital)
    return isGiven(lexicon, text, beyond) ? "name" : "word";
  // "(Clara) Ellingworth", in quotations.
  if (gap === ") " && token.capital && lexicon.is("given", folded)) return "name";
  if (gap !== " " || !token.capital) return "word";
  const sense = senseOf(lexicon, token, startsSentence(text, token.start), line.style);
  // "Florence May Harding": a word between a given name and a surname is a middle name.
  if (sense === "word" && line.style === "running" && isMiddleName(lexicon, text, token, beyond)) return "name";
  return sense;
}

/** Whether a word is a given name, not a word like "Will" that begins a sentence. */
const isGiven = (lexicon: Lexicon, text: string, { folded, start }: Token): boolean =>
  lexicon.is("given", folded) && !(lexicon.is("wordNames", folded) && startsSentence(text, start));

/** Whether a given name stands right before a word that is not in capitals and no title. */
const isMiddleName = (lexicon: Lexicon, text: string, token: Token, beyond: Token | undefined): boolean =>
  beyond?.gap === " " &&
  beyond.capital &&
  !token.caps &&
  isGiven(lexicon, text, beyond) &&
  !isTitle(lexicon, token.folded);

/**
 * Whether a full name is but the beginning of a longer one: "yes" before a surname that many bear, a hyphen or a
 * generation ("Mara Ellingworth Smith"), "maybe" before any other capitalised word that is none of a sentence's own.
 */
export function goesFurther(lexicon: Lexicon, [next, beyond]: readonly Token[], line: Line): "yes" | "maybe" | "" {
  if (!next?.capital || !/^[ -]$/.test(next.gap)) return "";
  if (suffixOf(lexicon, beyond)) return "yes";
  // "Mara Ellingworth-Robert Quillfeather"
  if (beyond?.capital && beyond.gap === " ") return "";
  const isName = senseOf(lexicon, next, false, "running") === "name";
  // "Tomás Rivasol-Peña", whose surname begins with Rivasol.
  if (next.gap === "-") return isName && anchorOf(lexicon, next.raw) === undefined ? "yes" : "";
  if (!line.isProse) return "";
  return lexicon.is("surnames", next.folded) && !lexicon.is("notNames", next.folded) ? "yes" : isName ? "maybe" : "";
}

/** "the Virtue's", "the Trump family": a family or firm, not the person. */
export function isFamily(
  lexicon: Lexicon,
  left: Token | undefined,
  next: Token | undefined,
  text: string,
  end: number,
  style: Style,
): boolean {
  if (left?.folded !== "the" || left.gap !== " ") return false;
  if (next?.gap === " " && lexicon.is("families", next.folded)) return true;
  // "the Ellingworth, a destroyer", but "the Ellingworth inquiry".
  return style === "running" && /^(?:['’]s\b|[,.;:!?)](?:\s|$))/.test(text.slice(end, end + 3));
}

/** Whether what stands before "of" makes the next word a place: "the Duke of Ellingworth", "in the town of Ellingworth". */
export const isOfPlace = (lexicon: Lexicon, { folded, capital }: Token): boolean =>
  lexicon.is("ofPlace", folded) && (capital || lexicon.is("ofTown", folded));

/** Whether what stands before a full name says that somebody is a relative of its bearer: "the brother of candidate …". */
export function isKin(lexicon: Lexicon, before: readonly Token[]): boolean {
  const of = before.findIndex(({ folded }) => folded === "of");
  const kin = before[of + 1];
  return (
    of >= 0 && kin?.gap === " " && lexicon.is("kin", kin.folded) && before.slice(0, of).every(({ gap }) => gap === " ")
  );
}

/**
 * Whether the words before a name say whose relative its bearer is: "his son Omar Ellingworth", "her husband, former
 * President Piet Ellingworth". Not "Mara Ellingworth's son": who is named in full for that may be named for no more.
 */
export function isRelative(lexicon: Lexicon, before: readonly Token[]): boolean {
  for (const [i, { folded, gap }] of before.entries()) {
    if (lexicon.is("kin", folded))
      return /^,? $/.test(gap) && (before[i + 1]?.folded !== "s" || !lexicon.is("given", before[i + 3]?.folded ?? ""));
    // An office may stand between.
    const isOffice = isTitle(lexicon, folded) || lexicon.is("places", folded) || /^(?:former|is|was)$/.test(folded);
    if (!isOffice || !/^\.? $/.test(gap)) break;
  }
  return false;
}

/** Whether this person's given name is glued to something else: "xMara Ellingworth" names nobody. */
export function isGlued({ raw, gap }: Token, person: PersonEntry): boolean {
  if (gap !== " ") return false;
  const given = raw.match(/[^A-Z]([A-Z][a-z]+)$/)?.[1];
  return given !== undefined && person.given.includes(` ${fold(given)} `);
}
