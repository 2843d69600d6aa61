import MiniSearch from "minisearch";
import { fold, words } from "../model/fold.ts";
import { parseKey, type RecordType, type SearchDocument } from "../model/search-documents.ts";

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
  add(documents: readonly SearchDocument[]): void;
  search(query: string): SearchResult;
}

/** Words shorter than this are matched from their start but not fuzzily: "ran" is not "run". */
const FUZZY_FROM = 4;
/** Of the length of a word: one slip in five letters. */
const FUZZINESS = 0.2;
/** A lone letter would match nearly everything, at great cost. */
const PREFIX_FROM = 2;

/** Full-text search over the records of a dossier: diacritics folded, from the start of a word, with a slip or two. */
export function createEngine(): SearchEngine {
  const index = new MiniSearch<SearchDocument>({
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
  return {
    add: (documents) => index.addAll(documents),
    search(query) {
      const terms = new Set<string>();
      const hits = index.search(query).map((result) => {
        for (const term of result.terms) terms.add(term);
        return parseKey(result.id as string);
      });
      return { hits, terms };
    },
  };
}
