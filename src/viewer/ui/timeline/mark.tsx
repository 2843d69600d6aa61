import { useMemo } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
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

/** Room for the dots that say "cut". They are drawn, not written: the visible text stays a part of the name. */
const DOTS_PX = 14;

/** The label, cut to its room. The nested viewport cuts what the estimate of its width let through. */
function Label({ text, x, width, charPx }: { text: string; x: number; width: number; charPx: number }) {
  const letters = Math.floor((width - DOTS_PX) / charPx);
  const whole = text.length * charPx <= width;
  const cut = text.lastIndexOf(" ", letters);
  const shown = whole ? text : text.slice(0, Math.max(cut, 0));
  return (
    <svg class="clip" x={x} y={-12} width={width} height={24} aria-hidden="true">
      {whole ? (
        <text class="label-text" x={2} y={16}>
          {shown}
        </text>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: a viewport inside a drawing that is hidden from the tree */}
          <svg x={0} y={0} width={width - DOTS_PX} height={24} overflow="hidden">
            <text class="label-text" x={2} y={16}>
              {shown}
            </text>
          </svg>
          <path class="dots" d={`M${width - DOTS_PX + 3} 15h.01m4 0h.01m4 0h.01`} />
        </>
      )}
    </svg>
  );
}

interface Props {
  mark: Model;
  charPx: number;
  /** Left edge of what is in view: the label of a long span stays readable when its start is not. */
  viewLeft: number;
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
function draw({ mark, charPx, viewLeft, active, selected, position, total, lane }: Props) {
  const { items, x, width, labelWidth, shape } = mark;
  const label = markLabel(items);
  const inside = mark.labelX < x + width;
  // The label of a long span stays in view while any of the span is.
  const labelX = inside ? Math.max(mark.labelX, Math.min(viewLeft + 12, x + width - labelWidth - 8)) : mark.labelX;
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
      {shape !== "cluster" && labelWidth < items[0]!.label.length * charPx && <title>{label}</title>}
      <rect class="halo" x={x - 2} y={-14} width={width + 4} height={28} rx={14} />
      <Shape mark={mark} />
      {shape === "cluster" && (
        <text
          class="number"
          x={width > POINT_PX ? Math.min(Math.max(x + 14, viewLeft + 24), x + width - 12) : x + width / 2}
          y={4}
        >
          {items.length}
        </text>
      )}
      {labelWidth > 0 && <Label text={items[0]!.label} x={labelX} width={labelWidth} charPx={charPx} />}
    </g>
  );
}

/** Kept as long as nothing about it changes: a screen of marks is not compared anew with every scroll step. */
export function Mark(props: Props) {
  const { mark, charPx, viewLeft, active, selected, position, total, lane } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `props` is these
  return useMemo(() => draw(props), [mark, charPx, viewLeft, active, selected, position, total, lane]);
}
