import { isVetoes, type Vetoes } from "./vetoes.ts";

/** What the popup and the background say to content scripts, and what these say back. */

/** Over `tabs.sendMessage`. */
export type ToPage =
  | Go
  | { type: "open-card" }
  /** A card has appeared in the frame that bears that id: one in any other gives way, and says when a key is pressed there. */
  | { type: "other-card"; id: string }
  /** A card is open or about to be in the frame that bears that id: any other says once that the pointer or typing is there. */
  | { type: "follow-pointer"; id: string }
  /** To the frame of that id: in another one the reader has typed, or else pressed Esc. */
  | { type: "key-away"; id: string; typing: boolean }
  /** To the frame of that id: the pointer was in another one at that time (ms since 1970). */
  | { type: "pointer-away"; id: string; at: number }
  /** Vetoes of private windows, to tabs of these alone. */
  | { type: "private-vetoes"; vetoes: Vetoes };

/** To the next name or the one before. A tab's message reaches all its frames: with `frame` that one moves alone. */
export interface Go {
  type: "go";
  step: 1 | -1;
  person?: string;
  frame?: string;
  /** Opens the card there. */
  open?: boolean;
  /** Sent on by another frame (`go.on`): comes in from this frame's edge. The frames that have no name to go to. */
  tried?: string[];
  /** No other frame has a name: goes round in this one. */
  alone?: boolean;
}

/** Whether what came is a message to a page. By hand: a checking library is too much for every page. */
export function isToPage(message: unknown): message is ToPage {
  if (typeof message !== "object" || message === null) return false;
  const { type, step, person, frame, tried = [], id, at, typing, vetoes } = message as Record<string, unknown>;
  const isTextOrNone = (value: unknown) => value === undefined || typeof value === "string";
  switch (type) {
    case "go":
      return (step === 1 || step === -1) && isTextOrNone(person) && isTextOrNone(frame) && Array.isArray(tried);
    case "open-card":
      return true;
    case "other-card":
    case "follow-pointer":
      return typeof id === "string";
    case "key-away":
      return typeof id === "string" && typeof typing === "boolean";
    case "pointer-away":
      return typeof id === "string" && typeof at === "number";
    default:
      return type === "private-vetoes" && isVetoes(vetoes);
  }
}

/** Name of the port that the popup opens to all frames of a tab; every frame posts its summary, again when it changes. */
export const SUMMARY_PORT = "dramatis-summary";

/**
 * Why nothing, or not everything, is marked in a frame. "reading": it is being read for the first time; "partial": it
 * changes faster than it can be read; "failed": something of ours went wrong there.
 */
export const PAGE_STATES = ["on", "off", "site-off", "no-lexicon", "reading", "partial", "failed"] as const;

/** One frame's mentions. `frame` is a random id that tells frames apart. */
export interface PageSummary {
  frame: string;
  /** Its place among the frames of the tab: in string order, parents before children, children in document order. */
  path: string;
  top: boolean;
  host: string;
  state: (typeof PAGE_STATES)[number];
  /** Who is named how often in text that the page shows. */
  people: { key: string; name: string; count: number }[];
  /** Mentions in text that it does not show. */
  hidden: number;
}

/** Whether what came over a summary port is a summary. */
export function isPageSummary(message: unknown): message is PageSummary {
  if (typeof message !== "object" || message === null) return false;
  const { frame, path, top, host, state, people, hidden } = message as Record<string, unknown>;
  return (
    typeof frame === "string" &&
    typeof path === "string" &&
    typeof top === "boolean" &&
    typeof host === "string" &&
    PAGE_STATES.some((known) => known === state) &&
    typeof hidden === "number" &&
    Array.isArray(people) &&
    people.every(isPersonCount)
  );
}

function isPersonCount(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { key, name, count } = value as Record<string, unknown>;
  return typeof key === "string" && typeof name === "string" && typeof count === "number";
}
