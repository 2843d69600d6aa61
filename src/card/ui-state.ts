import type { Leaf } from "./machine-types.ts";

/** What is folded away at first; `about`: what others said of this person. */
export type Part = "allStatements" | "allTimeline" | "allPeople" | "allSummary" | "about";

/** What the reader has unfolded in the card; starts anew for each person. */
export interface UiState extends Partial<Record<Part, boolean>> {
  /** Id of the leaf that this belongs to. */
  leaf: number;
  /** Which dossier, where the person is in several. */
  tab: number;
  /** Ids of the statements of which everything that bears on them is shown. */
  related: readonly string[];
  /** Id of the statement that the timeline marks; absent: the first. */
  present?: string;
  cited?: { id: string; text: string; copied: boolean };
  /** `failed`: the last step could not be kept. */
  veto: ({ type: "closed" } | { type: "asking" } | { type: "done"; scope: "page" | "site" }) & { failed?: boolean };
}

export type UiAction =
  | { type: "tab"; index: number }
  | { type: "fold"; part: Part; open: boolean }
  | { type: "related"; id: string }
  | { type: "present"; id: string }
  | { type: "cited"; id: string; text: string; copied: boolean }
  | { type: "veto"; step: UiState["veto"] };

/** Statements shown before the reader asks for all. */
export const FEW_STATEMENTS = 2;
/** Relations of one statement that are told with their reason: the first against it. */
export const FEW_RELATIONS = 1;
/** What else stands against it is at least named, in a line each: this many. */
export const BRIEF_RELATIONS = 6;
export const FEW_TIMELINE = 4;
export const FEW_PEOPLE = 6;

export function freshUi(leaf: number): UiState {
  return { leaf, tab: 0, related: [], veto: { type: "closed" } };
}

/** The state for this leaf: kept while the same person is shown. */
export function uiFor(state: UiState | undefined, leaf: Leaf): UiState {
  return state?.leaf === leaf.id ? state : freshUi(leaf.id);
}

/** The same person's statements before an update and now, as listed: none that was shown is folded away. */
export function uiAfter(state: UiState, before: readonly { id: string }[], now: readonly { id: string }[]): UiState {
  const few = now.slice(0, FEW_STATEMENTS);
  const isKept = before.slice(0, FEW_STATEMENTS).every(({ id }) => few.some((one) => one.id === id));
  return isKept ? state : { ...state, allStatements: true };
}

export function reduceUi(state: UiState, action: UiAction): UiState {
  switch (action.type) {
    case "tab":
      return { ...freshUi(state.leaf), tab: action.index };
    case "fold":
      return { ...state, [action.part]: action.open };
    case "related":
      return { ...state, related: [...state.related, action.id] };
    case "present":
      return { ...state, present: action.id, allStatements: true };
    case "cited":
      return { ...state, cited: action };
    case "veto":
      return { ...state, veto: action.step };
  }
}

/** `count` neighbours of `at` in a list of `length`, as [from, to): `at` is among them, one before it where there is one. */
export function windowAround(at: number, length: number, count: number): [number, number] {
  const from = Math.max(0, Math.min(at - 1, length - count));
  return [from, Math.min(length, from + count)];
}

/**
 * Characters of a summary that are shown at first: about six lines. Enough for an allegation and what its subject says to
 * it, which often is the second sentence: fairness must not be a press away.
 */
const SHORT_SUMMARY = 320;

/** The part of a summary that is shown at first: as many whole sentences as fit, at least one. Sentences end as the language has it. */
export function opening(summary: string, language: string): string {
  if (summary.length <= SHORT_SUMMARY) return summary;
  const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(summary)];
  const ends = sentences.map(({ segment, index }) => index + segment.trimEnd().length);
  const end = ends.findLast((at) => at <= SHORT_SUMMARY) ?? ends[0];
  return summary.slice(0, end).trim();
}
