import type { Lexicon } from "./lexicon.ts";

/** Characters of a tile: story words are sought in the tile that holds the name and some 500 on either side. */
const TILE = 2000;
const OVERLAP = 500;

/** Finds a story's own words ("special counsel") near a name; looks at each part of a text once. */
export class StoryWords {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  #start = 0;
  #end = -1;
  readonly #seen = new Map<string, string[]>();

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
    }
    const tile = Math.floor((at - this.#start) / TILE);
    const key = `${this.#start} ${tile} ${casts.join()}`;
    let found = this.#seen.get(key);
    if (!found) {
      const from = this.#start + Math.max(0, tile * TILE - OVERLAP);
      const to = Math.min(this.#end, this.#start + (tile + 1) * TILE + OVERLAP);
      const words = ` ${this.#text
        .slice(from, to)
        .toLowerCase()
        .replace(/’/g, "'")
        .replace(/[^\p{L}\p{N}]+/gu, " ")} `;
      found = casts.flatMap((cast) =>
        (this.#lexicon.body.casts[cast]?.context ?? []).filter((phrase) => words.includes(` ${phrase}`)),
      );
      this.#seen.set(key, found);
    }
    return found;
  }
}
