import type { Steps } from "../dossier/slices.ts";
import { type Bloom, bloomSteps } from "./bloom.ts";
import type { Compiled } from "./compile.ts";
import { FEMALE_NAMES, MALE_NAMES, OTHER_NAMES } from "./data/given-names.ts";
import * as lists from "./data/word-lists.ts";
import { fileForms, lookupForms } from "./forms.ts";
import * as TRAIT from "./trait.ts";

/**
 * Tells the strangers in a text whose surname somebody of the lexicon has: "Linda Ellingworth" where no Ellingworth is
 * called Linda. Such a place bears on nothing but other uses of that surname, so a page need not have it read before
 * there is one. Whoever is told a stranger here is one to `findCandidates` too; not all strangers are told.
 */
export interface Strangers {
  /**
   * Whether the anchor word at `start` of a text node's data can only be a stranger's surname, whatever stands before and
   * after the node.
   */
  isStranger(data: string, start: number, word: string): boolean;
}

const BITS_A_CHARACTER = 6;
/** With less room everybody may be somebody of ours, and nobody is told. */
const FEWEST_CHARACTERS = 100;
const BITS_A_PAIR = 8;
const FEWEST_BITS_A_PAIR = 5;
/** Where room is short this many letters of a given name count: "Rob", "Robert" and "Robbie" are one. */
const FEW_LETTERS = 3;
const MANY_LETTERS = 99;

/** Sign of a particle among the given names. */
const PARTICLE = "-";
/** Sign of an anchor, among the pairs of given name and surname, that may be somebody's whole name or in small letters. */
const ALONE = "!";

/** Pairs that are worked off between two looks at the clock. */
const STEP = 100;

const pairOf = (given: string, form: string, letters: number) => `${given.slice(0, letters)} ${form}`;

/** Given names that are nothing else before a surname: no title, no particle, no word that begins a question or headline. */
function givenNames(people: Compiled["body"]["people"]): Set<string> {
  const names = new Set([MALE_NAMES, FEMALE_NAMES, OTHER_NAMES].join(" ").split(" "));
  const { TITLES, MALE_TITLES, FEMALE_TITLES, OTHER_BEARER, PARTICLES, QUESTIONS, WORD_NAMES } = lists;
  const words = [TITLES, MALE_TITLES, FEMALE_TITLES, OTHER_BEARER, PARTICLES, QUESTIONS, WORD_NAMES]
    .join(" ")
    .split(" ");
  for (const word of words) names.delete(word);
  for (const { titles } of people) for (const title of titles) for (const word of title.split(" ")) names.delete(word);
  return names;
}

/** Everything that is filed, with so many letters of each given name. */
function* filedWords({ body, entries }: Compiled, letters: number): Steps<Set<string>> {
  const filed = new Set<string>();
  let done = 0;
  for (const [anchor, entry] of entries.entries()) {
    const forms = fileForms(entry);
    const add = (word: string) => {
      for (const form of forms) filed.add(pairOf(word, form, letters));
    };
    for (const [before, , index, kind] of body.phrases[anchor] ?? []) {
      const left = before.at(-1);
      const person = body.people[index];
      const isName = kind === "surname" || kind === "part";
      const isSmall = entry[0] === "=" || ((person?.traits ?? 0) & (TRAIT.lower | TRAIT.lowerFull)) !== 0;
      if (isSmall || (left === undefined && !isName && kind !== "handle"))
        for (const form of forms) filed.add(ALONE + form);
      if (left !== undefined) add(left);
      for (const given of isName && person ? person.given.trim().split(" ") : []) add(given);
      if (++done % STEP === 0) yield;
    }
  }
  return filed;
}

/** What is written: given names and particles as they are, and a filter of the rest with what reading it takes. */
export interface StrangerData {
  exact: string;
  text: string;
  hashes: number;
  letters: number;
}

/** Writes it in at most so many characters. Yields wherever others may go first. */
export function* strangerSteps(compiled: Compiled, room: number): Steps<StrangerData> {
  // A false alarm of a filter would make a stranger's given name of any word, and a particle of many: these are exact.
  const particles = lists.PARTICLES.split(" ").map((word) => PARTICLE + word);
  const exact = [...givenNames(compiled.body.people), ...particles].join(" ");
  const most = Math.max(FEWEST_CHARACTERS, room - exact.length) * BITS_A_CHARACTER;
  let letters = MANY_LETTERS;
  let filed = yield* filedWords(compiled, letters);
  if (filed.size * FEWEST_BITS_A_PAIR > most) {
    letters = FEW_LETTERS;
    filed = yield* filedWords(compiled, letters);
  }
  const size = Math.min(most, filed.size * BITS_A_PAIR);
  // As many as make the fewest false alarms.
  const hashes = Math.max(1, Math.round((size / filed.size) * Math.LN2));
  return { exact, text: yield* bloomSteps(filed, size, hashes), hashes, letters };
}

/** Characters before and after a surname that are looked at. */
const REACH = 60;
/** A word in small letters, perhaps the last of its sentence, then perhaps a capitalised one, and one right before the anchor. */
const BEFORE = /[\s(,"“'’]([a-z]+)[,.;:!?]?\s+(?:([A-Z][a-z]+)\s+)?([A-Z][a-z]{2,}) $/;
/** No further name, no suffix, no hyphen. */
const AFTER = /^(?:['’]s)?(?:[.;:!?)"”]| ["“(]|,? (?!junior|senior)[a-z])/;
const PLAIN = /^[A-Z][a-z]+$/;

/** Reads with the filter and with given names and particles, parted by spaces; `letters` of a given name were filed. */
export function loadStrangers(filter: Bloom, exact: string, letters: number): Strangers {
  let known: Set<string> | undefined;
  return {
    isStranger(data, start, word) {
      const end = start + word.length;
      if (!PLAIN.test(word) || !data.startsWith(word, start) || !AFTER.test(data.slice(end, end + REACH))) return false;
      const [, small = "", first = "", given = ""] = BEFORE.exec(data.slice(Math.max(0, start - REACH), start)) ?? [];
      known ??= new Set(exact.split(" "));
      if (!known.has(given.toLowerCase()) || known.has(PARTICLE + small)) return false;
      return lookupForms(word).every(
        (form) =>
          !filter.has(ALONE + form) &&
          [first, given].every((name) => !filter.has(pairOf(name.toLowerCase(), form, letters))),
      );
    },
  };
}
