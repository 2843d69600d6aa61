import type { ErrorInfo } from "../dossier/errors.ts";
import type { DossierCounts } from "../dossier/views.ts";
import { formatBytes, formatMoment, formatRelative } from "../shared/format.ts";
import { errorText, plural, t } from "../shared/i18n.ts";
import type {
  DossierRow,
  FailedDossier,
  FailedResult,
  FeedRow,
  HeldElsewhere,
  KeyChange,
  SyncPhase,
  SyncResult,
  UpdatedDossier,
} from "../shared/rows.ts";
import type { CheckInterval } from "../shared/settings.ts";
import type { ImportLine, Notice } from "./state.ts";

const bytes = (count: number) => formatBytes(count, t("locale"));
const number = (count: number) => count.toLocaleString(t("locale"));

/** What the last run of a feed came to, a sentence for each dossier. */
export function resultText(result: SyncResult): string {
  switch (result.type) {
    case "updated":
      return result.dossiers.map(updatedText).join(" ");
    case "rolled-back":
      return result.dossiers.map(({ title, from, to }) => t("options_result_rolled_back", title, from, to)).join(" ");
    case "changed-keys":
      return keyChangeText(result.keys);
    case "delisted":
      return result.dossiers.map(({ title, version }) => t("options_result_delisted", title, version)).join(" ");
    case "failed":
      return failedText(result);
    default:
      return t(`options_result_${result.type}`);
  }
}

/** Which keys of a feed are new, and which are not trusted any more. */
export function keyChangeText({ added, recovery = [], dropped, first }: KeyChange): string {
  // Four groups are one thing to compare: no line ends within it.
  const keys = (fingerprints: readonly string[]) => fingerprints.map((one) => one.replaceAll(" ", "\u00A0")).join(", ");
  const signing = added.filter((key) => !recovery.includes(key));
  return [
    ...(signing.length ? [t(first ? "options_keys_first" : "options_keys_added", keys(signing))] : []),
    ...(recovery.length ? [t("options_keys_recovery", keys(recovery))] : []),
    ...(dropped.length ? [t("options_keys_dropped", keys(dropped))] : []),
  ].join(" ");
}

/** Only a recovery brings a lower number: what a thief numbered has ceased to count. */
function updatedText({ title, from, to }: UpdatedDossier): string {
  if (from === undefined) return t("options_result_new", title, to);
  return t(to < from ? "options_result_lowered" : "options_result_updated", title, from, to);
}

/** What came all the same stands first: the sentence of an error speaks only of what failed. */
function failedText({ error, dossier, updated = [] }: FailedResult): string {
  const sentence = dossier ? failedDossierText({ ...dossier, error }) : sentenceOf(error);
  return [...updated.map(updatedText), sentence].join(" ");
}

/** Why one dossier of a feed was not updated. */
export const failedDossierText = ({ title, error }: FailedDossier): string =>
  t("options_result_failed_dossier", title, sentenceOf(error));

/** Why the last run of a feed failed, and what follows for this feed: whether it has something in use, whether it tries again. */
export function failureText(result: FailedResult, feed: Pick<FeedRow, "dossiers" | "next">): string {
  const retried = feed.next === undefined ? [] : [t("options_failure_retried")];
  const { dossier, others = [], unlisted = 0 } = result;
  const more = others.length ? [plural("options_failure_more", others.length + unlisted)] : [];
  return [failedText(result), ...keptText(feed, dossier?.id), ...more, ...retried].join(" ");
}

/** What a check that was cancelled leaves. A part of it may have come: the history tells that. */
export function cancelledText(feed: Pick<FeedRow, "dossiers">): string {
  return [t("options_result_cancelled"), ...keptText(feed)].join(" ");
}

/** What stays, in use or switched off: of one dossier (the feed's own id of it) its version, else all that is here; empty: nothing. */
function keptText(feed: Pick<FeedRow, "dossiers">, dossier?: string): string[] {
  if (dossier === undefined) return feed.dossiers.length ? [t("options_failure_kept")] : [];
  const row = rowOf(dossier, feed);
  return row ? [t("options_failure_kept_version", row.version)] : [];
}

/** Why a feed could not be looked at or added. */
export const refusedText = (error: ErrorInfo): string => withEnd(error, "options_nothing_added");

/** Why a file could not be imported. */
export const notImportedText = (error: ErrorInfo): string => withEnd(error, "options_nothing_imported");

/** What went wrong in a way that nobody foresaw may have been done all the same. */
const withEnd = (error: ErrorInfo, end: string) =>
  error.code === "internal" ? sentenceOf(error) : `${sentenceOf(error)} ${t(end)}`;

