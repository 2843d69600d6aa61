import type { DossierDate } from "../../dossier/schema.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";

/** A date, and whether it stands in the source or was worked out. */
export function When({ date }: { date: DossierDate | undefined }) {
  if (!date) return <span class="date">{t("date_unknown")}</span>;
  return (
    <time class="date" dateTime={date.value}>
      {formatDate(date)}
    </time>
  );
}
