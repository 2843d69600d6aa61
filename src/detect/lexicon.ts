import type { LexiconPerson } from "./types.ts";

/** Bits of `PersonEntry.traits`, of a person's surname. */
export const TRAIT = {
  /** Borne by many. */
  common: 1,
  /** Also an ordinary word, or marked by the publisher as case-sensitive. */
  word: 2,
  /** Also a given name. */
  given: 4,
  /** The story's own context words contain it. */
  story: 8,
  /** The surname alone may be in lower case. */
  lower: 16,
  /** The full name may be in lower case. */
  lowerFull: 32,
  /** The publisher says that its case matters: it may be read as something else. */
  exact: 64,
} as const;

/** A person in the compiled lexicon; lists of words are one string with a space at both ends. */
export interface PersonEntry extends LexiconPerson {
  given: string;
  middle: string;
  suffix: string;
  sex: "m" | "f" | "";
  /** Folded titles. */
  titles: string[];
  /** Indexes into `casts`. */
  casts: number[];
  traits: number;
}

/** Words before the anchor, words after it, whom they name (-1: nobody of ours), kind. */
export type Phrase = readonly [before: string[], after: string[], person: number, kind: PhraseKind];
/** "part": a word that names somebody once their full name has been read: a rare given name, the first of two surnames. */
export type PhraseKind = "surname" | "part" | "full" | "alias" | "handle" | "blocked";

/** Everything that is read only once a name has been seen. */
export interface LexiconBody {
  people: PersonEntry[];
  /** By anchor. */
  phrases: Phrase[][];
  /** Folded context words of each cast. */
  casts: { context: string[] }[];
}

export const WORD_LISTS = [
  "given",
  "words",
  "male",
  "female",
  "titles",
  "other",
  "after",
  "before",
  "particles",
  "notNames",
  "wordNames",
  "places",
] as const;
export type WordList = (typeof WORD_LISTS)[number];

export interface Lexicon {
  /** From a name's telling word, as a text may spell it, to its anchor. */
  anchors: ReadonlyMap<string, number>;
  /** Whether some anchor may be in lower case. */
  lower: boolean;
  /** Whether some anchor is in another script than Latin. */
  otherScripts: boolean;
  readonly people: readonly PersonEntry[];
  readonly body: LexiconBody;
  /** Whether a folded word is in a list. */
  is(list: WordList, word: string): boolean;
}

/** Words of which the answer of a list is kept. */
const MOST_KNOWN = 1000;

export const LEXICON_FORMAT = "dramatis-lexicon/1";

/**
 * Reads what `compileLexicon` wrote: a page without names pays for the list of anchors only. Throws a `SyntaxError` on
 * a string of another format.
 */
export function loadLexicon(data: string): Lexicon {
  const [format, flags = "", keys = "", body = "", lists = ""] = data.split("\n");
  if (format !== LEXICON_FORMAT) throw new SyntaxError("not a lexicon");
  const anchors = new Map<string, number>();
  keys.split("|").forEach((entry, anchor) => {
    const [name = "", ...spellings] = entry.split(" ");
    const folded = name.replace("=", "");
    anchors.set(`~${folded}`, anchor);
    if (folded !== name) anchors.set(folded, anchor);
    for (const spelling of spellings) {
      anchors.set(spelling, anchor).set(spelling.toUpperCase(), anchor).set(`${spelling}s`, anchor);
      anchors.set(`~${spelling.toLowerCase()}`, anchor);
    }
  });
  let parsed: LexiconBody | undefined;
  let words: string[] | undefined;
  // Neighbours of names repeat; a set of each list would cost a page more memory than it saves time.
  const known = WORD_LISTS.map(() => new Map<string, boolean>());
  const lexicon: Lexicon = {
    anchors,
    lower: flags.includes("l"),
    otherScripts: flags.includes("s"),
    get body() {
      parsed ??= JSON.parse(body) as LexiconBody;
      return parsed;
    },
    get people() {
      return lexicon.body.people;
    },
    is(list, word) {
      const index = WORD_LISTS.indexOf(list);
      const answers = known[index] as Map<string, boolean>;
      let answer = answers.get(word);
      if (answer === undefined) {
        words ??= lists.split("|");
        answer = (words[index] ?? "").includes(` ${word} `);
        if (answers.size >= MOST_KNOWN) answers.clear();
        answers.set(word, answer);
      }
      return answer;
    },
  };
  return lexicon;
}
