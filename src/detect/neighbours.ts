import { fold } from "./fold.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import type { Line, Style } from "./line.ts";
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

/** Whether the words around make the name that of a place, firm, prize, ship or lawsuit; `beyond` stands before `before`. */
export function isNamedAfter(
  lexicon: Lexicon,
  after: readonly Token[],
  before: Token | undefined,
  line: Line,
  full: boolean,
  beyond?: Token,
): boolean {
  for (let i = 0; i < 4; i++) {
    const token = after[i];
    if (i === 0 && token?.folded === "and" && lexicon.is("partners", after[1]?.folded ?? ""))
      if (after[1]?.capital && after[1].gap === " ") return true;
    // "Smith & Sons", "Smith & Wesson Holdings", "the McCain–Feingold Act"
    if (!token || (token.gap !== " " && (i > 0 || !/^(?: & |[-–])$/.test(token.gap)))) break;
    if (i > 0 && line.style !== "running") break;
    // "Does Ellingworth Trust Quillfeather?", but "Will Ellingworth Tower Fall?"
    if (line.style !== "running" && before && lexicon.is("auxiliaries", before.folded))
      if (lexicon.is("thingVerbs", token.folded)) break;
    // A headline's verb ends what may be a thing's name: "Trump Says No To Plan".
    if (i < 3 && after[i + 1] && isVerb(lexicon, token)) break;
    if (i === 0 && !full && /^vs?$/.test(token.folded) && line.style === "running") return true;
    // "Penn State won", but "Trump State Dinner" and "State of the Union".
    const beyond = after[i + 1];
    if (token.raw === "State" && line.style === "running")
      return !(beyond?.gap === " " && (beyond.capital || beyond.folded === "of"));
    if (!token.capital) break;
    if (!/[-–]/.test(token.gap) && lexicon.is("after", token.folded)) return true;
  }
  // "Ellingworth, Garvey & Partners", "Ellingworth, Garvey & Oakes LLP"
  const other = after.findIndex(({ gap }) => gap !== ", ");
  const partner = after[other];
  if (partner?.gap === " & " && partner.capital && after.slice(0, other).every(({ capital }) => capital))
    if (lexicon.is("partners", partner.folded) || lexicon.is("legal", after[other + 1]?.folded ?? "")) return true;
  if (after[0]?.gap === "-" && lexicon.is("prized", after[0].folded)) return true;
  // "Moody's Corp", "Kohl's Department Stores Inc"
  if (after[0]?.folded === "s" && /^['’]$/.test(after[0].gap))
    for (const { folded, gap, capital } of after.slice(1, 5)) {
      if (gap !== " " || !(capital || folded === "plc")) break;
      if (lexicon.is("legal", folded)) return true;
    }
  // "Parkinson's disease"
  if (after[0]?.folded === "s" && after[1] && lexicon.is("findings", after[1].folded)) return true;
  // "Roe v. Wade", but "V. Ellingworth".
  const isAgainst = before?.folded === "v" && !(before.capital && line.style === "running");
  if (isAgainst && /^\.? $/.test(before.gap) && !full) return true;
  const place = after[0];
  if (!full && place?.capital && place.gap === ", " && lexicon.is("places", place.folded)) {
    // "in Trump, Ohio", or so at the start of a paragraph.
    if (before?.gap === " " ? lexicon.is("atTown", before.folded) : !lexicon.is("given", place.folded)) return true;
  }
  if (before?.gap !== " ") return false;
  // "the Mara Ellingworth Tunnel"
  const [next] = after;
  if (full && /^(?:the|an?)$/.test(before.folded) && next?.capital && next.gap === " " && line.isProse)
    if (!lexicon.is("notNames", next.folded)) return true;
  // "rue Mara Ellingworth", but "dans la rue Ellingworth a dit".
  if (full && lexicon.is("romancePlaces", before.folded)) return true;
  // "la place Mara Ellingworth", "l'avenue Mara Ellingworth", but "the place Mara Ellingworth saw"
  const isRomance = full && beyond && (beyond.folded === "l" || lexicon.is("particles", beyond.folded));
  if (!before.capital && !isRomance) return false;
  return lexicon.is(line.style === "running" ? "before" : "headlinePlaces", before.folded);
}

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

/** Whether a capitalised word in a headline is a verb or small word, not part of a thing's name ("Senate Office Building"). */
const isVerb = (lexicon: Lexicon, { folded }: Token) =>
  lexicon.is("notNames", folded) && !/(?:an|ate|ish|ese|ic)$/.test(folded);

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
