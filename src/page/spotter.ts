import { isFilter, loadFilter } from "../detect/filter.ts";
import { type LexiconIndex, loadIndex } from "../detect/lexicon.ts";
import type { Strangers } from "../detect/strangers.ts";
import { anchorOf, isLowerKey, RoughWords, searchable } from "../detect/words.ts";
import { type Chunk, sift } from "./sift.ts";

/**
 * Sees where names may stand, and no more: all that runs on a page that names nobody. Strangers are told from a filter only:
 * whoever has the whole lexicon reads their names as fast.
 */
export interface Spotter extends Partial<Strangers> {
  /** Absent: the lexicon is too big for pages, this one has but a filter, and the background reads the names. */
  index?: LexiconIndex;
  /** Calls back with each word of a text that may be an anchor of the lexicon, in no order; some that are none. */
  each(text: string, found: (start: number, word: string) => void): void;
  /** Reads all text below (and at) `root` in the rough, see sift.ts. Here, so that `annotate.js` need not hold it again. */
  sift(root: Node): Generator<Chunk, void>;
}

/** For what is published under `lexicon`. Throws a `SyntaxError` on a string of another format. */
export function createSpotter(data: string): Spotter {
  if (isFilter(data)) {
    const filter = loadFilter(data);
    return { ...spotterOf(new RoughWords(filter, filter.mayBe)), isStranger: filter.isStranger };
  }
  const index = loadIndex(data);
  const words = new RoughWords(
    {
      ...index,
      keys: searchable(index.anchors.keys(), () => true),
      lowerKeys: searchable(index.anchors.keys(), isLowerKey),
    },
    (word) => anchorOf(index, word) !== undefined,
  );
  return { index, ...spotterOf(words) };
}

const spotterOf = (words: RoughWords): Spotter => ({
  each: (text, found) => words.each(text, found),
  sift: (root) => sift(root, (fragment) => words.mayBegin(fragment)),
});
