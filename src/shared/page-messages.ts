/** What the popup and the background say to content scripts, and what these say back. */

/** Over `tabs.sendMessage`. */
export type ToPage =
  /** With `frame` only the frame whose summary bears that id moves: a tab's message reaches all its frames. */
  | { type: "go"; step: 1 | -1; person?: string; frame?: string }
  | { type: "open-card" }
  /** A card has appeared in the frame whose card bears that id: one in any other gives way. */
  | { type: "other-card"; id: string };

/** Name of the port that the popup opens to all frames of a tab; every frame posts its summary, again when it changes. */
export const SUMMARY_PORT = "dramatis-summary";

/** One frame's mentions. `frame` is a random id that tells frames apart. */
export interface PageSummary {
  frame: string;
  top: boolean;
  host: string;
  /** Why nothing or not everything is marked. */
  state: "on" | "off" | "site-off" | "no-lexicon" | "partial";
  people: { key: string; name: string; count: number }[];
}
