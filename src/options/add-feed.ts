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
  /** The host lets us read it only with the reader's permission, which only a click can ask for. */
  | { type: "locked"; address: string }
  /** The browser asks the reader for it. */
  | { type: "unlocking"; address: string; token: number }
  | { type: "adding"; address: string; preview: FeedPreview }
  | { type: "refused"; address: string; error: ErrorInfo };

export type AddFeedEvent =
  | { type: "typed"; address: string }
  | { type: "preview"; token: number }
  | { type: "previewed"; token: number; preview: FeedPreview }
  | { type: "preview-failed"; token: number; error: ErrorInfo }
  | { type: "unlock"; token: number }
  | { type: "denied"; token: number }
  | { type: "adding" }
  | { type: "added"; title: string }
  | { type: "add-failed"; error: ErrorInfo };

export const EMPTY: AddFeed = { type: "typing", address: "" };

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
        ? { type: "locked", address }
        : { type: "refused", address, error: event.error };
    case "unlock":
      return { type: "unlocking", address, token: event.token };
    case "denied":
      return state.type === "unlocking" && state.token === event.token ? { type: "locked", address } : state;
    case "adding":
      return state.type === "previewed" ? { type: "adding", address, preview: state.preview } : state;
    case "added":
      return state.type === "adding" ? { type: "typing", address: "", added: event.title } : state;
    case "add-failed":
      return state.type === "adding" ? { type: "refused", address, error: event.error } : state;
  }
}

/** The address in full of what was typed, "example.org/feed.json" included; undefined while it is not complete. */
export function feedAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, href } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  const complete = hostname.includes(".") || hostname.startsWith("[") || hostname === "localhost";
  return complete && !hostname.endsWith(".") ? href : undefined;
}
