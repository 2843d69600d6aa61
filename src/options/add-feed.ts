import type { ErrorInfo } from "../dossier/errors.ts";
import type { FeedPreview } from "../shared/rows.ts";

/**
 * Adding a feed: a preview is fetched as soon as the reader has typed what looks like a whole address, or clicks. Only a
 * click on "Add feed" with the preview there is the reader's yes: nobody trusts a key unseen. Answers for an address that
 * is no longer the one in the field are dropped by their token.
 */
export type AddFeed =
  | { type: "typing"; address: string; added?: string | undefined }
  | { type: "previewing"; address: string; token: number }
  | { type: "previewed"; address: string; preview: FeedPreview }
  /**
   * The host lets us read it only with the reader's permission, which only a click can ask for. `denied`: it was asked for
   * and not given.
   */
  | { type: "locked"; address: string; denied: boolean }
  /** The browser asks the reader for it. */
  | { type: "unlocking"; address: string; token: number }
  | { type: "adding"; address: string; preview: FeedPreview; token: number }
  | { type: "refused"; address: string; error: ErrorInfo };

export type AddFeedEvent =
  | { type: "typed"; address: string }
  | { type: "preview"; token: number }
  | { type: "previewed"; token: number; preview: FeedPreview }
  | { type: "preview-failed"; token: number; error: ErrorInfo }
  | { type: "unlock"; token: number }
  | { type: "denied"; token: number }
  | { type: "adding"; token: number }
  | { type: "added"; token: number; url: string; title: string }
  | { type: "add-failed"; token: number; error: ErrorInfo };

/** Whether the form waits for the answer with this token, and for no later one. */
export const isAdding = (state: AddFeed, token: number): boolean => state.type === "adding" && state.token === token;

/** Nothing is typed yet. */
export const EMPTY: AddFeed = { type: "typing", address: "" };

/** What the form shows after an event. */
export function reduceAddFeed(state: AddFeed, event: AddFeedEvent): AddFeed {
  const { address } = state;
  switch (event.type) {
    case "typed":
      return { type: "typing", address: event.address };
    case "preview":
      return { type: "previewing", address, token: event.token };
    case "previewed":
      if (state.type !== "previewing" || state.token !== event.token) return state;
      return { type: "previewed", address, preview: event.preview };
    case "preview-failed":
      if (state.type !== "previewing" || state.token !== event.token) return state;
      return event.error.code === "permission-needed"
        ? { type: "locked", address, denied: false }
        : { type: "refused", address, error: event.error };
    case "unlock":
      return { type: "unlocking", address, token: event.token };
    case "denied":
      return state.type === "unlocking" && state.token === event.token
        ? { type: "locked", address, denied: true }
        : state;
    case "adding":
      return state.type === "previewed"
        ? { type: "adding", address, preview: state.preview, token: event.token }
        : state;
    case "added":
      return isAdding(state, event.token) ? { type: "typing", address: "", added: event.title } : state;
    case "add-failed":
      return isAdding(state, event.token) ? { type: "refused", address, error: event.error } : state;
  }
}
