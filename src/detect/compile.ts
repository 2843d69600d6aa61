import type { Person } from "../dossier/schema.ts";
import { atOnce, type Steps } from "../dossier/slices.ts";
import { COMMON_WORDS } from "./data/common-words.ts";
import { FEMALE_NAMES, MALE_NAMES, OTHER_NAMES } from "./data/given-names.ts";
import { NICKNAMES } from "./data/nicknames.ts";
import { COMMON_SURNAMES } from "./data/surnames.ts";
import * as lists from "./data/word-lists.ts";
import { LEXICON_FORMAT, type LexiconBody, type Phrase, WORD_LISTS, type WordList } from "./lexicon.ts";
import { wordsOf } from "./parse-name.ts";
import { namesOf, spellings } from "./person-names.ts";
import type { Cast } from "./types.ts";

/** Short given names that are no common words: "Liz". */
function shortNames(): string {
  const words = new Set(`${COMMON_WORDS} ${lists.NOT_NAMES}`.split(" "));
  return NICKNAMES.split(/\s/)
    .filter((word) => !words.has(word))
    .join(" ");
}

const WORDS: Record<WordList, string> = {
  given: [...new Set([MALE_NAMES, FEMALE_NAMES, OTHER_NAMES, shortNames()].join(" ").split(" "))].join(" "),
  words: COMMON_WORDS,
  male: lists.MALE_TITLES,
  female: lists.FEMALE_TITLES,
  titles: lists.TITLES,
  other: lists.OTHER_BEARER,
  after: lists.NAMED_AFTER,
  before: lists.NAMED_BEFORE,
  particles: lists.PARTICLES,
  notNames: lists.NOT_NAMES,
  wordNames: lists.WORD_NAMES,
  places: lists.PLACES,
  address: lists.ADDRESS,
  kin: lists.KIN,
  ofPlace: lists.OF_PLACE,
  questions: lists.QUESTIONS,
  works: lists.WORKS,
  joining: lists.JOINING,
  partners: lists.PARTNERS,
  legal: lists.LEGAL_FORMS,
  findings: lists.FINDINGS,
  families: lists.FAMILIES,
  prized: lists.PRIZED,
  partOffices: lists.PART_OFFICES,
  surnames: COMMON_SURNAMES,
  byGiven: lists.BY_GIVEN_NAME,
  months: lists.MONTHS,
  inTime: lists.IN_TIME,
  inPlace: lists.IN_PLACE,
  articles: lists.ARTICLES,
  suffixes: lists.SUFFIXES,
  ofTown: lists.OF_TOWN,
  atTown: lists.AT_TOWN,
  leading: lists.LEADING,
  headlinePlaces: lists.HEADLINE_PLACES,
  romancePlaces: lists.ROMANCE_PLACES,
  afterWords: lists.AFTER_WORDS,
  thingVerbs: lists.THING_VERBS,
  auxiliaries: lists.AUXILIARIES,
};

/** The word lists as a lexicon holds them: the same in every one. */
export const wordLists = (): string => WORD_LISTS.map((list) => ` ${WORDS[list]} `).join("|");

interface AnchorKey {
  spellings: Set<string>;
  lower: boolean;
  /** Phrases as JSON, to add each once. */
  phrases: Set<string>;
}

/** What has been compiled, before it becomes a string or is filed. */
export interface Compiled {
  body: LexiconBody;
  /** By anchor, as in the lexicon's index: folded name ("=" before it: also in lower case) and spellings. */
  entries: string[];
  flags: string;
}

/** Adds people one by one; `text` writes the lexicon string. */
export class LexiconBuilder {
  readonly #body: LexiconBody = { people: [], phrases: [], casts: [] };
  readonly #anchors = new Map<string, number>();
  readonly #keys: AnchorKey[] = [];
  /** By folded name, to know again a person who is in several dossiers. */
  readonly #known = new Map<string, { index: number; sameAs: ReadonlySet<string> }[]>();

  /** Adds a cast's context; the answer names it in `addPerson`. */
  addCast(context: readonly string[]): number {
    return (
      this.#body.casts.push({ context: context.map((words) => wordsOf(words).folded.join(" ")).filter(Boolean) }) - 1
    );
  }

