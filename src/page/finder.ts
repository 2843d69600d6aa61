import { type Candidate, findCandidates, type Lexicon } from "../detect/index.ts";
import { type LexiconIndex, openLexicon, type PersonEntry } from "../detect/lexicon.ts";
import type { FoundNames } from "../shared/found-names.ts";
import type { PageBrowser } from "./browser-api.ts";
import type { Spotter } from "./spotter.ts";

/** Where candidates come from. */
export interface Finder extends Pick<Spotter, "sift"> {
  /** What `Candidate.people` and `resolveCandidates` go by. */
  lexicon: Lexicon;
  /** `find` knows every text. */
  isLocal: boolean;
  /** Undefined: they have to be asked for. */
  find(text: string): Candidate[] | undefined;
  /** Candidates of texts that `find` does not know, text by text. Rejects where the background does not answer. */
  ask(texts: readonly string[]): Promise<Answer>;
}

/** Candidates text by text, and the surnames that stand for somebody of the lexicon there (`FoundNames.used`). */
export type Answer = Pick<FoundNames<Candidate>, "found" | "used">;

/** Reads names here, with the whole lexicon: `names` is its second part. */
export function localFinder(spotter: Spotter & { index: LexiconIndex }, names: string): Finder {
  const lexicon = openLexicon(spotter.index, names);
  const find = (text: string) => findCandidates(lexicon, text);

  return {
    sift: spotter.sift,
    isLocal: true,
    lexicon,
    find,
    ask: async (texts) => ({ found: texts.map(find), used: [] }),
  };
}

/**
 * Lets the background read names; this page sees where some may stand and, once they are read, says who is meant. The
 * detector runs on the same text there as it would here, so the result is the same.
 */
export function remoteFinder(spotter: Spotter, browser: PageBrowser, version: number): Finder {
  const people: PersonEntry[] = [];
  const lexicon: Lexicon = {
    anchors: new Map(),
    lower: false,
    otherScripts: false,
    people,
    body: { people, phrases: [], casts: [] },
    is: () => false,
  };
  return {
    sift: spotter.sift,
    isLocal: false,
    lexicon,
    find(text) {
      let isSpotted = false;
      spotter.each(text, () => {
        isSpotted = true;
      });
      return isSpotted ? undefined : [];
    },
    async ask(texts) {
      const words = new Set<string>();
      for (const text of texts) spotter.each(text, (_, word) => words.add(word));
      const data = { version, texts, words: [...words] };
      const answer = (await browser.runtime.sendMessage({ type: "names.find", data })) as
        | { ok: true; value: FoundNames<Candidate> | null }
        | { ok: false }
        | undefined;
      if (!answer?.ok) throw new Error("the background did not read the names");
      // Null: a newer lexicon is published, and this page is about to begin anew.
      if (!answer.value) return { found: [], used: [] };
      for (const [index, person] of answer.value.people)
        people[index] ??= { ...person, given: "", middle: "", suffix: "", sex: "", titles: [] };
      return answer.value;
    },
  };
}
