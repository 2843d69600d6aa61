import { codeAt, kindOf, LETTER, NUMBER } from "./characters.ts";
import type { Lexicon } from "./lexicon.ts";

/** Characters of a tile: story words are sought in the tile that holds the name and some 500 on either side. */
const TILE = 2000;
const OVERLAP = 500;

/** Context words of some casts by the two characters they begin with. */
type Openings = Map<number, string[]>;

/** Finds a story's own words ("special counsel") near a name; looks at each part of a text once. */
export class StoryWords {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  #start = 0;
  #end = -1;
  /** What was found last, and where: names that follow mostly share it. */
  #tile = -1;
  #casts: readonly number[] = [];
  #found: string[] = [];

  constructor(lexicon: Lexicon, text: string) {
    this.#lexicon = lexicon;
    this.#text = text;
  }

  near(at: number, casts: readonly number[]): string[] {
    if (!casts.some((cast) => this.#lexicon.body.casts[cast]?.context.length)) return [];
    // Names come in the order of the text, so block ends are sought onwards only.
    while (this.#end < at) {
      this.#start = this.#end + 1;
      const next = this.#text.indexOf("\u2029", this.#start);
      this.#end = next < 0 ? this.#text.length : next;
      this.#tile = -1;
    }
    const tile = Math.floor((at - this.#start) / TILE);
    if (tile !== this.#tile || !sameCasts(casts, this.#casts)) {
      const from = this.#start + Math.max(0, tile * TILE - OVERLAP);
      const to = Math.min(this.#end, this.#start + (tile + 1) * TILE + OVERLAP);
      this.#tile = tile;
      this.#casts = casts;
      this.#found = this.#find(this.#text.slice(from, to).toLowerCase(), casts);
    }
    return this.#found;
  }

  /** The context words that a text in lower case holds, in the order of the dossier; the last word may go on ("hack", "hacking"). */
  #find(text: string, casts: readonly number[]): string[] {
    const context = casts.flatMap((cast) => this.#lexicon.body.casts[cast]?.context ?? []);
    const openings = openingsOf(this.#lexicon, casts, context);
    const found = new Set<string>();
    let inWord = false;
    for (let i = 0; i < text.length; ) {
      const code = codeAt(text, i);
      const isWord = (kindOf(code) & (LETTER | NUMBER)) !== 0;
      if (isWord && !inWord) {
        for (const phrase of openings.get(openingAt(text, i)) ?? []) if (continues(text, i, phrase)) found.add(phrase);
      }
      inWord = isWord;
      i += code > 0xffff ? 2 : 1;
    }
    return found.size > 0 ? context.filter((phrase) => found.has(phrase)) : [];
  }
}

const sameCasts = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((cast, i) => cast === others[i]);

/** Two characters as one small number; others that share it are told apart by `continues`. */
const openingAt = (text: string, at: number) => (text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1);

const made = new WeakMap<Lexicon, Map<string, Openings>>();

/** The openings of some casts' context words; made once a lexicon. */
function openingsOf(lexicon: Lexicon, casts: readonly number[], context: readonly string[]): Openings {
  const known = made.get(lexicon) ?? new Map<string, Openings>();
  made.set(lexicon, known);
  let openings = known.get(casts.join());
  if (openings) return openings;
  openings = new Map();
  for (const phrase of new Set(context)) {
    const opening = openingAt(phrase, 0);
    openings.set(opening, [...(openings.get(opening) ?? []), phrase]);
  }
  known.set(casts.join(), openings);
  return openings;
}

/** Whether a phrase stands at `at`, whatever parts its words. */
function continues(text: string, at: number, phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) {
    if (phrase[i] !== " ") {
      if (text[at] !== phrase[i]) return false;
      at += 1;
      continue;
    }
    const gap = at;
    for (let code = codeAt(text, at); code && !(kindOf(code) & (LETTER | NUMBER)); code = codeAt(text, at))
      at += code > 0xffff ? 2 : 1;
    if (at === gap) return false;
  }
  return true;
}
