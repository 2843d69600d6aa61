import type { DossierDate } from "./schema.ts";

const PRECISION = { 4: "year", 7: "month", 10: "day" } as const;

/** What is wrong with a date and in which of its fields: it must exist in the calendar and say how exact it is. */
export function dateFault(date: DossierDate): { field: "value" | "precision"; text: string } | undefined {
  const fits = PRECISION[date.value.length as 4 | 7 | 10];
  if (!isCalendarDate(date.value)) return { field: "value", text: `there is no such date, found "${date.value}"` };
  if (date.precision === fits) return undefined;
  return { field: "precision", text: `must be "${fits}" for "${date.value}", found "${date.precision}"` };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether YYYY, YYYY-MM or YYYY-MM-DD names a real year, month or day (proleptic Gregorian calendar, year 1 onwards). The shape
 * must have been checked.
 */
export function isCalendarDate(value: string): boolean {
  const year = digits(value, 0, 4);
  const month = value.length > 4 ? digits(value, 5, 7) : 1;
  const day = value.length > 7 ? digits(value, 8, 10) : 1;
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= DAYS[month - 1]! + Number(leap && month === 2);
}

/** Digits as a number, without the cuts that `slice` would make of a hundred thousand dates. */
function digits(value: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + value.charCodeAt(at) - 0x30;
  return number;
}

/** Whether a period from `from` to `to` ends before it can have begun: compared at the coarser of the two. */
export function endsBeforeStart(from: DossierDate, to: DossierDate): boolean {
  const length = Math.min(from.value.length, to.value.length);
  return to.value.slice(0, length) < from.value.slice(0, length);
}

/**
 * Order of dates, earliest first: by the first day a date can mean (2016 and 2016-01 stand at 2016-01-01), then the more exact
 * before the less exact, then stated before approximate; what has no date comes last.
 */
export function compareDates(one: DossierDate | undefined, other: DossierDate | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return (
    compareText(firstDay(one), firstDay(other)) ||
    other.value.length - one.value.length ||
    Number(one.approximate ?? false) - Number(other.approximate ?? false)
  );
}

function firstDay(date: DossierDate): string {
  return `${date.value}-01-01`.slice(0, 10);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
