import type { Lexicon } from "./lexicon.ts";
import type { Line } from "./line.ts";
import type { Token } from "./tokens.ts";

/** Whether the words around make the name that of a place, firm, prize, ship or lawsuit; `beyond` stands before `before`. */
export function isNamedAfter(
  lexicon: Lexicon,
  after: readonly Token[],
  before: Token | undefined,
  line: Line,
  full: boolean,
  beyond?: Token,
): boolean {
  return (
    isBeforeThing(lexicon, after, before, line, full) ||
    isFirm(lexicon, after) ||
    (!full && isCaseOrTown(lexicon, after[0], before, line)) ||
    (before?.gap === " " && isAfterThing(lexicon, after[0], before, line, full, beyond))
  );
}

/** What two names with a hyphen between are given to. */
const LAW = /^(?:act|amendment|bill|law|treaty|pact|prize|award|syndrome|disease|theorem)$/;

/** "Ellingworth Tower", "Ellingworth Children's Hospital", "Ellingworth v. Oakes", "Parkinson's disease". */
function isBeforeThing(
  lexicon: Lexicon,
  after: readonly Token[],
  before: Token | undefined,
  line: Line,
  full: boolean,
): boolean {
  for (let i = 0; i < 4; i++) {
    const token = after[i];
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
    const next = after[i + 1];
    if (token.raw === "State" && line.style === "running")
      return !(next?.gap === " " && (next.capital || next.folded === "of"));
    if (!token.capital) break;
    // "the McCain–Feingold Act", but "the Trump-Russia Report".
    if (i === 1 && /[-–]/.test((after[0] as Token).gap)) return LAW.test(token.folded);
    if (!/[-–]/.test(token.gap) && lexicon.is("after", token.folded)) return true;
  }
  const [next, beyond] = after;
  if (next?.gap === "-" && lexicon.is("prized", next.folded)) return true;
  return next?.folded === "s" && !!beyond && lexicon.is("findings", beyond.folded);
}

/** "Ellingworth and Sons", "Ellingworth, Garvey & Partners", "Ellingworth, Garvey & Oakes LLP", "Moody's Corp". */
function isFirm(lexicon: Lexicon, after: readonly Token[]): boolean {
  const [next, second] = after;
  if (next?.folded === "and" && next.gap === " " && second?.capital && second.gap === " ")
    if (second.folded !== "friends" && lexicon.is("partners", second.folded)) return true;
  const other = after.findIndex(({ gap }) => gap !== ", ");
  const partner = after[other];
  if (partner?.gap === " & " && partner.capital && after.slice(0, other).every(({ capital }) => capital))
    if (lexicon.is("partners", partner.folded) || lexicon.is("legal", after[other + 1]?.folded ?? "")) return true;
  // "Moody's Corp", "Kohl's Department Stores Inc"
  if (next?.folded !== "s" || !/^['’]$/.test(next.gap)) return false;
  for (const { folded, gap, capital } of after.slice(1, 5)) {
    if (gap !== " " || !(capital || folded === "plc")) return false;
    if (lexicon.is("legal", folded)) return true;
  }
  return false;
}

/** A surname in "Roe v. Wade" and in "Warren, Ohio". */
function isCaseOrTown(lexicon: Lexicon, place: Token | undefined, before: Token | undefined, line: Line): boolean {
  // "V. Ellingworth" has an initial.
  if (before?.folded === "v" && /^\.? $/.test(before.gap) && !(before.capital && line.style === "running")) return true;
  if (!place?.capital || place.gap !== ", " || !lexicon.is("places", place.folded)) return false;
  // "in Trump, Ohio", or so at the start of a paragraph.
  return before?.gap === " " ? lexicon.is("atTown", before.folded) : !lexicon.is("given", place.folded);
}

/** "Fort Ellingworth", "rue Mara Ellingworth". */
function isAfterThing(
  lexicon: Lexicon,
  next: Token | undefined,
  before: Token,
  line: Line,
  full: boolean,
  beyond: Token | undefined,
): boolean {
  // "rue Mara Ellingworth", but "dans la rue Mara Ellingworth a dit".
  const isEnd = !next || next.gap !== " " || next.capital || lexicon.is("particles", next.folded);
  if (full && isEnd && lexicon.is("romancePlaces", before.folded)) return true;
  // "la place Mara Ellingworth", "l'avenue Mara Ellingworth", but "the place Mara Ellingworth saw"
  const isRomance = full && isEnd && beyond && (beyond.folded === "l" || lexicon.is("particles", beyond.folded));
  if (!before.capital && !isRomance) return false;
  return lexicon.is(line.style === "running" ? "before" : "headlinePlaces", before.folded);
}

/** Whether a capitalised word in a headline is a verb or small word, not part of a thing's name ("Senate Office Building"). */
const isVerb = (lexicon: Lexicon, { folded }: Token) =>
  lexicon.is("notNames", folded) && !/(?:an|ate|ish|ese|ic)$/.test(folded);
