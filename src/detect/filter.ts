import { atOnce, type Steps } from "../dossier/slices.ts";
import { bloomSteps, FIRST_SEED, loadBloom, SECOND_SEED, step } from "./bloom.ts";
import type { Compiled } from "./compile.ts";
import { filterWords, LOWER, lookupForms } from "./forms.ts";
import { anchorKeys } from "./lexicon.ts";
import { loadStrangers, type Strangers, strangerSteps } from "./strangers.ts";
import { isLowerKey, isMarked, searchable, type WordKinds } from "./words.ts";

/**
 * What a page holds in place of a lexicon that is too big for it: a Bloom filter over the words that names are found by.
 * It says "surely no name" or "may be one", never misses one, and never grows beyond `MOST_BITS`; with 60,000 different
 * words one word in a thousand is a false alarm, with a million every second one. A second filter tells strangers.
 */
export interface Filter extends WordKinds, Strangers {
  /** Whether a word of a text may be an anchor. */
  mayBe(word: string): boolean;
}

export const FILTER_FORMAT = "dramatis-filter/2";
/** Of all of it, so that what a page reads at start stays below 200 KB. */
const MOST_CHARACTERS = 190_000;
/** 150 KB. */
const MOST_BITS = 900_000;
const BITS_A_WORD = 16;
const HASHES = 7;

/** Writes the filter of a lexicon. */
export const writeFilter = (compiled: Compiled): string => atOnce(filterSteps(compiled));

/** Entries that are worked off between two looks at the clock. */
const STEP = 100;

/** The same, yielding wherever others may go first. */
export function* filterSteps(compiled: Compiled): Steps<string> {
  const { entries, flags } = compiled;
  const words = new Set<string>();
  const keys = new Set<string>();
  let done = 0;
  for (const entry of entries) {
    for (const word of filterWords(entry)) words.add(word);
    for (const key of anchorKeys(entry)) if (key[0] !== "~") keys.add(key);
    if (++done % STEP === 0) yield;
  }
  const size = Math.min(MOST_BITS, Math.max(600, words.size * BITS_A_WORD));
  const text = yield* bloomSteps(words, size, HASHES);
  const strangers = yield* strangerSteps(compiled, MOST_CHARACTERS - text.length);
  return [
    FILTER_FORMAT,
    `${flags}|${searchable(keys, isLowerKey)?.join(" ") ?? "*"}|${strangers.hashes}|${strangers.letters}`,
    text,
    strangers.exact,
    strangers.text,
  ].join("\n");
}

/** Letters of ASCII, none but the first of them a capital. */
const PLAIN = /^[A-Z][a-z]+$/;

export const isFilter = (data: string): boolean => data.startsWith(FILTER_FORMAT);

/** Reads a filter; throws a `SyntaxError` on a string of another format. */
export function loadFilter(data: string): Filter {
  if (!isFilter(data)) throw new SyntaxError("not a filter");
  const flagsAt = FILTER_FORMAT.length + 1;
  const from = data.indexOf("\n", flagsAt) + 1;
  const to = data.indexOf("\n", from);
  const last = data.indexOf("\n", to + 1);
  const [flags = "", keys = "", hashes, letters] = data.slice(flagsAt, from - 1).split("|");
  const words = loadBloom(data, from, to, HASHES);
  return {
    ...loadStrangers(loadBloom(data, last + 1, data.length, Number(hashes)), data.slice(to + 1, last), Number(letters)),
    lower: flags.includes("l"),
    otherScripts: flags.includes("s"),
    lowerKeys: keys === "*" ? undefined : keys.split(" ").filter(Boolean),
    mayBe(word) {
      if (!PLAIN.test(word)) {
        const isBoth = isMarked(word);
        const sign = !isBoth && isLowerKey(word) ? LOWER : "";
        return lookupForms(word).some((form) => words.has(sign + form) || (isBoth && words.has(LOWER + form)));
      }
      // The same for most words of a text, without a string being made.
      let [first, second] = [FIRST_SEED, SECOND_SEED];
      const last = word.length - 1;
      for (let i = 0; i <= last; i++) {
        const code = word.charCodeAt(i) | 32;
        // Without the s of a genitive.
        if (i === last && code === 115 && words.hasHashed(first, second)) return true;
        first = step(first, code);
        second = step(second, code);
      }
      return words.hasHashed(first, second);
    },
  };
}
