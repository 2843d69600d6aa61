import { t } from "../../../shared/i18n.ts";
import { dateOfDay } from "../../model/date.ts";
import type { Measure } from "../../timeline/label.ts";
import { type Scale, type Tick, ticks, toDay, toPx } from "../../timeline/scale.ts";

export const AXIS_PX = 34;
/** From a line to its date. */
const LABEL_PX = 5;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(t("locale"), { timeZone: "UTC", ...options });
    formats.set(key, found);
  }
  return found;
}

/** Each tick says only what differs from the one before; the first in view and every major one say it in full. */
function label({ day, unit, major }: Tick, first: boolean): string {
  const date = dateOfDay(day);
  if (unit === "year") return format("year", { year: "numeric" }).format(date);
  if (unit === "month")
    return major || first
      ? format("month-year", { month: "short", year: "numeric" }).format(date)
      : format("month", { month: "short" }).format(date);
  if (first) return format("day-year", { day: "numeric", month: "short", year: "numeric" }).format(date);
  return major
    ? format("day-month", { day: "numeric", month: "short" }).format(date)
    : format("day", { day: "numeric" }).format(date);
}

interface Props {
  scale: Scale;
  from: number;
  to: number;
  height: number;
  /** Right edge of the drawing: a date that does not fit before it is left out. */
  end: number;
  measure: Measure;
}

/** Lines and dates of what is in view. Decoration to assistive technology: every mark says its own date. */
export function Axis({ scale, from, to, height, end, measure }: Props) {
  const list = ticks(scale, toDay(scale, Math.max(from, 0)), toDay(scale, to), 72);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> without tabindex takes no focus
    <g class="axis" aria-hidden="true">
      {list.map((tick, at) => {
        const x = toPx(scale, tick.day);
        const text = label(tick, at === 0);
        return (
          <g key={tick.day} class={tick.major ? "tick major" : "tick"}>
            <line x1={x} x2={x} y1={AXIS_PX - 8} y2={height} />
            {x + LABEL_PX + measure(text) < end && (
              <text x={x + LABEL_PX} y={AXIS_PX - 12}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