  addPerson(cast: number, dossier: string, person: Person, context: readonly string[]): void {
    const names = namesOf(person, context);
    const ref = { dossier, person: person.id };
    const known = this.#same(person);
    if (known !== undefined) {
      const entry = this.#body.people[known] as LexiconBody["people"][number];
      entry.refs.push(ref);
      if (!entry.casts.includes(cast)) entry.casts.push(cast);
      entry.titles = [...new Set([...entry.titles, ...names.titles])];
      entry.traits |= names.traits;
      for (const [key, words] of [
        ["given", names.given],
        ["middle", names.middle],
      ] as const)
        entry[key] = ` ${[...new Set([...entry[key].trim().split(" "), ...words])].join(" ").trim()} `;
      // Two ways to tell one name: neither order is sure.
      delete entry.firstMiddle;
    }
    const index =
      known ??
      this.#body.people.push({
        name: person.name,
        refs: [ref],
        given: ` ${[...names.given].join(" ")} `,
        middle: ` ${[...names.middle].join(" ")} `,
        ...(names.middle.size > names.firstMiddle.size ? { firstMiddle: ` ${[...names.firstMiddle].join(" ")} ` } : {}),
        suffix: names.suffix,
        ...(names.tail.size ? { tail: ` ${[...names.tail].join(" ")} ` } : {}),
        sex: names.sex,
        titles: names.titles,
        casts: [cast],
        traits: names.traits,
      }) - 1;
    for (const { anchor, spelled, before, after, kind, lower } of names.phrases) {
      const at = this.#anchor(anchor, spelled, lower || (kind === "surname" && !!(names.traits & 32)));
      const phrases = this.#body.phrases[at] as Phrase[];
      const made: Phrase = [before, after, index, kind];
      const held = (this.#keys[at] as AnchorKey).phrases;
      const size = held.size;
      if (held.add(JSON.stringify(made)).size > size) phrases.push(made);
    }
  }

  #same(person: Person): number | undefined {
    const name = wordsOf(person.name).folded.join(" ");
    const sameAs = new Set(person.sameAs);
    const bearers = this.#known.get(name) ?? [];
    this.#known.set(name, bearers);
    const found = bearers.find(
      (own) => !own.sameAs.size || !sameAs.size || [...sameAs].some((link) => own.sameAs.has(link)),
    );
    if (!found) bearers.push({ index: this.#body.people.length, sameAs });
    return found?.index;
  }

  #anchor(anchor: string, spelled: string, lower: boolean): number {
    let at = this.#anchors.get(anchor);
    if (at === undefined) {
      at = this.#keys.push({ spellings: new Set(), lower: false, phrases: new Set() }) - 1;
      this.#anchors.set(anchor, at);
      this.#body.phrases.push([]);
    }
    const key = this.#keys[at] as AnchorKey;
    for (const spelling of spellings(anchor, spelled)) key.spellings.add(spelling);
    key.lower ||= lower;
    return at;
  }

  /** Number of people so far. */
  get size(): number {
    return this.#body.people.length;
  }

  compiled(): Compiled {
    return atOnce(this.compiling());
  }

  /** The same, yielding wherever others may go first. */
  *compiling(): Steps<Compiled> {
    const entries: string[] = [];
    let [isLower, isForeign] = [false, false];
    for (const [anchor, at] of this.#anchors) {
      const { spellings, lower } = this.#keys[at] as AnchorKey;
      entries.push([`${lower ? "=" : ""}${anchor}`, ...spellings].join(" "));
      isLower ||= lower;
      isForeign ||= /[^\0-\u024F\u1E00-\u1EFF]/.test(anchor);
      if (at % STEP === 0) yield;
    }
    return { body: this.#body, entries, flags: `${isLower ? "l" : ""}${isForeign ? "s" : ""}` };
  }

  text(): string {
    const { body, entries, flags } = this.compiled();
    return [LEXICON_FORMAT, flags, entries.join("|"), toLatin1Json(body), wordLists()].join("\n");
  }
}

/** JSON without characters beyond Latin-1: one of them, and engines keep the whole string at two bytes a character. */
const toLatin1Json = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\0-\xff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Compiles the names of all enabled dossiers into the string that pages read; pure. */
export function compileLexicon(casts: readonly Cast[]): string {
  const builder = new LexiconBuilder();
  for (const { id, people, context } of casts) {
    const cast = builder.addCast(context);
    for (const person of people) builder.addPerson(cast, id, person, context);
  }
  return builder.text();
}

/** People that are compiled between two pauses: some 10 ms of work. */
const STEP = 200;

/** Compiles like `compileLexicon`, but lets other work of the thread in between. */
export async function compileSlowly(casts: readonly Cast[], pause: () => Promise<void>): Promise<LexiconBuilder> {
  const builder = new LexiconBuilder();
  for (const { id, people, context } of casts) {
    const cast = builder.addCast(context);
    for (const [i, person] of people.entries()) {
      builder.addPerson(cast, id, person, context);
      if (i % STEP === STEP - 1) await pause();
    }
  }
  return builder;
}
