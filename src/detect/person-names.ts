import type { Person } from "../dossier/schema.ts";
import { COMMON_WORDS } from "./data/common-words.ts";
import { FOREIGN_TITLES } from "./data/foreign-titles.ts";
import { FEMALE_NAMES, MALE_NAMES, OTHER_NAMES } from "./data/given-names.ts";
import { NICKNAMES } from "./data/nicknames.ts";
import { SHORT_TITLES } from "./data/short-titles.ts";
import { COMMON_SURNAMES } from "./data/surnames.ts";
import { TOWN_SURNAMES } from "./data/town-surnames.ts";
import { FEMALE_TITLES, MALE_TITLES, PARTICLES } from "./data/word-lists.ts";
import { WORD_SURNAMES } from "./data/word-surnames.ts";
import { fold, foldGerman } from "./fold.ts";
import type { PhraseKind } from "./lexicon.ts";
import { isNounLike } from "./noun.ts";
import { parseName, reignAt, runIndex, wordsOf } from "./parse-name.ts";
import { type Surname, surnamesOf } from "./surnames-of.ts";
import * as TRAIT from "./trait.ts";

const setOf = (words: string) => new Set(words.split(" "));
const male = /* @__PURE__ */ setOf(MALE_NAMES);
const female = /* @__PURE__ */ setOf(FEMALE_NAMES);
const other = /* @__PURE__ */ setOf(OTHER_NAMES);
const commonSurnames = /* @__PURE__ */ setOf(COMMON_SURNAMES);
const commonWords = /* @__PURE__ */ setOf(COMMON_WORDS);
const wordSurnames = /* @__PURE__ */ setOf(WORD_SURNAMES);
const towns = /* @__PURE__ */ setOf(TOWN_SURNAMES);
const particles = /* @__PURE__ */ setOf(PARTICLES);
const maleTitles = /* @__PURE__ */ setOf(MALE_TITLES);
const femaleTitles = /* @__PURE__ */ setOf(FEMALE_TITLES);
const titlePairs = /* @__PURE__ */ SHORT_TITLES.split(", ").map((pair) => pair.split(" ") as [string, string]);
const shortTitles = /* @__PURE__ */ new Map(titlePairs);
const longTitles = /* @__PURE__ */ new Map(titlePairs.map(([long, short]) => [short, long]));
const foreignTitles = /* @__PURE__ */ FOREIGN_TITLES.split("\n").map((line) =>
  line.split(" / ").map((titles) => titles.split(", ")),
);
const shortForms = /* @__PURE__ */ nicknameTable();

/** One way to name a person. The anchor is the word a text is searched for; all words folded. */
export interface NamePhrase {
  before: string[];
  anchor: string;
  /** The anchor as the dossier spells it. */
  spelled: string;
  after: string[];
  kind: PhraseKind;
  lower: boolean;
}

export interface PersonNames {
  phrases: NamePhrase[];
  given: Set<string>;
  middle: Set<string>;
  /** Those that follow the given name at once. */
  firstMiddle: Set<string>;
  suffix: string;
  /** What follows the surname after a given name. */
  tail: Set<string>;
  sex: "m" | "f" | "";
  titles: string[];
  traits: number;
}

function nicknameTable(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    table.set(from, (table.get(from) ?? new Set()).add(to));
  };
  for (const line of NICKNAMES.split("\n")) {
    const [formal = "", ...short] = line.split(" ");
    for (const form of short) {
      add(formal, form);
      add(form, formal);
    }
  }
  return table;
}

