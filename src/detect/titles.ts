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

/** The title before a name, as texts write it: "former Attorney General ", "Sen. ", "Mrs. ". */
export function readTitle(lexicon: Lexicon, text: string, start: number, ...people: PersonEntry[]): TitleBefore {
  const slice = text.slice(Math.max(0, start - REACH), start);
  const none: TitleBefore = { own: "", owners: [], any: "", address: false, sex: "", other: "" };
  // Only a space, or the full stop of an abbreviation, parts a title from its name.
  if (!/[\p{L}.'’]\)?\s+$/u.test(slice) || /[\u2028\u2029]\s*$/.test(slice)) return none;
  const last = slice.slice(Math.max(slice.lastIndexOf("\u2029"), slice.lastIndexOf("\u2028")) + 1);
  if (/[a-z]{4,}[.!?]["”’)]*\s+$/.test(last) && !/(?:pres|prof|capt|maj|cmdr)\.\s+$/i.test(last)) return none;
  const words = ` ${fold(last)
    .replace(/\./g, "")
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()}`;
  const titles = new Map<PersonEntry, string>();
  for (const person of people) {
    const held = person.titles.filter((title) => words.endsWith(` ${title}`)).sort((a, b) => b.length - a.length)[0];
    if (held) titles.set(person, held);
  }
  const word = words.slice(words.lastIndexOf(" ") + 1);
  const owners = [...titles.keys()];
  const any = ["titles", "male", "female"].some((list) => lexicon.is(list as "titles", word)) ? word : "";
  return {
    own: titles.get(owners[0] as PersonEntry) ?? "",
    owners,
    any: titles.get(owners[0] as PersonEntry) ?? any,
    address:
      /^(?:mr|mister|mrs|ms|miss|sir|dr|doctor|herr|frau|monsieur|madame|mme|mlle|senor|senora|prof|professor)$/.test(
        word,
      ),
    sex: lexicon.is("male", word) ? "m" : lexicon.is("female", word) ? "f" : "",
    other: lexicon.is("other", word) ? word : "",
  };
}
