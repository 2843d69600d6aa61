import { plural, t } from "../shared/i18n.ts";
import type { PopupState } from "./model.ts";
import { hiddenOf, type PersonCount, peopleOf, stateOf } from "./summary.ts";

/** What the popup says of the page in front of the reader. */
export interface PageView {
  title?: string;
  text?: string;
  /** What those figures leave out, in small print. */
  hints: string[];
  people: PersonCount[];
  /** What comes below: a button, or the dossiers in use. */
  more?: "annotate" | "choose" | "in-use";
  /** A wait that is usually over before one could read about it. */
  isBrief?: boolean;
}

/** Who is on the page, or why nobody is. */
export function pageView(state: PopupState): PageView {
  const { page } = state;
  const nobody = { people: [], hints: [] };
  switch (page.type) {
    case "finding":
      return { text: t("popup_finding"), ...nobody, isBrief: true };
    case "loading":
      return { text: t("popup_loading"), ...nobody };
    case "none":
      return { text: t("popup_no_page"), ...nobody };
    case "unknown":
      return { title: t("popup_unknown_title"), text: t("popup_unknown"), ...nobody };
    case "closed":
      return { title: t("popup_closed_title"), text: t(`popup_closed_${page.reason}`), ...nobody };
    case "starting":
      return { text: t("popup_reading"), ...nobody };
    case "failed":
      return { title: t("popup_failed_title"), text: t("popup_failed"), ...nobody };
    case "missing":
      return { title: t("popup_missing_title"), text: t("popup_missing"), ...nobody, more: "annotate" };
    case "live":
      return liveView(state);
  }
}

function liveView({ frames, dossiers }: PopupState): PageView {
  const state = stateOf(frames);
  const nobody = { people: [], hints: [] };
  if (state === "failed") return { title: t("popup_failed_title"), text: t("popup_failed"), ...nobody };
  if (state === "off") return { text: t("popup_off"), ...nobody };
  if (state === "site-off") return { text: t("popup_site_off"), ...nobody };
  // A lexicon of nobody is one too: pages do not know that no dossier is in use.
  if (state === "no-lexicon" || dossiers?.every(({ enabled }) => !enabled))
    return { title: t("popup_no_dossier_title"), text: t("popup_no_dossier"), ...nobody, more: "choose" };
  const people = peopleOf(frames);
  const hidden = hiddenOf(frames);
  const hints = hidden > 0 ? [plural("popup_hidden", hidden)] : [];
  const unfinished = state === "partial" || state === "reading" ? t(`popup_${state}`) : undefined;
  if (people.length === 0)
    return unfinished
      ? { text: unfinished, people, hints }
      : { title: t("popup_nobody"), people, hints, more: "in-use" };
  const total = people.reduce((sum, { count }) => sum + count, 0);
  return {
    title: plural("popup_people", people.length),
    text: plural("popup_mentions", total),
    people,
    hints: unfinished ? [unfinished, ...hints] : hints,
  };
}
