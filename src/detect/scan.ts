import * as DOUBT from "./doubt.ts";
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
  for (const [i, candidate] of found.entries()) lookAhead(text, candidate, found[i + 1]);
  return found;
}

/** Characters of a sentence in which a full name is sought after a surname. */
const AHEAD = 160;
const SENTENCE_END = /[.!?:;()[\]"“”„«»—–\u2028\u2029]|\sBy\s/;
/** A verb's company: a list of names has none. */
const SMALL_WORDS = /(?:(?:^|[^\p{L}])\p{Ll}+(?=[^\p{L}]).*){3}/su;
const NAMING = /[^\p{L}](?:born|n[ée]e|names?|named|called|as|is|was)\s+$/u;

/** Nobody is introduced after they have been named in the same sentence: the full name that follows is somebody else's. */
function lookAhead(text: string, candidate: Candidate, next: Candidate | undefined): void {
  if (candidate.kind !== "surname" || next?.anchor !== candidate.anchor || next.start - candidate.end > AHEAD) return;
  if (next.kind !== "full" && !(next.kind === "stranger" && next.start < next.end && next.other)) return;
  const between = text.slice(candidate.end, next.start);
  if (!SENTENCE_END.test(between) && SMALL_WORDS.test(between) && !NAMING.test(between)) candidate.doubt |= DOUBT.ahead;
}

/**
 * Of two names that overlap the longer one counts ("Donald Trump Jr." before "Donald Trump"); of two readings of one place
 * the whole surname, not what goes on from a part of it ("Pinkerton-Hale"). A full name that goes on from what seemed
 * somebody else's counts ("Diplomat Sergej Volkhonov", where Sergej alone is a part of the name).
 */
function addLongest(found: Candidate[], candidate: Candidate): void {
  for (let last = found.at(-1); last && last.end > candidate.start; last = found.at(-1)) {
    const longer = last.end - last.start - (candidate.end - candidate.start);
    const goesOn = last.kind === "stranger" && candidate.kind === "full" && candidate.end > last.end;
    if (goesOn) {
      found.pop();
      continue;
    }
    if (longer > 0 || (longer === 0 && !(last.kind === "part" && candidate.kind === "surname"))) return;
    found.pop();
  }
  found.push(candidate);
}
