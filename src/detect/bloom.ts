import type { Steps } from "../dossier/slices.ts";

/**
 * A Bloom filter (B. H. Bloom, CACM 13:7, 1970): says of a word "surely not one of these" or "may be". A character holds
 * six bits, so that the string is one byte a character and needs no decoding.
 */
export interface Bloom {
  has(word: string): boolean;
  /** The same for a word of which the caller has made both hashes, unmixed. */
  hasHashed(first: number, second: number): boolean;
}

const BITS = 6;
const FIRST_CODE = 48;
/** "\\" would be written as two characters wherever the string becomes JSON. */
const BACKSLASH = 92;
const INSTEAD = 112;
/** Words that are worked off between two looks at the clock. */
const STEP = 100;

export const FIRST_SEED = 0x811c9dc5;
export const SECOND_SEED = 0x01234567;
/** A step of FNV-1a (Fowler, Noll, Vo), 32 bits, over code units. */
export const step = (value: number, code: number) => Math.imul(value ^ code, 0x01000193);
/** The last bits of FNV are weak: mixed as in MurmurHash3 (Austin Appleby, public domain). */
function mixed(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function unmixed(word: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < word.length; i++) value = step(value, word.charCodeAt(i));
  return value;
}

/** A number from 0 to below `drawers` for a word, for whoever files words in drawers. */
export const drawerOf = (word: string, drawers: number): number => mixed(unmixed(word, FIRST_SEED)) % drawers;

/** Calls back with the places of a word, until one answers false (Kirsch and Mitzenmacher: two hashes make any number). */
function everyPlace(first: number, second: number, hashes: number, bits: number, test: (bit: number) => boolean) {
  for (let i = 0; i < hashes; i++) if (!test(((first + Math.imul(i, second | 1)) >>> 0) % bits)) return false;
  return true;
}

/** Writes the filter of some words in about so many bits, yielding wherever others may go first. */
export function* bloomSteps(words: Iterable<string>, size: number, hashes: number): Steps<string> {
  const sixths = new Uint8Array(Math.ceil(size / BITS));
  let done = 0;
  for (const word of words) {
    const first = mixed(unmixed(word, FIRST_SEED));
    const second = mixed(unmixed(word, SECOND_SEED));
    everyPlace(first, second, hashes, sixths.length * BITS, (bit) => {
      const at = Math.floor(bit / BITS);
      sixths[at] = (sixths[at] ?? 0) | (1 << (bit % BITS));
      return true;
    });
    if (++done % STEP === 0) yield;
  }
  let text = "";
  for (const value of sixths)
    text += String.fromCharCode(value + FIRST_CODE === BACKSLASH ? INSTEAD : value + FIRST_CODE);
  yield;
  return text;
}

/** Reads a filter that lies in `data` between two places. */
export function loadBloom(data: string, from: number, to: number, hashes: number): Bloom {
  const bits = (to - from) * BITS;
  const isSet = (bit: number) => {
    const code = data.charCodeAt(from + Math.floor(bit / BITS));
    return (((code === INSTEAD ? BACKSLASH : code) - FIRST_CODE) & (1 << (bit % BITS))) !== 0;
  };
  const hasHashed = (first: number, second: number) => everyPlace(mixed(first), mixed(second), hashes, bits, isSet);
  return { has: (word) => hasHashed(unmixed(word, FIRST_SEED), unmixed(word, SECOND_SEED)), hasHashed };
}
