import { useMemo } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { fitLabel, type Measure } from "../../timeline/label.ts";
import { type Mark as Model, POINT_PX, type TimelineItem } from "../../timeline/layout.ts";
import { dateWords } from "../context.ts";

export const TRACK_PX = 30;

/** "January 10, 2017: Confirmation hearing", or how many from when to when. */
export function markLabel(items: readonly TimelineItem[]): string {
  const [first] = items;
  const last = items.at(-1)!;
  if (items.length === 1) return t("viewer_mark", dateWords(first!.date), first!.label);
  const from = dateWords(first!.date);
  const to = dateWords(last.date);
  return t(
    "viewer_mark",
    from === to ? from : t("viewer_from_to", from, to),
    plural("viewer_item_count", items.length),
  );
}

/** Empty space between a mark and its label. */
const INDENT_PX = 3;
/** From the ends of a span to a label within it. */
const IN_SPAN_PX = 8;

const compact = new Map<string, Intl.NumberFormat>();

/** A number that fits a circle: thousands are rounded ("2K"). */
function count(items: number): string {
  const locale = t("locale");
  let format = compact.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 0 });
    compact.set(locale, format);
  }
  return format.format(items);
}

interface LabelProps {
  text: string;
  x: number;
  width: number;
  /** It stands before its mark, and ends there. */
  before: boolean;
  struck: boolean;
}

/** The label, cut to its room. The nested viewport cuts what a font that came late would let through. */
function Label({ text, x, width, before, struck }: LabelProps) {
  return (
    <svg class="clip" x={x} y={-12} width={width} height={24} aria-hidden="true">
      <text
        class={struck ? "label-text struck" : "label-text"}
        x={before ? width - INDENT_PX : INDENT_PX}
        y={16}
        text-anchor={before ? "end" : "start"}
      >
        {text}
      </text>
    </svg>
  );
}

interface Props {
  mark: Model;
  measure: Measure;
  /** Left edge of what is in view: the label of a long span stays readable when its start is not. */
  viewLeft: number;
  /** Where the label is cut by the edge of the window onto the drawing; infinite: it ends before. */
  cutAt: number;
  active: boolean;
  selected: boolean;
  position: number;
  total: number;
  lane: number;
}

function Shape({ mark }: { mark: Model }) {
  const { shape, items, x, width } = mark;
  const middle = x + width / 2;
  const approximate = items.every(({ date }) => date.approximate);
  if (shape === "span" || width > POINT_PX) {
    return (
      <rect
        class={approximate ? "shape span approximate" : "shape span"}
        x={x + 1}
        y={-11}
        width={width - 2}
        height={22}
        rx={11}
      />
    );
  }
  if (shape === "cluster") return <circle class="shape cluster" cx={middle} cy={0} r={11} />;
  if (items[0]!.type === "statement") {
    return (
      <rect
        class={`shape statement${approximate ? " approximate" : ""}`}
        x={middle - 5}
        y={-5}
        width={10}
        height={10}
        transform={`rotate(45 ${middle} 0)`}
      />
    );
  }
  return <circle class={`shape event${approximate ? " approximate" : ""}`} cx={middle} cy={0} r={6} />;
}

/** One mark of a lane: a real option of the listbox, so that it can be reached, read and chosen without a pointer. */
function draw({ mark, measure, viewLeft, cutAt, active, selected, position, total, lane }: Props) {
  const { items, x, width, labelWidth, shape } = mark;
  const label = markLabel(items);
  const inside = mark.labelX >= x && mark.labelX < x + width;
  // The label of a long span stays in view while any of the span is.
  const labelX = inside && viewLeft > 0 ? Math.max(mark.labelX, viewLeft + IN_SPAN_PX) : mark.labelX;
  const room = inside ? Math.min(labelWidth, x + width - IN_SPAN_PX - labelX) : labelWidth;
  const shown = labelWidth > 0 ? fitLabel(items[0]!.label, Math.min(room, cutAt - labelX) - INDENT_PX, measure) : "";
  return (
    <g
      class="mark"
      role="option"
      aria-label={label}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabindex={active ? 0 : -1}
      data-key={items[0]!.key}
      transform={`translate(0 ${mark.track * TRACK_PX + TRACK_PX / 2})`}
      data-lane={lane}
      data-mark={position - 1}
    >
      {shape !== "cluster" && shown !== items[0]!.label && <title>{label}</title>}
      <rect class="halo" x={x - 2} y={-14} width={width + 4} height={28} rx={14} />
      <Shape mark={mark} />
      {shape === "cluster" && (
        <text
          class={items.length < 100 ? "number" : "number small"}
          x={width > POINT_PX ? Math.min(Math.max(x + 14, viewLeft + 24), x + width - 12) : x + width / 2}
          y={4}
        >
          {count(items.length)}
        </text>
      )}
      {shown && (
        <Label text={shown} x={labelX} width={room} before={mark.labelX < x} struck={Boolean(items[0]!.withdrawn)} />
      )}
    </g>
  );
}

/** Kept as long as nothing about it changes: a screen of marks is not compared anew with every scroll step. */
export function Mark(props: Props) {
  const { mark, measure, viewLeft, cutAt, active, selected, position, total, lane } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `props` is these
  return useMemo(() => draw(props), [mark, measure, viewLeft, cutAt, active, selected, position, total, lane]);
}
