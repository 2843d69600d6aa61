import type { DossierDate } from "../dossier/schema.ts";
import { t } from "../shared/i18n.ts";

const SHAPES: Record<DossierDate["precision"], Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

/** A dossier's date as precisely as it is known and no more: "Jan 10, 2017", "Sep 2016", "about 2016". */
export function formatDate(date: DossierDate | undefined): string {
  if (!date) return t("date_unknown");
  const text = formatValue(date.value, date.precision);
  return date.approximate ? t("date_about", text) : text;
}

/** A plain day such as `asOf`. */
export function formatDay(day: string): string {
  return formatValue(day, "day");
}

function formatValue(value: string, precision: DossierDate["precision"]): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  return new Intl.DateTimeFormat(t("locale"), { ...SHAPES[precision], timeZone: "UTC" }).format(time);
}
