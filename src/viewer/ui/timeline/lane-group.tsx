import type { Measure } from "../../timeline/label.ts";
import type { Lane } from "../../timeline/lanes.ts";
import type { LaneLayout, Mark as Model } from "../../timeline/layout.ts";
import { Mark } from "./mark.tsx";

/** Room above the marks for the name of the lane. */
export const LANE_HEAD_PX = 26;

/** Between a cut label and the edge. */
const EDGE_PX = 4;

export interface Placed extends LaneLayout {
  lane: Lane;
  top: number;
  height: number;
}

/** What is in view, in pixels of the canvas. */
export interface Edges {
  left: number;
  right: number;
}

interface Props {
  placed: Placed;
  measure: Measure;
  /** Pixels of the canvas: the edge in view, what is drawn, and all of it; the exact edges while the reader is not panning. */
  view: { left: number; from: number; to: number; width: number; rest: Edges | undefined };
  /** Place of the mark that holds the tab stop, when it is in this lane. It is drawn wherever it lies. */
  active: number | undefined;
  selected: ReadonlySet<string>;
  /** Which lane this is. */
  place: number;
}

function inView(mark: Model, from: number, to: number): boolean {
  return Math.max(mark.x + mark.width, mark.labelX + mark.labelWidth) >= from && Math.min(mark.x, mark.labelX) <= to;
}

/**
 * Where the edge of what is in view cuts a label. One whose mark lies beyond the left edge would be the tail of a
 * sentence about nothing: it is left out.
 */
function cutOf({ x, width, labelX, labelWidth }: Model, rest: Edges | undefined): number {
  if (!rest || labelWidth === 0) return Number.POSITIVE_INFINITY;
  const isInside = labelX >= x && labelX < x + width;
  if (isInside) return x + width > rest.right ? rest.right - EDGE_PX : Number.POSITIVE_INFINITY;
  if (x + width < rest.left + EDGE_PX || labelX < Math.min(x, rest.left)) return labelX;
  return labelX + labelWidth > rest.right ? Math.max(rest.right - EDGE_PX, labelX) : Number.POSITIVE_INFINITY;
}

export function LaneGroup({ placed, measure, view, active, selected, place }: Props) {
  const { lane, top, marks } = placed;
  const left = view.rest?.left ?? view.left;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a drawing
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a <g> is not interactive
    <g role="group" aria-label={lane.name} transform={`translate(0 ${top})`}>
      <line class="rule" x1={0} x2={view.width} y1={0} y2={0} />
      <g transform={`translate(0 ${LANE_HEAD_PX})`}>
        {marks.map((mark, at) =>
          at === active || inView(mark, view.from, view.to) ? (
            <Mark
              key={mark.items[0]!.key}
              mark={mark}
              measure={measure}
              viewLeft={mark.width > left - mark.x && mark.x < left ? left : 0}
              cutAt={cutOf(mark, view.rest)}
              active={at === active}
              selected={mark.items.some(({ key }) => selected.has(key))}
              position={at + 1}
              total={marks.length}
              lane={place}
            />
          ) : null,
        )}
      </g>
    </g>
  );
}
