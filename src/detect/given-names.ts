import { fold } from "./fold.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import * as TRAIT from "./trait.ts";

/** What stands before a surname, read from the surname outwards. */
export interface Lead {
  /** Where the name begins. */
  start: number;
  /** Initials and middle names between, nearest first. */
  middle: string[];
  /** The given name, folded; absent: none was found. */
  given?: string;
  /** Index, in the tokens before, of what follows the name. */
  next: number;
}

const SPACE = /^ ?$|^\u2028$|^-$|^ - $/;
const AFTER_INITIAL = /^\. ?$|^ $/;
const QUOTE_END = /^["”’'»]\)? $|^\) $/;
const MOST_MIDDLE = 3;

/** "J", or "JK" as two initials; "" for no initials. */
function initialsOf(token: Token): string {
  if (!token.capital) return "";
  if (token.raw.length === 1) return token.folded;
  if (token.raw.length <= 3 && token.caps && !/[aeiou]/.test(token.folded.slice(1))) return token.folded;
  return "";
}

/**
 * Reads given names, initials and middle names before a surname for one person: "Gerald R. ", "Hector "Macho" ",
 * "(Lindsay) ". Middle names are read over, unless they contradict those that are known.
 */
export function readLead(lexicon: Lexicon, person: PersonEntry, before: readonly Token[], start: number): Lead {
  const middle: string[] = [];
  let quoted = false;
  let nickname: Lead | undefined;
  for (let i = 0; i < before.length && middle.length <= MOST_MIDDLE; i++) {
    const token = before[i] as Token;
    const { folded, gap } = token;
    const isGiven = person.given.includes(` ${folded} `);
    // "ED QUITS": Ed, not E. D.
    const initials = isGiven && token.caps ? "" : initialsOf(token);
    if (quoted) quoted = !/["“‘'«(]$/.test(token.gap.trimStart());
    const bracket = /^\) $/.test(gap);
    if (initials && AFTER_INITIAL.test(gap)) {
      middle.push(...[...initials].reverse());
      continue;
    }
    const joins = SPACE.test(gap) || QUOTE_END.test(gap) || /^ ["“‘'«(]$/.test(gap);
    // "Ulrich-Maria" is one given name, and not Ulrich.
    if (!joins || (gap === "-" && (middle.at(-1) ?? "").length > 1)) break;
    if (isGiven && !quoted && (token.capital || person.traits & TRAIT.lowerFull)) {
      let next = i + 1;
      // "Anne-Mara" is not Mara.
      const left = before[next];
      if (left?.gap === "-" && left.capital && !isOwn(person, left.folded) && lexicon.is("given", left.folded)) break;
      // "Yo-Yo Ma" from the first syllable.
      while (isJoined(person, before[next], before[next - 1] as Token)) next += 1;
      const lead = { start: bracket ? start : (before[next - 1] as Token).start, middle, given: folded, next };
      // 'Hector "Macho" Camacho': the given name may stand before the nickname.
      if (bracket || nickname || !QUOTE_END.test(gap)) return lead;
      nickname = { ...lead, start: token.start - 1 };
    }
    if (QUOTE_END.test(gap) || quoted) {
      // A nickname in quotes between given name and surname.
      quoted = true;
      continue;
    }
    if (lexicon.is("particles", folded) || person.middle.includes(` ${folded} `)) continue;
    if (!token.capital || /[^ ]{2}/.test(person.middle)) break;
    middle.push(folded);
  }
  return nickname ?? { start, middle, next: 0 };
}

const isOwn = ({ given, middle, name }: PersonEntry, word: string): boolean =>
  `${given}${middle} ${fold(name)} `.includes(` ${word} `) || fold(name).startsWith(`${word}-`);

/** Whether the dossier has a hyphen between a given name and the word before it. */
const isJoined = ({ name }: PersonEntry, left: Token | undefined, { folded }: Token): boolean =>
  left?.gap === "-" && left.folded === folded && fold(name).startsWith(`${folded}-${folded} `);

/** Whether initials and middle names read in a text can be this person's. */
export function middleFits(person: PersonEntry, middle: readonly string[]): boolean {
  if (!person.middle.trim()) return true;
  // "George W. Bush" is not George H. W. Bush: the first initial is that of the first middle name.
  const first = middle.at(-1) ?? "";
  if (first.length === 1 && person.firstMiddle?.includes(` ${first}`) === false) return false;
  const known = (person.middle + person.given).match(/[^ ]+/g) ?? [];
  return middle.every((word) =>
    known.some((own) => own === word || (own[0] === word[0] && (own.length === 1 || word.length === 1))),
  );
}

/** Whether a middle name in full was read of which the dossier says nothing: it may be somebody else's. */
export const hasNewMiddle = (person: PersonEntry, middle: readonly string[]): boolean =>
  !person.middle.trim() && middle.some((word) => word.length > 1);

/** Whether initials alone before a surname can be this person's: the first one is that of a given name. */
export function initialsFit(person: PersonEntry, initials: readonly string[]): boolean {
  const first = initials.at(-1) ?? "";
  return person.given.includes(` ${first[0]}`) && middleFits(person, initials.slice(0, -1));
}

/**
 * Whether initials before a surname, nearest first, are those of a given and a middle name: "J. K. Rowling", "P. J. Leahy".
 * So many say as much as a given name.
 */
export const hasAllInitials = (person: PersonEntry, initials: readonly string[]): boolean =>
  initials.length > 1 &&
  initialsFit(person, initials) &&
  initials.slice(0, -1).every((letter) => person.middle.includes(` ${letter}`));

/** The initials before a surname, nearest first, and of how many words they are. */
export function readInitials(before: readonly Token[], inCapitals: boolean): { letters: string[]; tokens: number } {
  const letters: string[] = [];
  let tokens = 0;
  for (let token = before[0]; token && letters.length < 4; token = before[tokens]) {
    const { raw, folded, gap } = token;
    const isPair = raw.length === 2 && !inCapitals && token.caps && !/[aeiou]/.test(folded.slice(1));
    if (!token.capital || (raw.length > 1 && !isPair) || !AFTER_INITIAL.test(gap)) break;
    // "I Trump", "A Warren" begin sentences.
    if (gap === " " && /^[ai]$/.test(folded)) break;
    letters.push(...[...folded].reverse());
    tokens += 1;
  }
  return { letters, tokens };
}
