import { ownCopy } from "./own-copy.ts";
import type { LexiconPerson } from "./types.ts";

/** A person in the compiled lexicon; lists of words are one string with a space at both ends. */
export interface PersonEntry extends LexiconPerson {
  given: string;
  middle: string;
  /** Those of them that follow the given name at once, if there are others. */
  firstMiddle?: string;
  suffix: string;
  /** What follows the surname in the whole name, if anything: "Ochoa" in Joaquín Terralba Ochoa. */
  tail?: string;
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
  "address",
  "kin",
  "ofPlace",
  "questions",
  "works",
  "joining",
  "partners",
  "legal",
  "findings",
  "families",
  "prized",
  "partOffices",
  "surnames",
  "byGiven",
  "months",
  "inTime",
  "inPlace",
  "articles",
  "suffixes",
  "ofTown",
  "atTown",
  "leading",
  "headlinePlaces",
  "romancePlaces",
  "afterWords",
  "thingVerbs",
  "auxiliaries",
] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** What is needed to see that a name may stand in a text. */
export interface LexiconIndex {
  /** From a name's telling word, as a text may spell it, to its anchor. */
  anchors: ReadonlyMap<string, number>;
  /** Whether some anchor may be in lower case. */
  lower: boolean;
  /** Whether some anchor is in another script than Latin. */
  otherScripts: boolean;
}

export interface Lexicon extends LexiconIndex {
  readonly people: readonly PersonEntry[];
  readonly body: LexiconBody;
  /** Whether a folded word is in a list. */
  is(list: WordList, word: string): boolean;
}

/** Words of which the answer of a list is kept. */
const MOST_KNOWN = 1000;

export const LEXICON_FORMAT = "dramatis-lexicon/1";

/**
 * The two parts of what `compileLexicon` wrote: a page that names nobody needs the first, short one only. Both are
 * given to `loadLexicon`, the first alone to `loadIndex`.
 */
export function splitLexicon(data: string): { index: string; names: string } {
  const [format, flags, keys, ...names] = data.split("\n");
  return { index: [format, flags, keys].join("\n"), names: names.join("\n") };
}

/**
 * Sets what a text may spell an anchor like; `entry` is its folded name ("=" before it: also in lower case) and
 * spellings. Of two anchors that share a spelling the higher one has it, in whichever order they are added.
 */
export function addAnchor(anchors: Map<string, number>, anchor: number, entry: string): void {
  // Whose genitive a word is, if no more: who bears the word itself goes before ("Wood" and "Woods").
  const ofGenitive = (key: string) => (key.endsWith("s") ? anchors.get(key.slice(0, -1)) : undefined);
  for (const spelling of entry.split(" ").slice(1)) {
    const key = `${spelling}s`;
    const held = anchors.get(key);
    if (held === undefined || (held < anchor && held === ofGenitive(key))) anchors.set(key, anchor);
  }
  for (const key of anchorKeys(entry)) {
    const held = anchors.get(key);
    if (held === undefined || held < anchor || held === ofGenitive(key)) anchors.set(key, anchor);
  }
}

/** The keys of an anchor; those with "~" are for words with diacritics, which are folded before they are looked up. */
export function anchorKeys(entry: string): string[] {
  const [name = "", ...spellings] = entry.split(" ");
  const folded = name.replace("=", "");
  const keys = [`~${folded}`];
  if (folded !== name) keys.push(folded);
  for (const spelling of spellings) keys.push(spelling, spelling.toUpperCase(), `~${spelling.toLowerCase()}`);
  return keys;
}

/** Reads the index of a lexicon. Throws a `SyntaxError` on a string of another format. */
export function loadIndex(data: string): LexiconIndex {
  const [format, flags = "", keys = ""] = data.split("\n", 3);
  if (format !== LEXICON_FORMAT) throw new SyntaxError("not a lexicon");
  const anchors = new Map<string, number>();
  for (const [anchor, entry] of keys.split("|").entries()) addAnchor(anchors, anchor, entry);
  return { anchors, lower: flags.includes("l"), otherScripts: flags.includes("s") };
}

/** Reads what `compileLexicon` wrote, or its two parts. Throws a `SyntaxError` on a string of another format. */
export function loadLexicon(data: string, names = splitLexicon(data).names): Lexicon {
  return openLexicon(loadIndex(data), names);
}

/** A lexicon of which the index has been read already. */
export function openLexicon(index: LexiconIndex, names: string): Lexicon {
  const [body = "", lists = ""] = names.split("\n");
  let parsed: LexiconBody | undefined;
  let words: string[] | undefined;
  // Neighbours of names repeat; a set of each list would cost a page more memory than it saves time.
  const known = new Map(WORD_LISTS.map((list, index) => [list, { index, answers: new Map<string, boolean>() }]));
  const lexicon: Lexicon = {
    ...index,
    get body() {
      parsed ??= JSON.parse(body) as LexiconBody;
      return parsed;
    },
    get people() {
      return lexicon.body.people;
    },
    is(list, word) {
      const { index, answers } = known.get(list) as { index: number; answers: Map<string, boolean> };
      let answer = answers.get(word);
      if (answer === undefined) {
        words ??= lists.split("|");
        answer = (words[index] ?? "").includes(` ${word} `);
        if (answers.size >= MOST_KNOWN) answers.clear();
        answers.set(ownCopy(word), answer);
      }
      return answer;
    },
  };
  return lexicon;
}
