import type { Lexicon } from "./lexicon.ts";
import { NameReader } from "./read-name.ts";
import type { Candidate } from "./types.ts";
import { anchorOf, wordPattern } from "./words.ts";

/**
 * Finds every place of `text` where a person of the lexicon, or a namesake, may be named, in order of their starts and
 * without overlap. `text` is one block or many joined by U+2029; no candidate crosses it. Linear in the text's length
 * and flat in the number of names.
 */
export function findCandidates(lexicon: Lexicon, text: string): Candidate[] {
  const words = wordPattern(lexicon);
  let reader: NameReader | undefined;
  const found: Candidate[] = [];
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const anchor = anchorOf(lexicon, match[0]);
    if (anchor === undefined) continue;
    reader ??= new NameReader(lexicon, text);
    const candidate = reader.read(anchor, match.index, match.index + match[0].length);
    if (candidate) addLongest(found, candidate);
  }
  return found;
}

/** Of two names that overlap the longer one counts ("Donald Trump Jr." before "Donald Trump"). */
function addLongest(found: Candidate[], candidate: Candidate): void {
  for (let last = found.at(-1); last && last.end > candidate.start; last = found.at(-1)) {
    if (last.end - last.start >= candidate.end - candidate.start) return;
    found.pop();
  }
  found.push(candidate);
}
