/** Numbers, sizes and times in words; the locale and the present are passed in. */

/** "0 bytes", "1.2 kB", "34 MB": units of 1000, two significant digits below ten; no line ends before the unit. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[power]!,
    unitDisplay: power ? "short" : "long",
    maximumFractionDigits: power && value < 10 ? 1 : 0,
  })
    .format(value)
    .replaceAll(" ", "\u00A0");
}

const STEPS: readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [45, "second", 1],
  [45 * 60, "minute", 60],
  [22 * 3_600, "hour", 3_600],
  [26 * 86_400, "day", 86_400],
  [320 * 86_400, "month", 30.44 * 86_400],
  [Number.POSITIVE_INFINITY, "year", 365.25 * 86_400],
];

/** "3 minutes ago", "in 2 days", "now" within 45 seconds. Times in milliseconds since 1970. */
export function formatRelative(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000;
  const [, unit, size] = STEPS.find(([limit]) => Math.abs(seconds) < limit)!;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return unit === "second" ? format.format(0, "second") : format.format(Math.round(seconds / size), unit);
}

/** "Mar 2, 2017, 10:30 PM" in the reader's own time zone. */
export function formatExact(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** A calendar day "2017-03-02" as "March 2, 2017"; comes back as it is when it is no date. */
export function formatDay(day: string, locale: string): string {
  const at = Date.parse(day);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

/** "2026-11-01" as a day, "2026-11-01T12:00:00Z" with its time, in the reader's zone; comes back as it is when it is neither. */
export function formatMoment(at: string, locale: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) || at.length === 10 ? formatDay(at, locale) : formatExact(time, locale);
}
