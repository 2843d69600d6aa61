import { atOnce, type Steps } from "../dossier/slices.ts";
import { fold, foldGerman } from "./fold.ts";
import { anchorKeys } from "./lexicon.ts";
import { isLowerKey, isMarked, searchable, type WordKinds } from "./words.ts";

/**
 * A Bloom filter (B. H. Bloom, CACM 13:7, 1970) over the words that names are found by: what a page holds in place of a
 * lexicon that is too big for it. It says "surely no name" or "may be one", never misses one, and never grows beyond
 * `MOST_BITS`; with 60,000 different words one word in a thousand is a false alarm, with a million every second one.
 */
export interface Filter extends WordKinds {
  /** Whether a word of a text may be an anchor. */
  mayBe(word: string): boolean;
}

export const FILTER_FORMAT = "dramatis-filter/1";
/** A character holds six bits, so that the string is one byte a character and needs no decoding: 150 KB. */
const MOST_BITS = 900_000;
const BITS_A_WORD = 16;
const HASHES = 7;
const FIRST_CODE = 48;
/** "\\" would be written as two characters wherever the string becomes JSON. */
const BACKSLASH = 92;
const INSTEAD = 112;

/** Anchors that may be in lower case are in the filter with a sign: "May" need not make "may" a false alarm. */
const LOWER = "=";

/**
 * The forms under which an anchor is filed, given its entry in a lexicon's index. Each word that may be the anchor has
 * one of them among its `lookupForms`.
 */
export function fileForms(entry: string): string[] {
  return [...new Set([...filterWords(entry)].map((word) => word.replace(LOWER, "")))];
}

/** `fileForms`, those in lower case with their sign. */
function* filterWords(entry: string): Generator<string> {
  for (const key of anchorKeys(entry)) {
    const isFolded = key[0] === "~";
    const form = fold(isFolded ? key.slice(1) : key);
    // Words with diacritics are looked up in folded form whatever their first letter.
    yield !isFolded && isLowerKey(key) ? LOWER + form : form;
  }
}

/** The forms under which anchors are filed that a word of a text may be: a spelling, or its genitive with an s. */
export function lookupForms(word: string): string[] {
  const folded = isMarked(word) ? [fold(word), foldGerman(word)] : [fold(word)];
  if (!word.endsWith("s")) return folded;
  return [...folded, ...folded.map((form) => form.slice(0, -1))];
}

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0x01234567;
/** A step of FNV-1a (Fowler, Noll, Vo), 32 bits, over code units. */
const step = (value: number, code: number) => Math.imul(value ^ code, 0x01000193);
/** The last bits of FNV are weak: mixed as in MurmurHash3 (Austin Appleby, public domain). */
function mixed(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function hash(word: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < word.length; i++) value = step(value, word.charCodeAt(i));
  return mixed(value);
}

/** A hash of a filed form, for whoever files anchors in drawers. */
export const drawerOf = (form: string, drawers: number): number => hash(form, FIRST_SEED) % drawers;

/** Calls back with the places of a word, until one answers false (Kirsch and Mitzenmacher: two hashes make any number). */
function everyPlace(first: number, second: number, bits: number, test: (bit: number) => boolean): boolean {
  for (let i = 0; i < HASHES; i++) if (!test(((first + Math.imul(i, second | 1)) >>> 0) % bits)) return false;
  return true;
}

/** Writes the filter for all anchors of a lexicon, given their entries in its index. */
export const writeFilter = (entries: Iterable<string>, flags: string): string => atOnce(filterSteps(entries, flags));

/** Entries and words that are worked off between two looks at the clock. */
const STEP = 100;

/** The same, yielding wherever others may go first. */
export function* filterSteps(entries: Iterable<string>, flags: string): Steps<string> {
  const words = new Set<string>();
  const keys = new Set<string>();
  let done = 0;
  for (const entry of entries) {
    for (const word of filterWords(entry)) words.add(word);
    for (const key of anchorKeys(entry)) if (key[0] !== "~") keys.add(key);
    if (++done % STEP === 0) yield;
  }
  const size = Math.min(MOST_BITS, Math.max(600, words.size * BITS_A_WORD));
  const sixths = new Uint8Array(Math.ceil(size / 6));
  const bits = sixths.length * 6;
  for (const word of words) {
    everyPlace(hash(word, FIRST_SEED), hash(word, SECOND_SEED), bits, (bit) => {
      const at = Math.floor(bit / 6);
      sixths[at] = (sixths[at] ?? 0) | (1 << (bit % 6));
      return true;
    });
    if (++done % STEP === 0) yield;
  }
  let text = "";
  for (const value of sixths)
    text += String.fromCharCode(value + FIRST_CODE === BACKSLASH ? INSTEAD : value + FIRST_CODE);
  yield;
  return [FILTER_FORMAT, `${flags}|${searchable(keys, isLowerKey)?.join(" ") ?? "*"}`, text].join("\n");
}

/** Letters of ASCII, none but the first of them a capital. */
const PLAIN = /^[A-Z][a-z]+$/;

export const isFilter = (data: string): boolean => data.startsWith(FILTER_FORMAT);

/** Reads a filter; throws a `SyntaxError` on a string of another format. */
export function loadFilter(data: string): Filter {
  if (!isFilter(data)) throw new SyntaxError("not a filter");
  const flagsAt = FILTER_FORMAT.length + 1;
  const from = data.indexOf("\n", flagsAt) + 1;
  const [flags = "", keys = ""] = data.slice(flagsAt, from - 1).split("|");
  const bits = (data.length - from) * 6;
  const has = (bit: number) => {
    const code = data.charCodeAt(from + Math.floor(bit / 6));
    return (((code === INSTEAD ? BACKSLASH : code) - FIRST_CODE) & (1 << (bit % 6))) !== 0;
  };
  const mayHold = (form: string) => everyPlace(hash(form, FIRST_SEED), hash(form, SECOND_SEED), bits, has);
  return {
    lower: flags.includes("l"),
    otherScripts: flags.includes("s"),
    lowerKeys: keys === "*" ? undefined : keys.split(" ").filter(Boolean),
    mayBe(word) {
      if (!PLAIN.test(word)) {
        const isBoth = isMarked(word);
        const sign = !isBoth && isLowerKey(word) ? LOWER : "";
        return lookupForms(word).some((form) => mayHold(sign + form) || (isBoth && mayHold(LOWER + form)));
      }
      // The same for most words of a text, without a string being made.
      let [first, second] = [FIRST_SEED, SECOND_SEED];
      const last = word.length - 1;
      for (let i = 0; i <= last; i++) {
        const code = word.charCodeAt(i) | 32;
        // Without the s of a genitive.
        if (i === last && code === 115 && everyPlace(mixed(first), mixed(second), bits, has)) return true;
        first = step(first, code);
        second = step(second, code);
      }
      return everyPlace(mixed(first), mixed(second), bits, has);
    },
  };
}
