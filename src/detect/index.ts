/**
 * Names to lexicon, text to mentions.
 *
 * `compileLexicon(casts)` (background) makes one short string; `loadLexicon(string)` (page) reads it. A page cuts its
 * text into blocks (a paragraph, a heading, a cell), asks `findCandidates(lexicon, text)` for each block or for many
 * blocks joined by U+2029, keeps the candidates a block, and `resolveCandidates(lexicon, blocks, facts)` says who is
 * meant, over all blocks of the page in document order. `<br>` is U+2028. Both functions are pure.
 */
export {
  type Candidate,
  compileLexicon,
  findCandidates,
  type Lexicon,
  loadLexicon,
  resolveCandidates,
} from "./naive.tmp.ts";
export type { Cast, LexiconPerson, Mention, Reason } from "./types.ts";
