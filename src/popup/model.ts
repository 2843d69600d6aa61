import type { ErrorInfo } from "../dossier/errors.ts";
import type { PageSummary } from "../shared/page-messages.ts";
import type { DossierRow, StorageInfo } from "../shared/rows.ts";
import type { Settings } from "../shared/settings.ts";
import type { Frames } from "./summary.ts";
import type { ClosedReason } from "./tab-kind.ts";

export interface Tab {
  id: number;
  /** Known only where the browser lets us see it: our click opened the popup, or the host is granted. */
  url?: string | undefined;
  loading?: boolean;
  /** The browser shows a PDF here. Firefox lets us into its viewer no more than into the file. */
  pdf?: boolean;
}

export type PageState =
  | { type: "finding" }
  /** No page to speak of: this is the only tab. */
  | { type: "none" }
  | { type: "loading" }
  | { type: "live" }
  /** Looking at the page went wrong in a way that tells nothing of the page. */
  | { type: "failed" }
  /** Could be marked, but was opened before Dramatis was installed, updated or allowed here. */
  | { type: "missing" }
  | { type: "starting" }
  /** Nothing answers and the browser does not say what page it is. */
  | { type: "unknown" }
  | { type: "closed"; reason: ClosedReason };

export interface PopupState {
  settings?: Settings;
  tab?: Tab;
  page: PageState;
  frames: Frames;
  /** True from a connection to a new page until its first summary, which then replaces those of the old one. */
  stale: boolean;
  /** While all frames are asked anew: those that have answered. Frames that have gone do not. */
  heard?: Frames | undefined;
  dossiers?: DossierRow[];
  storage?: StorageInfo;
  failure?: ErrorInfo;
  /** Where next and previous stand: steps taken, for everybody or for one person. */
  walk: { person?: string | undefined; position: number };
}

export type PopupEvent =
  | { type: "settings"; settings: Settings }
  | { type: "tab"; tab: Tab | undefined }
  | { type: "page"; page: PageState }
  | { type: "connecting" }
  /** The frames of the same page are asked again, and have had time to answer. */
  | { type: "asking" }
  | { type: "asked" }
  | { type: "summary"; summary: PageSummary }
  | { type: "library"; dossiers: DossierRow[]; storage: StorageInfo }
  | { type: "failure"; error: ErrorInfo }
  | { type: "step"; step: 1 | -1; person?: string | undefined };

export const INITIAL: PopupState = { page: { type: "finding" }, frames: {}, stale: false, walk: { position: -1 } };

export function reduce(state: PopupState, event: PopupEvent): PopupState {
  switch (event.type) {
    case "settings":
      return { ...state, settings: event.settings };
    case "tab": {
      if (!event.tab) return { ...state, page: { type: "none" }, frames: {} };
      return event.tab.id === state.tab?.id
        ? { ...state, tab: event.tab }
        : { ...state, tab: event.tab, page: { type: "finding" }, frames: {}, walk: INITIAL.walk };
    }
    case "page":
      return { ...state, page: event.page, frames: event.page.type === "live" ? state.frames : {} };
    case "connecting":
      return { ...state, stale: true, heard: undefined };
    case "asking":
      return { ...state, heard: {} };
    case "asked":
      return state.heard && Object.keys(state.heard).length > 0
        ? { ...state, frames: state.heard, heard: undefined }
        : { ...state, heard: undefined };
    case "summary": {
      const { frame } = event.summary;
      return {
        ...state,
        page: { type: "live" },
        stale: false,
        frames: { ...(state.stale ? {} : state.frames), [frame]: event.summary },
        ...(state.heard ? { heard: { ...state.heard, [frame]: event.summary } } : {}),
      };
    }
    case "library":
      return { ...state, dossiers: event.dossiers, storage: event.storage };
    case "failure":
      return { ...state, failure: event.error };
    case "step": {
      const { person, position } = state.walk;
      const start = event.step === 1 ? -1 : 0;
      return {
        ...state,
        walk: { person: event.person, position: (event.person === person ? position : start) + event.step },
      };
    }
  }
}
