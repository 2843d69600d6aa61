import { PartOfLexicon } from "../detect/filed.ts";
import { findCandidates } from "../detect/index.ts";
import type { FoundNames, KnownPerson } from "../shared/found-names.ts";
import type { NameStore } from "./name-store.ts";

/** Drawers kept in memory, some 10 KB each, before the part is begun anew. */
const MOST_DRAWERS = 3_000;

/**
 * Reads names for pages that hold only a filter of the lexicon: the same reader on the same text as in a page that
 * holds it all. Keeps the part of the lexicon that was asked for as long as the background runs.
 */
export function createNameFinder(store: NameStore) {
  let held: { version: number; part: Promise<PartOfLexicon | undefined> } | undefined;

  async function open(version: number): Promise<PartOfLexicon | undefined> {
    const head = await store.head(version);
    return head && new PartOfLexicon(head, (drawers) => store.read(version, drawers));
  }

  /** Undefined: this version is not here. */
  function partOf(version: number): Promise<PartOfLexicon | undefined> {
    if (held?.version !== version) held = { version, part: open(version) };
    const mine = held;
    mine.part.then(
      (part) => {
        if ((!part || part.size > MOST_DRAWERS) && held === mine) held = undefined;
      },
      () => {
        if (held === mine) held = undefined;
      },
    );
    return mine.part;
  }

  /** Candidates text by text; null where the page's filter is of another version, which the page will notice by itself. */
  return async (version: number, texts: readonly string[], words: readonly string[]): Promise<FoundNames | null> => {
    const part = await partOf(version);
    if (!part) return null;
    await part.learn(words);
    const { lexicon } = part;
    const found = texts.map((text) => findCandidates(lexicon, text));
    const people = new Map<number, KnownPerson>();
    const used = new Set<number>();
    for (const candidates of found) {
      // Of a plain stranger nobody of ours need be told apart.
      for (const { kind, people, anchor } of candidates) if (kind !== "stranger" || people.length > 0) used.add(anchor);
      for (const index of candidates.flatMap((candidate) => candidate.people)) {
        const person = lexicon.people[index];
        if (person && !people.has(index)) {
          const { name, refs, casts, traits } = person;
          people.set(index, { name, refs, casts, traits });
        }
      }
    }
    return { found, people: [...people], used: [...used].flatMap((anchor) => part.formsOf(anchor)) };
  };
}
