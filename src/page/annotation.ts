import type { ToPage } from "../shared/page-messages.ts";
import type { PageState } from "../shared/page-state.ts";
import type { PageBrowser } from "./browser-api.ts";
import type { First } from "./first.ts";
import type { PageMention } from "./mention-index.ts";
import type { Handover } from "./sentry.ts";
import type { Spotter } from "./spotter.ts";

/** What `annotate.js` is given once the content script has seen the first name. */
export interface AnnotationOptions {
  browser: PageBrowser;
  /** Id of this frame, see `PageSummary`. */
  frame: string;
  /** Listens before the page does. */
  first: First;
  spotter: Spotter;
  /** The second part of the lexicon; empty where the spotter has but a filter. */
  names: string;
  /** Of the lexicon. */
  version: number;
  /** Relieves the sentry; called once. */
  takeOver(): Handover;
  /** Read anew at each use. */
  state(): PageState;
  /** Whether this person is not to be marked here ("not this person here"). */
  isVetoed(key: string): boolean;
  /** The tab is in the background: no work now. */
  isAway(): boolean;
  /** There is no further name here (`none`: none at all) for this message: another frame is asked; false: there is none. */
  passOn(message: ToPage, none: boolean): boolean;
  /** Those in text that the page shows. */
  shown(mentions: readonly PageMention[]): PageMention[];
  /** Called after marks or `isPartial` have changed. */
  onChange(): void;
  /** Aborted when annotations go off here: then all marks and listeners go. */
  signal: AbortSignal;
}

/** The running annotation of one document. */
export interface Annotation {
  /** The page changes faster than it can be read. */
  readonly isPartial: boolean;
  /** The page is being read for the first time. */
  readonly isReading: boolean;
  /** All painted names, in document order. */
  mentions(): readonly PageMention[];
  /** Cheap checks of what no event tells. */
  check(): void;
  /** Looks for shadow roots that were attached without any mutation. */
  sweep(): void;
  /** The page may be visible again. */
  wake(): void;
  /** Style or vetoes may have changed. */
  follow(): void;
  /** `go` and `open-card`. */
  handle(message: ToPage): void;
}

/** What `annotate.js` exports. */
export interface AnnotateModule {
  annotate(options: AnnotationOptions): Annotation;
}
