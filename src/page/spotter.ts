import { type Filter, isFilter, loadFilter } from "../detect/filter.ts";
import { type LexiconIndex, loadIndex } from "../detect/lexicon.ts";
import { anchorOf, wordPattern } from "../detect/words.ts";

/** Sees where names may stand, and no more: all that runs on a page that names nobody. */
export interface Spotter {
  /** Absent: the lexicon is too big for pages, this one has but a filter, and the background reads the names. */
  index?: LexiconIndex;
  /** Calls back with each word of a text that may be an anchor of the lexicon, in order. */
  each(text: string, found: (start: number, word: string) => void): void;
}

/** Words whose answer is kept, so that a filter's arithmetic is done once for the words that pages repeat. */
const MOST_KNOWN = 5_000;

/** For what is published under `lexicon`. Throws a `SyntaxError` on a string of another format. */
export function createSpotter(data: string): Spotter {
  if (isFilter(data)) return overFilter(loadFilter(data));
  const index = loadIndex(data);
  return {
    index,
    each(text, found) {
      const words = wordPattern(index);
      for (let match = words.exec(text); match; match = words.exec(text))
        if (anchorOf(index, match[0]) !== undefined) found(match.index, match[0]);
    },
  };
}

function overFilter(filter: Filter): Spotter {
  let known = new Map<string, boolean>();
  const mayBe = (word: string): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      if (known.size >= MOST_KNOWN) known = new Map();
      answer = filter.mayBe(word);
      known.set(word, answer);
    }
    return answer;
  };
  return {
    each(text, found) {
      const words = wordPattern(filter);
      for (let match = words.exec(text); match; match = words.exec(text))
        if (mayBe(match[0])) found(match.index, match[0]);
    },
  };
}
