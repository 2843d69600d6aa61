import type { DossierDate } from "../../dossier/schema.ts";
import type { DaySpan } from "../model/date.ts";
import { type Scale, toPx } from "./scale.ts";

/** One thing to draw in a lane. */
export interface TimelineItem {
  key: string;
  type: "event" | "statement";
  date: DossierDate;
  span: DaySpan;
  /** Precision coarser than a day, or said to be approximate: drawn as a span with soft ends. */
  vague: boolean;
  /** In words what it is, a withdrawal included. */
  label: string;
  /** The publisher has taken the statement back: its label is struck through. */
  withdrawn?: boolean;
}

/** A drawn mark: one item, or several that would lie on top of each other. Pixels from the left of the canvas. */
export interface Mark {
  items: TimelineItem[];
  track: number;
  x: number;
  width: number;
  /** Where the label starts: inside a span that is long enough, else behind the mark, else before it. */
  labelX: number;
  /** Room for the label; 0: no label. Never reaches into the next mark of the track. */
  labelWidth: number;
  shape: "point" | "span" | "cluster";
}

export interface LaneLayout {
  marks: Mark[];
  tracks: number;
}

export interface LayoutOptions {
  /** Width in pixels that a label would need. */
  measure(label: string): number;
  maxTracks: number;
  /** Right edge of the drawing in pixels: labels end before it. */
  end: number;
}

/** Diameter of a point and of a cluster: WCAG 2.2, 2.5.8 asks for 24 px between targets. */
export const POINT_PX = 24;
const GAP_PX = 4;
const LABEL_INDENT_PX = 8;
/** From the end of a span to its label; a point has as much air around it within its own width. */
const SPAN_GAP_PX = 6;
/** A label cut shorter than this says nothing. */
const MIN_LABEL_PX = 48;
const MAX_LABEL_PX = 260;
/** More items than this on the same days become one mark with their number. */
const SAME_DAYS = 3;

/** Items that will always share a mark, whatever the zoom. */
export type Group = readonly TimelineItem[];

interface PlacedGroup {
  items: Group;
  x: number;
  width: number;
}

/**
 * Items that cover exactly the same days share a mark once there are many of them. Depends on no scale, so it is done
 * once a lane and not with every zoom.
 */
export function groupSameDays(items: readonly TimelineItem[]): Group[] {
  const bySpan = new Map<string, TimelineItem[]>();
  for (const item of items) {
    const key = `${item.span.start} ${item.span.end} ${item.vague}`;
    const list = bySpan.get(key);
    if (list) list.push(item);
    else bySpan.set(key, [item]);
  }
  return [...bySpan.values()].flatMap((list) => (list.length > SAME_DAYS ? [list] : list.map((item) => [item])));
}

function extent(item: TimelineItem, scale: Scale): { x: number; width: number } {
  const start = toPx(scale, item.span.start);
  const width = toPx(scale, item.span.end) - start;
  // A day stays a point at every zoom: what happened did not fill it. Anything narrower than a point is one too.
  if (width > POINT_PX && item.vague) return { x: start, width };
  return { x: start + width / 2 - POINT_PX / 2, width: POINT_PX };
}

function shapeOf(group: PlacedGroup): Mark["shape"] {
  if (group.items.length > 1) return "cluster";
  return group.width > POINT_PX ? "span" : "point";
}

/**
 * Lays out one lane, left to right: each mark takes the first track where it and its label fit, else the first where
 * it fits without, else it joins the mark it would cover. So no mark and no label ever lies on another.
 * Linear in the groups, but for sorting them.
 */
export function layoutLane(lane: readonly Group[], scale: Scale, options: LayoutOptions): LaneLayout {
  const groups = lane
    .map((items) => ({ items, ...extent(items[0]!, scale) }))
    .sort((a, b) => a.x - b.x || b.width - a.width);
  const marks: Mark[] = [];
  /** Right edge of the last mark (without its label) and of everything, per track. */
  const last: { mark: Mark; labelEnd: number }[] = [];
  for (const group of groups) place(group, marks, last, options);
  trimLabels(marks, options);
  return { marks, tracks: Math.max(1, last.length) };
}

