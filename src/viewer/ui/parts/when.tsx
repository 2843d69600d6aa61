import type { DossierDate } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { machineDate } from "../../model/date.ts";
import { dateWords } from "../context.ts";

/** A date, or the words for none; what it was inferred from stands behind a disclosure, never only in a tooltip. */
export function When({ date, month = "long" }: { date: DossierDate | undefined; month?: "long" | "short" }) {
  if (!date) return <span class="undated">{t("viewer_undated")}</span>;
  return <time dateTime={machineDate(date)}>{dateWords(date, month)}</time>;
}

/** How a date is known, when that is not simply stated. */
export function DateNote({ date }: { date: DossierDate | undefined }) {
  if (!date?.note && date?.basis !== "inferred") return null;
  return (
    <details class="more-on">
      <summary>{t(date.basis === "inferred" ? "viewer_date_inferred" : "viewer_date_note")}</summary>
      <p>{date.note ?? t("viewer_date_inferred_bare")}</p>
    </details>
  );
}
