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

/** Letters that fit into `width` pixels; the nested viewport cuts what the estimate let through. */
function fitted(label: string, width: number, charPx: number): string {
  const letters = Math.floor(width / charPx);
  return label.length <= letters ? label : `${label.slice(0, Math.max(letters - 1, 1)).trimEnd()}…`;
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
  onSelect(): void;
  onFocus(): void;
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
export function Mark({ mark, charPx, viewLeft, active, selected, position, total, onSelect, onFocus }: Props) {
  const { items, x, width, labelWidth, shape } = mark;
  const label = markLabel(items);
  const end = mark.labelX + labelWidth;
  const labelX =
    shape === "span"
      ? Math.min(Math.max(mark.labelX, viewLeft + 12), Math.max(mark.labelX, x + width - labelWidth - 8))
      : mark.labelX;
  const room = shape === "span" ? labelWidth : end - labelX;
  return (
    <g
      class="mark"
      role="option"
      aria-label={label}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={active ? 0 : -1}
      data-key={items[0]!.key}
      transform={`translate(0 ${mark.track * TRACK_PX + TRACK_PX / 2})`}
      onClick={onSelect}
      onFocus={onFocus}
    >
      <title>{label}</title>
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
      {labelWidth > 0 && (
        <svg class="clip" x={labelX} y={-12} width={room} height={24} aria-hidden="true">
          <text class="label-text" x={2} y={16}>
            {fitted(items[0]!.label, room, charPx)}
          </text>
        </svg>
      )}
    </g>
  );
}
