import MiniSearch from "minisearch";
import { fold, words } from "../model/fold.ts";
import type { DossierIndex } from "../model/index.ts";
import { parseKey, type RecordType, type SearchDocument, searchDocuments } from "../model/search-documents.ts";

export interface Hit {
  type: RecordType;
  id: string;
}

export interface SearchResult {
  /** Best first. */
  hits: Hit[];
  /** Folded words of the dossier that the query matched: what is highlighted. */
  terms: ReadonlySet<string>;
}

export interface SearchEngine {
  search(query: string): SearchResult;
}

export interface SliceClock {
  now(): number;
  /** Lets input and painting happen; resolves when the next slice may run. */
  rest(): Promise<void>;
}

/** Longest stretch of indexing at a time: half a frame, so that typing stays smooth meanwhile. */
const SLICE_MS = 8;
/** Words shorter than this are matched from their start but not fuzzily: "ran" is not "run". */
const FUZZY_FROM = 4;
/** Of the length of a word: one slip in five letters. */
const FUZZINESS = 0.2;
/** A lone letter would match nearly everything, at great cost. */
const PREFIX_FROM = 2;

function newIndex(): MiniSearch<SearchDocument> {
  return new MiniSearch<SearchDocument>({
    idField: "key",
    fields: ["name", "text", "around"],
    tokenize: words,
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { name: 3, text: 1.5 },
      combineWith: "AND",
      prefix: (term) => term.length >= PREFIX_FROM,
      fuzzy: (term) => (term.length >= FUZZY_FROM ? FUZZINESS : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });
}

/**
 * Indexes a dossier in slices on the main thread. Not in a worker: a worker would need its own copy of every text, and
 * in slices the whole of 10,000 statements takes about a second without one frame lost.
 */
export async function buildSearch(
  index: DossierIndex,
  clock: SliceClock,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<SearchEngine> {
  const { people, statements, events, sources } = index.dossier;
  const total = people.length + statements.length + events.length + sources.length;
  const mini = newIndex();
  let done = 0;
  let sliceEnd = clock.now() + SLICE_MS;
  for (const document of searchDocuments(index)) {
    mini.add(document);
    done += 1;
    if (clock.now() < sliceEnd) continue;
    onProgress(done / total);
    await clock.rest();
    signal?.throwIfAborted();
    sliceEnd = clock.now() + SLICE_MS;
  }
  return { search: (query) => run(mini, query) };
}

function run(mini: MiniSearch<SearchDocument>, query: string): SearchResult {
  const terms = new Set<string>();
  const hits: Hit[] = [];
  for (const result of mini.search(query)) {
    for (const term of result.terms) terms.add(term);
    hits.push(parseKey(result.id as string));
  }
  return { hits, terms };
}
