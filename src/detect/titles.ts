import { codeBefore, kindOf, LETTER } from "./characters.ts";
import { fold } from "./fold.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";

export interface TitleBefore {
  /** The title, if one of these people holds it. */
  own: string;
  /** Those who hold it. */
  owners: PersonEntry[];
  /** Any title before the name. */
  any: string;
  /** It is a mere form of address: Mr., Dr., Lady. */
  address: boolean;
  sex: "m" | "f" | "";
  /** "elder", "senior": said of somebody else of that name. */
  other: string;
}

const REACH = 60;

const NONE: TitleBefore = { own: "", owners: [], any: "", address: false, sex: "", other: "" };
const LISTS = ["other", "titles", "male", "female"] as const;

/**
 * Whether the word before a name is plainly none that ends a title: the answer for most names, had without folding. Words
 * with other characters than letters of ASCII are left to the long way.
 */
function isNoTitle(lexicon: Lexicon, text: string, start: number, people: readonly PersonEntry[]): boolean {
  if (text[start - 1] !== " ") return false;
  let from = start - 1;
  while (from > 0 && (text.charCodeAt(from - 1) | 32) > 96 && (text.charCodeAt(from - 1) | 32) < 123) from -= 1;
  if (start - from > 40) return false;
  const code = text.charCodeAt(from - 1);
  if (from === start - 1) return code === 0x2c;
  if (from > 0 && code !== 0x20) return false;
  const word = text.slice(from, start - 1).toLowerCase();
  return (
    !LISTS.some((list) => lexicon.is(list, word)) &&
    !people.some((person) => person.titles.some((title) => title.endsWith(word)))
  );
}

/** Whether a folded word is a title, rank or form of address. */
export const isTitle = (lexicon: Lexicon, word: string): boolean =>
  LISTS.slice(1).some((list) => lexicon.is(list, word));

const endsWord = (text: string, at: number) =>
  /[.'’]/.test(text[at - 1] as string) || (kindOf(codeBefore(text, at)) & LETTER) !== 0;

/** Whether a title stands at the end, and is not but part of another office: "Vice President", "Lt. Gov.". */
const holds = (lexicon: Lexicon, words: string, title: string): boolean =>
  words.endsWith(` ${title}`) && !lexicon.is("partOffices", words.slice(0, -title.length - 1).replace(/.* /, ""));

/** The title before a name, as texts write it: "former Attorney General ", "Sen. ", "Mrs. ". */
export function readTitle(lexicon: Lexicon, text: string, start: number, ...people: PersonEntry[]): TitleBefore {
  if (isNoTitle(lexicon, text, start, people)) return NONE;
  const slice = text.slice(Math.max(0, start - REACH), start);
  // Only a space, or the full stop of an abbreviation, parts a title from its name.
  const edge = slice.search(/\)?\s+$/);
  if (edge < 1 || !endsWord(slice, edge) || /[\u2028\u2029]\s*$/.test(slice)) return NONE;
  const last = slice.slice(Math.max(slice.lastIndexOf("\u2029"), slice.lastIndexOf("\u2028")) + 1);
  if (/[a-z]{4,}[.!?]["”’)]*\s+$/.test(last) && !/(?:pres|prof|capt|maj|cmdr)s?\.\s+$/i.test(last)) return NONE;
  const words = ` ${fold(last)
    .replace(/\./g, "")
    .replace(/’/g, "'")
    .replace(/^[\0-\x7f]*$/.test(last) ? /[^a-z0-9']+/g : /[^\p{L}\p{N}']+/gu, " ")
    .trim()}`;
  const titles = new Map<PersonEntry, string>();
  for (const person of people) {
    const held = person.titles.filter((title) => holds(lexicon, words, title)).sort((a, b) => b.length - a.length)[0];
    if (held) titles.set(person, held);
  }
  const word = words.slice(words.lastIndexOf(" ") + 1);
  const owners = [...titles.keys()];
  const own = titles.get(owners[0] as PersonEntry) ?? "";
  return {
    own,
    owners,
    any: own || (isTitle(lexicon, word) ? word : ""),
    address: lexicon.is("address", word),
    sex: lexicon.is("male", word) ? "m" : lexicon.is("female", word) ? "f" : "",
    other: lexicon.is("other", word) ? word : "",
  };
}

/** Surnames of a list, up to its last. */
const LIST = /(?:\p{Lu}[\p{L}'’-]+(?: \([^()]*\))?(?:,| and|, and) )+$/u;
/** Characters in which the beginning of a list is sought. */
const LIST_REACH = 90;

/** "senators", "secretaries of state", "attorneys general", but not "press secretary", "princess", "minister of affairs". */
const isPlural = (title: string): boolean =>
  /(?:[^s]s|men)$/.test(title.replace(/ (?:of|for|to|general|gen|elect|designate)\b.*$/, ""));

/**
 * The title in the plural before a list of surnames, if one of these people holds it: "Senators Ellingworth, Garvey (R-Ohio)
 * and Baker". `start` is where a surname of the list stands.
 */
export function readSharedTitle(
  lexicon: Lexicon,
  text: string,
  start: number,
  people: readonly PersonEntry[],
): TitleBefore | undefined {
  const before = text.slice(Math.max(0, start - LIST_REACH), start);
  const list = /(?:,| and) $/.test(before) && LIST.exec(before);
  if (!list) return undefined;
  const shared = readTitle(lexicon, text, start - list[0].length, ...people);
  return isPlural(shared.own) ? shared : undefined;
}