/** The sentence of a failure; a moment in it is told as everywhere on the page, and so is how long a host wants to rest. */
function sentenceOf(error: ErrorInfo): string {
  const moment = (at: string) => formatMoment(at, t("locale"));
  if (error.code === "expired" || error.code === "clock")
    return errorText({ ...error, details: error.details.map(moment) });
  const until = untilOf(error);
  return until === undefined ? errorText(error) : `${errorText(error)} ${t("options_failure_wait", moment(until))}`;
}

/** The moment until which a host wants to be left alone, where it has named one. */
function untilOf({ code, details }: ErrorInfo): string | undefined {
  if (code === "rate-limited") return details[1];
  return code === "http-status" ? details[2] : undefined;
}

/** The newer version of a dossier that the reader has rolled back, in a sentence; undefined: nothing is held back. */
export function heldBackText({ title, heldBack }: Pick<DossierRow, "title" | "heldBack">): string | undefined {
  return heldBack === undefined ? undefined : t("options_held_back", title, heldBack);
}

/** What is to be known of a dossier that its feed lists no more, before it is rolled back; empty: nothing. */
export function delistedText({ version, previousVersion, delisted }: DossierRow): string {
  if (!delisted) return "";
  const warning = previousVersion === undefined ? [] : [t("options_delisted_roll_back", previousVersion, version)];
  return [t("options_delisted"), ...warning].join(" ");
}

/** Milliseconds below which a time would be told as "now": no check comes that soon, since it takes an alarm. */
const SOON = 45_000;

/** When a feed is checked next by itself: "tomorrow", "in less than a minute", "once you are online", "by hand". */
export function nextCheckText(feed: Pick<FeedRow, "next" | "phase" | "result">, now: number): string {
  const { next, phase, result } = feed;
  if (next === undefined) return t("options_by_hand");
  const lackedNetwork = result?.type === "failed" && result.error.code === "offline";
  const waits = phase.type === "waiting" && phase.reason === "offline";
  if (waits || (phase.type === "idle" && lackedNetwork)) return t("options_next_online");
  const at = Date.parse(next);
  if (phase.type !== "idle") return formatRelative(now, now, t("locale"));
  return at - now < SOON ? t("options_next_soon") : formatRelative(at, now, t("locale"));
}

/** What a part of the page says of a thing that has gone or is here already. */
export function noticeText({ type, title }: Pick<Notice, "type" | "title">): string {
  return t(`options_notice_${type}`, title);
}

export interface PhaseView {
  text: string;
  /** 0 to 1, where it can be known. */
  value?: number;
}

/** What a feed is doing now; undefined: nothing. */
export function phaseView(phase: SyncPhase, feed: Pick<FeedRow, "dossiers">): PhaseView | undefined {
  const title = "dossier" in phase ? (rowOf(phase.dossier, feed)?.title ?? phase.dossier) : "";
  switch (phase.type) {
    case "idle":
      return undefined;
    case "waiting":
      return { text: t(`options_phase_${phase.reason}`) };
    case "checking":
      return { text: t("options_phase_checking") };
    case "downloading":
      return phase.total
        ? {
            text: t("options_phase_downloading_of", title, bytes(phase.received), bytes(phase.total)),
            value: phase.received / phase.total,
          }
        : { text: t("options_phase_downloading", title, bytes(phase.received)) };
    case "verifying":
      return { text: t("options_phase_verifying", title) };
    case "storing":
      return {
        text: t("options_phase_storing", title, number(phase.done), number(phase.total)),
        ...(phase.total ? { value: phase.done / phase.total } : {}),
      };
  }
}

/** The engine names a dossier by its own id, the row by that under which it is installed. */
function rowOf(id: string, { dossiers }: Pick<FeedRow, "dossiers">): DossierRow | undefined {
  return dossiers.find((row) => row.id === id || row.id.endsWith(`#${id}`));
}

/** "16 people · 19 statements · 12 events · 7 sources". */
export function countsText(counts: DossierCounts): string {
  return (["people", "statements", "events", "sources"] as const)
    .map((what) => plural(`options_count_${what}`, counts[what]))
    .join(" · ");
}

/** How often feeds are checked, in words. */
export function intervalText(minutes: CheckInterval): string {
  return t(`options_interval_${minutes}`);
}

/** That a dossier of a feed is here already, and where it came from. */
export function heldText({ origin, version }: HeldElsewhere): string {
  return origin.type === "feed"
    ? t("options_held_feed", version, origin.feedTitle)
    : t(`options_held_${origin.type}`, version);
}

type Imported = Extract<ImportLine["outcome"], { type: "done" }>;

/** What came of a file that was imported: in use, switched off, or not needed beside what a feed has. */
export function importedText({ title, version, enabled, replacedBy }: Imported): string {
  if (replacedBy?.origin.type === "feed") {
    const key = replacedBy.off ? "options_import_done_replaced_off" : "options_import_done_replaced";
    return t(key, title, version, replacedBy.version, replacedBy.origin.feedTitle);
  }
  return t(enabled ? "options_import_done" : "options_import_done_off", title, version);
}
