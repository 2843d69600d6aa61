import type { ToPage } from "../shared/page-messages.ts";
import type { PageState } from "../shared/page-state.ts";
import type { PageBrowser } from "./browser-api.ts";
import type { First } from "./first.ts";
import type { MentionIndex, PageMention } from "./mention-index.ts";

/** What `card.js` is given when the content script has imported it. */
export interface CardContext {
  index: MentionIndex;
  browser: PageBrowser;
  /** Id of this frame, see `PageSummary`. */
  frame: string;
  /** Listens before the page does. */
  first: First;
  /** The published state as it is now: open delay, theme, vetoes. */
  state(): PageState;
  /** Aborted when annotations go off here or the extension is reloaded: remove the host and all listeners. */
  signal: AbortSignal;
  /** There is no further name here (`none`: none at all) for this message: another frame is asked; false: there is none. */
  passOn(message: ToPage, none: boolean): boolean;
  /** Those in text that the page shows. */
  shown(mentions: readonly PageMention[]): PageMention[];
  /** What the pointer did while the code was loaded: a mouse may rest on a name or select, a tap may be over. */
  early?: readonly PointerEvent[];
  /** Host and path under which vetoes of this page are kept. */
  place: { host: string; path: string };
}

/** What `card.js` exports. */
export interface CardModule {
  start(context: CardContext): CardControls;
}

/** How the content script passes on what the popup and the commands ask for. */
export interface CardControls {
  handle(message: ToPage): void;
}