function place(
  group: PlacedGroup,
  marks: Mark[],
  last: { mark: Mark; labelEnd: number }[],
  { measure, maxTracks }: LayoutOptions,
): void {
  const free = (end: number) => end + GAP_PX <= group.x;
  let track = last.findIndex(({ labelEnd }) => free(labelEnd));
  if (track < 0 && last.length < maxTracks) track = last.length;
  if (track < 0) track = last.findIndex(({ mark }) => free(mark.x + mark.width + MIN_LABEL_PX));
  if (track < 0) track = last.findIndex(({ mark }) => free(mark.x + mark.width));
  if (track < 0) {
    join(last, group);
    return;
  }
  const shape = shapeOf(group);
  const labelWidth = shape === "cluster" ? 0 : Math.min(measure(group.items[0]!.label), MAX_LABEL_PX) + LABEL_INDENT_PX;
  const inside = labelWidth + 2 * LABEL_INDENT_PX <= group.width;
  const labelX = inside ? group.x + LABEL_INDENT_PX : group.x + group.width + (shape === "span" ? SPAN_GAP_PX : 0);
  const mark: Mark = { ...group, items: [...group.items], track, labelX, labelWidth, shape };
  marks.push(mark);
  last[track] = { mark, labelEnd: Math.max(mark.x + mark.width, labelX + labelWidth) };
}

/** Every track is taken here: the item joins the last point or cluster that began nearest to it. */
function join(last: { mark: Mark; labelEnd: number }[], group: PlacedGroup): void {
  const candidates = last.map(({ mark }) => mark);
  const points = candidates.filter((mark) => mark.shape !== "span");
  const nearest = (points.length ? points : candidates).reduce((best, mark) => (mark.x > best.x ? mark : best));
  nearest.items.push(...group.items);
  nearest.shape = "cluster";
}

/** What a label that is cut short must have at least. */
function fewest(mark: Mark): number {
  return Math.min(MIN_LABEL_PX, mark.labelWidth);
}

/**
 * Cuts each label at the next mark of its track or the edge of the drawing. What becomes too short to read there goes
 * into the span, or before the point where nothing stands in the way, and is dropped only then.
 */
function trimLabels(marks: Mark[], { end }: LayoutOptions): void {
  const next = new Map<number, number>();
  /** Marks whose label found no room behind them. */
  const homeless: Mark[] = [];
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i]!;
    const wanted = mark.labelWidth;
    const behind = Math.min(wanted, (next.get(mark.track) ?? end) - GAP_PX - mark.labelX);
    const within = mark.shape === "span" ? mark.width - 2 * LABEL_INDENT_PX : 0;
    next.set(mark.track, mark.x);
    if (mark.shape === "cluster") mark.labelWidth = 0;
    else if (mark.labelX > mark.x + LABEL_INDENT_PX && behind < wanted && within > Math.max(behind, fewest(mark) - 1)) {
      mark.labelX = mark.x + LABEL_INDENT_PX;
      mark.labelWidth = Math.min(wanted, within);
    } else if (behind >= fewest(mark)) mark.labelWidth = behind;
    else homeless.push(mark);
  }
  putBefore(marks, new Set(homeless));
}

/** Labels of these marks go before them, as far as the track is empty there. */
function putBefore(marks: readonly Mark[], homeless: ReadonlySet<Mark>): void {
  const taken = new Map<number, number>();
  for (const mark of marks) {
    const start = taken.get(mark.track) ?? 0;
    if (homeless.has(mark)) {
      const room = mark.shape === "point" ? mark.x - GAP_PX - start : 0;
      const width = Math.min(mark.labelWidth, room);
      if (width > 0 && width >= fewest(mark)) {
        mark.labelX = mark.x - width;
        mark.labelWidth = width;
      } else {
        mark.labelX = mark.x + mark.width;
        mark.labelWidth = 0;
      }
    }
    taken.set(mark.track, Math.max(mark.x + mark.width, mark.labelX + mark.labelWidth));
  }
}
