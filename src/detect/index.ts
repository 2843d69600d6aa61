/**
 * Names to lexicon, text to mentions.
 *
 * `compileLexicon(casts)` (background) makes one short string; `loadLexicon(string)` (page) reads it. A page cuts its
 * text into blocks (a paragraph, a heading, a cell), asks `findCandidates(lexicon, text)` for each block or for many
 * blocks joined by U+2029, keeps the candidates a block, and `resolveCandidates(lexicon, blocks, facts)` says who is
 * meant, over all blocks of the page in document order. `<br>` is U+2028. Both functions are pure.
 */
export { compileLexicon } from "./compile.ts";
export { type Lexicon, loadLexicon, splitLexicon } from "./lexicon.ts";
export { resolveCandidates } from "./resolve.ts";
export { findCandidates } from "./scan.ts";
export type { Candidate, Cast, LexiconPerson, Mention, PageFacts, Reason } from "./types.ts";
