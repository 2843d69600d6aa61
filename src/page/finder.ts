import { type Candidate, findCandidates, type Lexicon, loadLexicon } from "../detect/index.ts";

/** Where candidates come from. */
export interface Finder {
  /** What `Candidate.person` and `resolveCandidates` go by; may be replaced by `refresh`. */
  lexicon: Lexicon;
  find(text: string): Candidate[];
  /** True when text has passed that this lexicon cannot judge yet; then `refresh` asks, and everything is read again. */
  stale: boolean;
  refresh(): Promise<void>;
}

/** The finder for a published lexicon. */
export function createFinder(data: string): Finder {
  const lexicon = loadLexicon(data);
  return {
    lexicon,
    find: (text) => findCandidates(lexicon, text),
    stale: false,
    refresh: () => Promise.resolve(),
  };
}
