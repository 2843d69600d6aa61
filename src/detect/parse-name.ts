import { MALE_TITLES, PARTICLES } from "./data/word-lists.ts";
import { fold } from "./fold.ts";

const SUFFIX = /^(jr|sr|junior|ii|iii|iv|v|esq|md|phd)$/;
const HONORIFICS = /* @__PURE__ */ new Set(
  `${MALE_TITLES} mrs ms miss dr prof professor sir dame lady saint st`.split(" "),
);
const particles = /* @__PURE__ */ new Set(PARTICLES.split(" "));

/** A person's name taken apart; all words folded. */
export interface ParsedName {
  /** Words of the name without quoted nickname, suffix and honorific. */
  words: string[];
  /** The same words as written. */
  spelled: string[];
  nicknames: string[];
  suffix: string;
}

/** The words of a text: folded and as written. */
export function wordsOf(text: string): { folded: string[]; spelled: string[] } {
  const spelled = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { folded: spelled.map(fold), spelled };
}

/** 'Hector "Macho" Camacho Jr.' is words [hector, camacho], nicknames [macho], suffix jr. */
export function parseName(name: string): ParsedName {
  const nicknames: string[] = [];
  const plain = name.replace(
    /["“”„«»(]([^"“”„«»()]{2,40})["“”„«»)]|(?<=\s)['‘]([^'’]{2,30})['’](?=\s)/g,
    (_all, a, b) => {
      // Of "The Rock" the article names nobody.
      const { folded } = wordsOf((a ?? b) as string);
      nicknames.push(...folded.slice(folded.length > 1 && folded[0] === "the" ? 1 : 0).slice(0, 1));
      return " ";
    },
  );
  const { folded, spelled } = wordsOf(plain);
  let suffix = "";
  while (
    folded.length > 1 &&
    SUFFIX.test(folded.at(-1) as string) &&
    (folded.length > 2 || /^[js]r$/.test(folded.at(-1) as string))
  ) {
    suffix = folded.pop() as string;
    spelled.pop();
  }
  while (folded.length > 2 && HONORIFICS.has(folded[0] as string)) {
    folded.shift();
    spelled.shift();
  }
  return { words: folded, spelled, nicknames, suffix };
}

/**
 * Where the surname begins when nobody says so: the last word with what a hyphen or apostrophe joins to it ("Peña" in
 * "Rivasol-Peña" is none) and the particles before, never the first word.
 */
export function surnameStart(words: readonly string[], spelled: readonly string[], name: string): number {
  let at = words.length - 1;
  const isJoined = () => ["-", "'", "’", "‑"].some((sign) => name.includes(`${spelled[at - 1]}${sign}${spelled[at]}`));
  while (at > 1 && (particles.has(words[at - 1] as string) || isJoined())) at -= 1;
  return Math.max(0, at);
}

const NUMERAL = /^(?:i|ii|iii|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3}|xix|xx)$/;

/** Where the number of a reign stands ("Louis IX", "Hussein I of Jordan"); 0: none. "Malcolm X" does not reign. */
export function reignAt(words: readonly string[]): number {
  const of = words.indexOf("of");
  const at = of > 0 ? of - 1 : words.length - 1;
  const word = words[at] ?? "";
  return at > 0 && NUMERAL.test(word) && (of > 0 || word.length > 1) ? at : 0;
}

/** Whether `part` stands in `words` as a run; its index, or -1. */
export function runIndex(words: readonly string[], part: readonly string[]): number {
  if (!part.length) return -1;
  for (let at = words.length - part.length; at >= 0; at--)
    if (part.every((word, i) => words[at + i] === word)) return at;
  return -1;
}
