import { codeAt, kindOf, LETTER } from "./characters.ts";
import * as DOUBT from "./doubt.ts";
import { fold } from "./fold.ts";
import { hasAllInitials, initialsFit, readInitials } from "./given-names.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import type { Line } from "./line.ts";
import { givenOfStranger, isFamily, isGlued, isKin, isOfPlace, isRelative } from "./neighbours.ts";
import { isOrdinaryWord } from "./ordinary-word.ts";
import { senseOf, startsSentence } from "./place.ts";
import { isInQuotedWork, isQuotedWork } from "./quoted-work.ts";
import { readSharedTitle, readTitle } from "./titles.ts";
import type { Token } from "./tokens.ts";
import * as TRAIT from "./trait.ts";
import type { Candidate } from "./types.ts";

/** A surname without the given name of any of its bearers, and what stands around it. */
export interface BareName {
  lexicon: Lexicon;
  text: string;
  start: number;
  end: number;
  bearers: readonly number[];
  before: readonly Token[];
  next: Token | undefined;
  line: Line;
  /** It is written in lower case. */
  lower: boolean;
  /** It is but a part of their names: a rare given name. */
  isPart: boolean;
}

/** Words that lead on to a place where a sentence begins: "On Twitter Ellingworth said", "After Helsinki". */
const PREPOSITION = /^(?:on|after|before|from|since)$/;
/** After a given name: "Thomas de Maizière", "Khalid bin Salman". */
const TO_SURNAME = /^ (?:d[aei]l?|v[ao]n|b[ei]n|ibn|[ae]l)[ -](?:[a-z]+ )?[A-Z]/;
/** After a town at the start of a block: "(AP) —", ", May 5 -". */
const DATELINE = /^(?:, [\w .]{2,20})?(?: \([^)]+\))? ?[—–-]+ ?["“A-Z]/;

/**
 * Who else a bare surname may be, and how telling its place is. `make` builds the candidate; `wordsNear` finds words of
 * the story.
 */
export function readBare(
  { lexicon, text, start, end, bearers, before, next, line, lower, isPart }: BareName,
  make: (change: Partial<Candidate>) => Candidate,
  wordsNear: (at: number, casts: readonly number[]) => string[],
): Candidate | undefined {
  const own = (index: number) => lexicon.people[index] as PersonEntry;
  let mine = bearers;
  const every = (trait: number) => mine.every((index) => own(index).traits & trait);
  let from = start;
  let { doubt } = make({});
  if (lower) {
    mine = bearers.filter((index) => own(index).traits & TRAIT.lower);
    if (!mine.length) return undefined;
    doubt |= DOUBT.lower;
  }
  const { style } = line;
  if (style !== "running" || startsSentence(text, start)) doubt |= DOUBT.capital;

  const initials = readInitials(before, style === "capitals");
  const at = initials.tokens;
  const direct = readTitle(lexicon, text, start, ...mine.map(own));
  // "Senators Smith and Baker Mayfield" are none of Baker's.
  const goesOn = next?.capital && next.gap === " ";
  const title = (!direct.any && !goesOn && readSharedTitle(lexicon, text, start, mine.map(own))) || direct;
  if (initials.letters.length && !title.any) {
    const fitting = mine.filter((index) => initialsFit(own(index), initials.letters));
    const other = initials.letters.join(" ");
    // In French "M." is no initial: whose it may be then is told.
    if (!fitting.length) return make({ other, people: other === "m" ? [...mine] : [] });
    mine = fitting;
    from = (before[at - 1] as Token).start;
    const whole = mine.filter((index) => hasAllInitials(own(index), initials.letters));
    if (whole.length) {
      if (isQuotedWork(lexicon, text, from, end)) doubt |= DOUBT.quoted;
      return make({ people: whole, kind: "full", start: from, doubt });
    }
  }
  if (title.sex) {
    // "Mr and Mrs Blair" are two.
    if (before[at + 1]?.folded === "and" && lexicon.is("male", before[at + 2]?.folded ?? ""))
      return make({ other: "" });
    mine = mine.filter((index) => !own(index).sex || own(index).sex === title.sex);
    if (!mine.length) return make({ other: title.any });
  }
  // "King Charles" is not Ray Charles; a king of ours has no other name.
  const isByGiven = lexicon.is("byGiven", title.any) && !title.own;
  if (isByGiven && every(TRAIT.given) && mine.every((index) => own(index).given.trim())) return make({ other: "" });
  if (title.other) return make({ other: title.other, people: [...mine] });
  if (title.owners.length) mine = mine.filter((index) => title.owners.includes(own(index)));
  else if (title.any && !title.address && mine.every((index) => own(index).titles.length)) doubt |= DOUBT.title;

  const left = before[at];
  if (isFamily(lexicon, left, next, text, end, style)) return make({ other: "the" });
  // "Die Ellingworths", but "der Rücktritt Ellingworths".
  if (doubt & DOUBT.genitive && left?.folded === "die") return make({ other: "" });
  const tail = text.slice(end, end + 40);
  const isNear = left?.gap === " " || left?.gap === "-";
  // "May 5", "7 May", "in late May"
  if (lexicon.is("months", fold(text.slice(start, end))))
    if (/^ \d/.test(tail) || (isNear && (/^\d\d?(?!\d)/.test(left.raw) || lexicon.is("inTime", left.folded))))
      return make({ other: "" });
  if (every(TRAIT.ordinary) && !title.any) {
    const word = fold(text.slice(start, end));
    // "Jobs" alone in its block leads to jobs.
    const isHeading = !left && !next && /s$/.test(word) && !/^\S/.test(tail) && every(TRAIT.word);
    if (isHeading || isOrdinaryWord(lexicon, word, left, next, tail, startsSentence(text, start)))
      return make({ other: "" });
  }
  // "in Houston", "HOUSTON (AP) —", but not "in Houston's view".
  const isPlace = left ? isNear && lexicon.is("inPlace", left.folded) && !/^['’]s/.test(tail) : DATELINE.test(tail);
  if (isPlace && every(TRAIT.town)) return make({ other: "" });
  const beyond = before[at + 1];
  if (left?.folded === "of" && beyond) {
    if (left.gap + beyond.gap === "  " && isOfPlace(lexicon, beyond)) return make({ other: "" });
    // "the Department of Justice"
    if (beyond.capital && every(TRAIT.word) && !startsSentence(text, beyond.start)) return make({ other: "" });
    if (beyond.capital && style === "running") doubt |= DOUBT.neighbour;
  }
  if (isRelative(lexicon, before.slice(at))) doubt |= DOUBT.neighbour;
  if (title.any) doubt |= DOUBT.address;
  if (left && !title.any) {
    const stranger = givenOfStranger(lexicon, text, left, beyond, line);
    // Two such words between signs or numbers are an item of a list: "Maja Ellingworth (Poland) 2:03", "Photo: Maja Ellingworth/".
    const isItem =
      stranger === "unknown" &&
      style !== "running" &&
      [beyond, next].every((word) => word?.gap !== " " || /\d/.test(word.raw));
    if (stranger === "name" || isItem) {
      // First in a sentence any word has a capital: it may be "Dump", not somebody's given name. After "in" it may be a town; and
      // a second given name may be the one in use.
      const isVague = lexicon.is("given", left.folded)
        ? mine.some((index) => own(index).middle.includes(` ${left.folded} `))
        : startsSentence(text, left.start) || lexicon.is("inPlace", beyond?.folded ?? "") || isPlaceFirst(text, beyond);
      const kin = isKin(lexicon, before.slice(at + 1)) ? DOUBT.kin : 0;
      const relative = isRelative(lexicon, before.slice(at + 1)) ? DOUBT.relative : 0;
      return make({ other: left.folded, start: left.start, doubt: (isVague ? DOUBT.capital : 0) | kin | relative });
    }
    if (mine.some((index) => isGlued(left, own(index)))) return make({ other: "" });
    if (stranger === "unknown") doubt |= DOUBT.neighbour;
    if (/^\d+$/.test(left.raw) && left.gap === " ") doubt |= DOUBT.number;
  }
  if (every(TRAIT.given) && TO_SURNAME.test(tail)) return make({ other: "" });
  if (next?.capital && next.gap === " " && kindOf(codeAt(next.raw, 0)) & LETTER && style !== "capitals") {
    const sense = senseOf(lexicon, next, false, style);
    // "the Stone Age"
    if (left?.folded === "the" && style === "running" && every(TRAIT.word)) return make({ other: "" });
    const isGiven = isPart || every(TRAIT.given);
    if (sense !== "word" && style === "running") {
      if (isGiven) return make({ other: `${fold(text.slice(start, end))} ${next.folded}` });
      // "the Ellingworth Oak"
      doubt |=
        line.isProse && !title.any && !(doubt & DOUBT.genitive) ? DOUBT.longer | DOUBT.neighbour : DOUBT.neighbour;
    } else if (sense !== "word" && isGiven) doubt |= DOUBT.given;
  }
  if (isInQuotedWork(lexicon, text, start, end)) return make({ other: "" });
  const first = own(mine[0] as number);
  // Of whom the dossier says no title any may be theirs, unless many bear the surname.
  let unsure = TRAIT.common | TRAIT.word;
  // After an office a name is seldom a given name: "President Clinton said", but "Coach Clinton Moore".
  if (next?.capital && next.gap === " ") unsure |= TRAIT.given;
  const isTelling = !title.address && !first.titles.length && !(first.traits & unsure);
  const anyTitle = !title.own && isTelling ? title.any : "";
  if (anyTitle) doubt |= DOUBT.anyTitle;
  return make({
    start: from,
    people: [...mine],
    kind: "surname",
    doubt,
    words: wordsNear(start, first.casts),
    ...(title.own || anyTitle ? { title: title.own || anyTitle } : {}),
  });
}

/** Whether a word leads on to a place at the start of a sentence: what follows may be none of somebody's names. */
const isPlaceFirst = (text: string, word: Token | undefined): boolean =>
  !!word && word.gap === " " && PREPOSITION.test(word.folded) && startsSentence(text, word.start);
