import type { Settings } from "./settings.ts";
import type { Vetoes } from "./vetoes.ts";

/** Keys of storage.local that a page reads at start, in one call. Published by the background, never written by pages. */
export const PAGE_KEYS = ["page", "lexicon"] as const;

/** What a page needs of the settings. */
export interface PageState
  extends Pick<Settings, "enabled" | "siteMode" | "offSites" | "onSites" | "markStyle" | "openDelay" | "theme"> {
  /** Grows with each published lexicon: a page reloads its lexicon when this differs. */
  lexiconVersion: number;
  vetoes: Vetoes;
}

/** What a page reads at start; both absent right after installation, before the first publication. */
export interface PublishedState {
  page?: PageState;
  /** The index of the lexicon (`detect/lexicon.ts`), or a filter where that would be too big (`detect/filter.ts`). */
  lexicon?: string;
}

/** The key of storage.local that changes with every change of a dossier in use, also where the lexicon stays the same. */
export const SOURCE_KEY = "publishedFor";

/** The key under which a page finds the rest of the lexicon once somebody seems to be named; see `PublishedNames`. */
export const NAMES_KEY = "names";

/** The lexicon but its index; `data` is empty where pages have a filter and ask the background. */
export interface PublishedNames {
  version: number;
  data: string;
}
