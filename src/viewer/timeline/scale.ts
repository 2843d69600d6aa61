import { type DaySpan, dateOfDay, dayNumber } from "../model/date.ts";

/** A straight scale: `left` is the day at pixel 0. */
export interface Scale {
  left: number;
  pxPerDay: number;
}

/** Closest look: a day is wide enough for a label. */
export const MAX_PX_PER_DAY = 160;
/** Widest canvas that browsers draw reliably; limits how far a long story can be zoomed in. */
export const MAX_CANVAS_PX = 4_000_000;
const STEP = 1.5;

export function toPx(scale: Scale, day: number): number {
  return (day - scale.left) * scale.pxPerDay;
}

export function toDay(scale: Scale, px: number): number {
  return scale.left + px / scale.pxPerDay;
}

/** Room right of the last day for the labels of what happened then; of its mark only where the window is narrow. */
export function labelRoom(width: number): number {
  return width < 480 ? 24 : Math.min(180, width / 5);
}

/** Pixels a day at which `span` and the labels of its last day just fill `width`. */
export function fitPxPerDay(span: DaySpan, width: number): number {
  return Math.min(MAX_PX_PER_DAY, Math.max(width - labelRoom(width), 1) / Math.max(span.end - span.start, 1));
}

/** The next zoom step in (+1) or out (-1), between the whole story and a single day. */
export function zoomStep(pxPerDay: number, direction: 1 | -1, span: DaySpan, width: number): number {
  const most = Math.min(MAX_PX_PER_DAY, MAX_CANVAS_PX / Math.max(span.end - span.start, 1));
  const least = fitPxPerDay(span, width);
  return Math.min(Math.max(pxPerDay * STEP ** direction, least), Math.max(most, least));
}

/** Days covered by the spans, with a little air on both sides; a day of no story for none. */
export function extentOf(spans: readonly DaySpan[]): DaySpan {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  if (start > end) return { start: 0, end: 1 };
  const air = Math.max((end - start) * 0.03, 0.5);
  return { start: start - air, end: end + air };
}

export type TickUnit = "day" | "month" | "year";

export interface Tick {
  day: number;
  unit: TickUnit;
  /** Begins a longer unit (a year among months, a month among days): drawn stronger, labelled in full. */
  major: boolean;
}

const TICK_STEPS: { unit: TickUnit; step: number; days: number }[] = [
  { unit: "day", step: 1, days: 1 },
  { unit: "day", step: 7, days: 7 },
  { unit: "month", step: 1, days: 30.4 },
  { unit: "month", step: 3, days: 91.3 },
  { unit: "year", step: 1, days: 365.25 },
  { unit: "year", step: 5, days: 1_826 },
  { unit: "year", step: 10, days: 3_652 },
  { unit: "year", step: 50, days: 18_262 },
  { unit: "year", step: 100, days: 36_525 },
];

/** Ticks between two days, none closer than `minPx` to the next. */
export function ticks(scale: Scale, from: number, to: number, minPx = 64): Tick[] {
  const chosen = TICK_STEPS.find(({ days }) => days * scale.pxPerDay >= minPx) ?? TICK_STEPS.at(-1)!;
  const start = dateOfDay(from);
  const year = start.getUTCFullYear();
  const list: Tick[] = [];
  const push = (day: number, major: boolean) => {
    if (day >= from && day <= to) list.push({ day, unit: chosen.unit, major });
  };
  if (chosen.unit === "year") {
    for (let y = Math.floor(year / chosen.step) * chosen.step; dayNumber(y) <= to; y += chosen.step)
      push(dayNumber(y), true);
  } else if (chosen.unit === "month") {
    for (let month = 1; dayNumber(year, month) <= to; month += chosen.step)
      push(dayNumber(year, month), month % 12 === 1);
  } else {
    dayTicks(start, to, chosen.step, push);
  }
  return list;
}

/** Days of the month 1, 8, 15, 22 for weeks: they stay where they are while the reader pans. */
function dayTicks(start: Date, to: number, step: number, push: (day: number, major: boolean) => void): void {
  for (let month = start.getUTCMonth() + 1; dayNumber(start.getUTCFullYear(), month) <= to; month += 1) {
    const first = dayNumber(start.getUTCFullYear(), month);
    const next = dayNumber(start.getUTCFullYear(), month + 1);
    const lastStart = step === 1 ? next : Math.min(next, first + 28);
    for (let day = first; day < lastStart; day += step) push(day, day === first);
  }
}
