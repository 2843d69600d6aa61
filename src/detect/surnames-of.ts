import type { Person } from "../dossier/schema.ts";
import { PARTICLES } from "./data/word-lists.ts";
import { parseName, reignAt, runIndex, surnameStart, wordsOf } from "./parse-name.ts";

const particles = /* @__PURE__ */ new Set(PARTICLES.split(" "));

/** A surname: its words folded, and as the dossier spells them. */
export interface Surname {
  words: string[];
  spelled: string[];
  /** What stands before it and is read, not required: al-/el-, van der. */
  particles: string[];
  /** It may be in lower case. */
  lower: boolean;
}

/** The surnames of a person: those that the dossier gives, or else what the name tells; none for a name of one word. */
export function surnamesOf(person: Person): Surname[] {
  const found: Surname[] = [];
  const whole = parseName(person.name).words;
  const add = (words: string[], spelled: string[], lower: boolean) => {
    let own = 0;
    while (own < words.length - 1 && particles.has(words[own] as string)) own += 1;
    const surname = { words: words.slice(own), spelled: spelled.slice(own), particles: words.slice(0, own), lower };
    // "Gaal" given as the surname of Louis van Gaal.
    const at = own === 0 ? runIndex(whole, words) : -1;
    for (let i = at - 1; i > 0 && particles.has(whole[i] as string); i--) surname.particles.unshift(whole[i] as string);
    if (words.length && !found.some((other) => other.words.join(" ") === surname.words.join(" "))) found.push(surname);
  };
  for (const alias of person.aliases) {
    const { folded, spelled } = wordsOf(alias.text);
    if (alias.kind === "surname") add(folded, spelled, alias.case === "any");
    if (alias.kind !== "transliteration") continue;
    const at = surnameStart(folded, spelled, alias.text);
    add(folded.slice(at), spelled.slice(at), alias.case === "any");
  }
  if (person.aliases.some((alias) => alias.kind === "surname")) return found;
  const { words, spelled } = parseName(person.name);
  const reign = reignAt(words);
  // Kings and popes are called by the name before their number.
  if (reign > 0) add(words.slice(0, reign), spelled.slice(0, reign), false);
  // "D'Angelo", "8-Ball", "Catherine of Aragon", "50 Cent" have no surname.
  if (reign > 0 || !/\s/.test(person.name.trim()) || words.includes("of") || /^\d/.test(words[0] ?? "")) return found;
  // "Kim Jong-un": a small letter after the hyphen is that of a given name.
  const [, first = "", second = ""] = spelled;
  const isPair = words.length === 3 && person.name.includes(`${first}-${second}`) && /^\p{Ll}/u.test(second);
  if (isPair && !particles.has(words[1] as string)) {
    add(words.slice(0, 1), spelled.slice(0, 1), false);
    return found;
  }
  const at = surnameStart(words, spelled, person.name);
  // A short last word is seldom a surname ("Kim Jong Un"): such names are matched whole.
  if (words.length > 1 && (words.at(-1) as string).length > 2) add(words.slice(at), spelled.slice(at), false);
  return found;
}