/** Folded, without full stops, hyphens as spaces: "Attorney-General", "U.S. Sen." as texts are compared with them. */
export function foldTitle(title: string): string {
  return fold(title.replace(/\(.*?\)/g, " "))
    .replace(/\./g, "")
    .replace(/[^\p{L}\p{N}'’]+/gu, " ")
    .replace(/’/g, "'")
    .trim();
}

/** The plural of a folded English title: "senators", "secretaries of state", "attorneys general". */
const pluralOf = (title: string): string =>
  title.replace(/^.*?[^ ](?=$| (?:of|for|to|general|gen|elect|designate|emeritus|laureate)\b)/, (head) => {
    if (/man$/.test(head)) return head.replace(/an$/, "en");
    return /[^aeiou]y$/.test(head) ? head.replace(/y$/, "ies") : `${head}${/(?:s|x|ch|sh)$/.test(head) ? "es" : "s"}`;
  });

/** A folded title, in full and abbreviated, the plurals, and as other languages have it: "attorney general", "attorney gen". */
const titleForms = (title: string, sex: PersonNames["sex"]): string[] => {
  const own = [
    title,
    ...[shortTitles, longTitles].map((all) => title.replace(/[^ ]+/g, (word) => all.get(word) ?? word)),
  ];
  // "Präsidentin" is not said of a man.
  const foreign = foreignTitles
    .filter((titles) => titles.some((some) => some.some((word) => own.includes(word))))
    .flatMap(([any = [], women = []]) => (sex === "m" ? any : [...any, ...women]));
  return [...new Set([...own, ...own.map(pluralOf), ...foreign])];
};

function phrase(
  words: readonly string[],
  spelled: readonly string[],
  kind: PhraseKind,
  lower: boolean,
  // Words of one letter are not searched for: "Malcolm X".
  anchorAt = Math.max(
    0,
    words.findLastIndex((word) => word.length > 1),
  ),
): NamePhrase {
  return {
    before: words.slice(0, anchorAt),
    anchor: words[anchorAt] as string,
    spelled: spelled[anchorAt] as string,
    after: words.slice(anchorAt + 1),
    kind,
    lower,
  };
}

/** All ways in which one person can be named, from what the dossier says of their names. */
export function namesOf(person: Person, context: readonly string[]): PersonNames {
  const names: PersonNames = {
    phrases: [],
    given: new Set(),
    middle: new Set(),
    firstMiddle: new Set(),
    suffix: "",
    tail: new Set(),
    sex: "",
    titles: [],
    traits: 0,
  };
  const surnames = surnamesOf(person);
  for (const { words, spelled, lower, particles } of surnames) {
    names.phrases.push(phrase(words, spelled, "surname", lower));
    if (particles.length)
      names.phrases.push(phrase([...particles, ...words], [...particles, ...spelled], "surname", lower));
    if (lower) names.traits |= TRAIT.lower;
  }
  const full = [{ text: person.name, case: undefined }, ...person.aliases.filter((alias) => alias.kind !== "surname")];
  for (const alias of full) {
    const kind = "kind" in alias ? alias.kind : "full";
    if (kind === "handle") {
      const handle = alias.text.replace(/^@/, "");
      const run = handle.match(/[A-Za-z\u00C0-\u024F]{2,}/)?.[0];
      if (run) names.phrases.push({ before: [handle], anchor: fold(run), spelled: run, after: [], kind, lower: true });
      continue;
    }
    addFullName(names, surnames, alias.text, alias.case === "any", kind === "nickname");
  }
  for (const given of [...names.given]) {
    for (const form of shortForms.get(given) ?? []) names.given.add(form);
  }
  const first = [...names.given];
  const vote = first.filter((word) => male.has(word)).length - first.filter((word) => female.has(word)).length;
  const lead = first[0] ?? "";
  names.sex = male.has(lead) ? "m" : female.has(lead) ? "f" : vote > 0 ? "m" : vote < 0 ? "f" : "";
  names.titles = [...person.titles, ...person.roles.map((role) => role.title)]
    .map(foldTitle)
    .flatMap((title) => titleForms(title, names.sex))
    .filter((title) => title && title.split(" ").length <= 4);
  // "Sir", "Congresswoman" tell the sex of a given name that no list has.
  const told = names.titles.flatMap((title) => title.split(" "));
  if (!names.sex)
    names.sex = told.some((word) => maleTitles.has(word))
      ? "m"
      : told.some((word) => femaleTitles.has(word))
        ? "f"
        : "";
  for (const text of person.blocked) {
    const { folded, spelled } = wordsOf(text);
    if (!folded.length) continue;
    const own = new Set(names.phrases.map(({ anchor }) => anchor));
    const at = folded.findLastIndex((word) => own.has(word));
    names.phrases.push(phrase(folded, spelled, "blocked", false, at < 0 ? folded.length - 1 : at));
  }
  const isExact = person.aliases.some((alias) => alias.kind === "surname" && alias.case === "exact");
  names.traits |= surnameTraits(surnames, context, isExact) | (isExact ? TRAIT.exact : 0);
  if (reignAt(parseName(person.name).words)) names.traits |= TRAIT.given;
  return names;
}

const isGivenName = (word: string) => male.has(word) || female.has(word) || other.has(word);

function addFullName(
  names: PersonNames,
  surnames: { words: string[] }[],
  text: string,
  lower: boolean,
  nickname: boolean,
) {
  const { words, spelled, nicknames, suffix } = parseName(text);
  if (!words.length) return;
  if (lower && words.length > 1) names.traits |= TRAIT.lowerFull;
  const surname = surnames.find((own) => runIndex(words, own.words) >= 0);
  const at = surname ? runIndex(words, surname.words) : -1;
  if (!surname || words.length === surname.words.length) {
    if (words.length === 1 && surname) return;
    // "RFK Jr." is not RFK.
    if (words.length === 1 && suffix) {
      names.phrases.push(phrase([...words, suffix], [...spelled, suffix], "alias", lower, 0));
      return;
    }
    names.phrases.push(phrase(words, spelled, words.length > 1 && !nickname ? "full" : "alias", lower));
    return;
  }
  const end = at + surname.words.length;
  const reign = reignAt(words);
  if (reign > 0 && end === reign) {
    // "Hussein I of Jordan", "Hussein I".
    for (const length of new Set([words.length, reign + 1]))
      names.phrases.push(phrase(words.slice(0, length), spelled, "full", lower, end - 1));
    return;
  }
  // Names that put the surname first end in given names. A lone "Al" is no particle.
  const others = [...words.slice(0, at), ...words.slice(end)];
  const telling = others.filter((word) => !particles.has(word) || word.length > 3);
  const [first = "", ...rest] = telling.length ? telling : others;
  if (!first) return;
  names.given.add(first);
  // "Bjoern" for Bjørn.
  const german = foldGerman(spelled[words.indexOf(first)] ?? first);
  if (german !== first) names.given.add(german);
  for (const word of nicknames) names.given.add(word);
  // "Jongsu" for Jong-su.
  if (rest[0] && fold(text).includes(`${first}-${rest[0]}`)) names.given.add(first + rest[0]);
  if (first.length === 1 && rest[0] && rest[0].length > 1) names.given.add(rest[0]);
  for (const word of rest) names.middle.add(word);
  if (at > 0) for (const word of words.slice(end)) names.tail.add(word);
  if (rest[0]) names.firstMiddle.add(rest[0]);
  // A middle name that is no given name begins a double surname: "Maria Goeppert Mayer", "Goeppert Mayer".
  const middle = words[at - 1] ?? "";
  if (at > 1 && middle.length > 2 && !isGivenName(middle) && !particles.has(middle)) {
    names.phrases.push(phrase(words.slice(at - 1, end), spelled.slice(at - 1, end), "surname", false));
    if (!commonWords.has(middle)) names.phrases.push(phrase([middle], [spelled[at - 1] as string], "part", false));
  }
  // "Wenshu" for Wen-shu.
  const [syllable = "", ...syllables] = surname.words;
  if (syllables.length === 1 && text.includes("-") && !suffix)
    names.phrases.push(
      phrase(
        [...words.slice(0, at), syllable + syllables[0], ...words.slice(end)],
        [...spelled.slice(0, at), `${spelled[at]}${(spelled[at + 1] ?? "").toLowerCase()}`, ...spelled.slice(end)],
        "full",
        lower,
        at,
      ),
    );
  // The first of two surnames: "Rivasol" for Rivasol-Peña.
  const [part = ""] = surname.words;
  if (surname.words.length > 1 && part.length > 2 && !commonWords.has(part))
    names.phrases.push(phrase([part], spelled.slice(at, at + 1), "part", false));
  const lead = words[0] as string;
  // "Liang Wen-Chong": before a pair of syllables stands the family's name, however many bear it.
  const isFamily = surname.words.length === 2 && text.includes("-");
  const isRare =
    !isGivenName(lead) && !commonWords.has(lead) && (isFamily || !commonSurnames.has(lead)) && !particles.has(lead);
  if (at > 0 && lead.length > 3 && isRare) names.phrases.push(phrase([lead], [spelled[0] as string], "part", false));
  if (suffix) names.suffix = suffix === "junior" ? "jr" : suffix;
}

function surnameTraits(surnames: readonly Surname[], context: readonly string[], isExact: boolean): number {
  const last = surnames[0]?.words.join(" ") ?? "";
  let traits = 0;
  if (commonSurnames.has(last)) traits |= TRAIT.common;
  const single = last.replace(/s$/, "");
  if (isNounLike(last) || [last, single].some((word) => commonWords.has(word) || wordSurnames.has(word)))
    traits |= TRAIT.ordinary;
  // A publisher who says that the case matters has weighed the rarer words.
  if ([last, single].some((word) => commonWords.has(word) || (!isExact && wordSurnames.has(word))))
    traits |= TRAIT.word;
  if (towns.has(last)) traits |= isExact ? TRAIT.town : TRAIT.town | TRAIT.word;
  if (male.has(last) || female.has(last) || other.has(last)) traits |= TRAIT.given;
  if (last && context.some((text) => ` ${wordsOf(text).folded.join(" ")} `.includes(` ${last} `)))
    traits |= TRAIT.story;
  return traits;
}

/** How texts may spell an anchor, in ASCII title case or as the dossier does; `loadLexicon` adds capitals and lower case. */
export function spellings(anchor: string, spelled: string): string[] {
  const title = (word: string) => word.replace(/^./u, (letter) => letter.toUpperCase());
  return [...new Set([spelled, title(anchor), title(foldGerman(spelled))])];
}
