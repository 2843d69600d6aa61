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

/** Stands for the date while the sentence around it is made: no text of ours has this character. */
const PLACE = "\uFFFC";

/** A sentence with a date in it, which stays on one line; `sentence` puts what it is given where the date goes. */
export function Dated({ date, sentence }: { date: string; sentence: (date: string) => string }) {
  const [before, after] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <span class="date">{date}</span>
      {after}
    </>
  );
}
