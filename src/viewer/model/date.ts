import type { DossierDate } from "../../dossier/schema.ts";

/** Whole days since 1970-01-01 (UTC), `end` exclusive. */
export interface DaySpan {
  start: number;
  end: number;
}

const DAY_MS = 86_400_000;

/** The day number of a calendar day; `month` counts from 1. */
export function dayNumber(year: number, month = 1, day = 1): number {
  // Date.UTC reads years below 100 as 19xx; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

export function dateOfDay(day: number): Date {
  return new Date(Math.floor(day) * DAY_MS);
}

const spans = new WeakMap<DossierDate, DaySpan>();

/** The days that a dossier date covers, no wider than its precision says. Kept for each date: sorting asks often. */
export function spanOf(date: DossierDate): DaySpan {
  let span = spans.get(date);
  if (!span) {
    span = readSpan(date);
    spans.set(date, span);
  }
  return span;
}

function readSpan(date: DossierDate): DaySpan {
  const [year = 1970, month = 1, day = 1] = date.value.split("-").map(Number);
  const parts = Math.min(date.value.split("-").length, { year: 1, month: 2, day: 3 }[date.precision]);
  if (parts === 1) return { start: dayNumber(year), end: dayNumber(year + 1) };
  if (parts === 2) return { start: dayNumber(year, month), end: dayNumber(year, month + 1) };
  return { start: dayNumber(year, month, day), end: dayNumber(year, month, day + 1) };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs more than a thousand uses of it, so each is kept. */
function formatter(locale: string, precision: DossierDate["precision"], month: "long" | "short"): Intl.DateTimeFormat {
  const key = `${locale} ${precision} ${month}`;
  let found = formatters.get(key);
  if (!found) {
    const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
    if (precision !== "year") options.month = month;
    if (precision === "day") options.day = "numeric";
    found = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, found);
  }
  return found;
}

/** "January 10, 2017", "September 2016", "2016": what the dossier says and nothing finer. Approximation is not said here. */
export function formatDate(date: DossierDate, locale: string, month: "long" | "short" = "long"): string {
  const parts = date.value.split("-").length;
  const precision = parts === 1 ? "year" : parts === 2 && date.precision === "day" ? "month" : date.precision;
  return formatter(locale, precision, month).format(dateOfDay(spanOf(date).start));
}

/** Value of a `datetime` attribute, cut to the precision. */
export function machineDate(date: DossierDate): string {
  return date.value.slice(0, { year: 4, month: 7, day: 10 }[date.precision]);
}
