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
  label: string;
}

/** A drawn mark: one item, or several that would lie on top of each other. Pixels from the left of the canvas. */
export interface Mark {
  items: TimelineItem[];
  track: number;
  x: number;
  width: number;
  /** Where the label starts: inside a span that is long enough, else beside the mark. */
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
  trimLabels(marks, options.end);
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
  const labelX = inside ? group.x + LABEL_INDENT_PX : group.x + group.width;
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

/** Cuts each label at the next mark of its track or the edge of the drawing; drops what becomes too short to read. */
function trimLabels(marks: Mark[], end: number): void {
  const next = new Map<number, number>();
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const mark = marks[i]!;
    const room = (next.get(mark.track) ?? end) - GAP_PX - mark.labelX;
    const width = Math.min(mark.labelWidth, room);
    mark.labelWidth = mark.shape === "cluster" || width < Math.min(MIN_LABEL_PX, mark.labelWidth) ? 0 : width;
    next.set(mark.track, mark.x);
  }
}
