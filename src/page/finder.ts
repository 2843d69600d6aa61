import { type Candidate, findCandidates, type Lexicon, loadLexicon } from "../detect/index.ts";

/** Where candidates come from. */
export interface Finder {
  /** What `Candidate.people` and `resolveCandidates` go by. */
  lexicon: Lexicon;
  find(text: string): Candidate[];
}

/** The finder for a published lexicon. */
export function createFinder(data: string): Finder {
  const lexicon = loadLexicon(data);
  return { lexicon, find: (text) => findCandidates(lexicon, text) };
}
