import { COMFORTABLE_HEIGHT, GAP, MARGIN, MAX_HEIGHT, MIN_HEIGHT, MIN_WIDTH, WIDTH } from "./constants.ts";
import { clamp, type Point, type Rect, type Size, union } from "./rect.ts";

export type Side = "below" | "above" | "after" | "before";

export interface Scene {
  /** The line of the name that the card belongs to. */
  line: Rect;
  /** All lines of the name: none is ever covered. */
  name: readonly Rect[];
  /** What can be seen: the visual viewport. */
  view: Rect;
  /** What the card would like: its width, and its height at that width. */
  wanted: Size;
  /** Direction of the text around the name. */
  rtl: boolean;
  /** Where the pointer is, if it must not be covered though it is not on the name (cards opened by key). */
  avoid?: Point;
  /** Side of the card before its content changed: kept while it will do. */
  side?: Side;
}

export interface Placement {
  side: Side;
  left: number;
  width: number;
  /** The edge next to the name is fixed; the other follows the content up to `maxHeight`. */
  edge: { type: "top"; y: number } | { type: "bottom"; y: number };
  maxHeight: number;
}

/**
 * Where the card goes: below the name if it fits there, else above, else on the larger of the two if that is
 * comfortable to read in, else beside the name, else wherever most of it can be read. Always inside the view (less a margin that gives way when there is no room), never over any line of the name.
 * With a name on two lines the card keeps clear of both, but lines up with the one under the pointer.
 */
export function place(scene: Scene): Placement {
  const order: Side[] = ["below", "above", "after", "before"];
  const rooms = order.map((side) => ({ side, room: room(scene, side) }));
  const kept = rooms.find(({ side, room }) => side === scene.side && isReadable(scene, room));
  if (kept) return put(scene, kept.side, kept.room);
  const best = choose(scene, rooms);
  return put(scene, best.side, best.room);
}

interface Room {
  side: Side;
  room: Rect;
}

function choose(scene: Scene, rooms: readonly Room[]): Room {
  const whole = rooms.filter(({ room }) => fits(scene, room));
  const vertical = whole.filter(isVertical);
  const free = [...vertical, ...whole].find(({ side, room }) => !covers(scene, put(scene, side, room)));
  if (vertical[0]) return free ?? vertical[0];
  // A card that scrolls a little is nearer to the text than one beside the line.
  const comfortable = rooms.filter(isVertical).filter(({ room }) => isComfortable(scene, room));
  if (comfortable.length > 0) return comfortable.reduce((a, b) => (size(b.room).height > size(a.room).height ? b : a));
  return free ?? whole[0] ?? rooms.reduce((a, b) => (worth(scene, b.room) > worth(scene, a.room) * 1.1 ? b : a));
}

function isVertical({ side }: Room): boolean {
  return side === "below" || side === "above";
}

/** The free part of the view on one side of the name. */
function room({ name, line, view, rtl }: Scene, side: Side): Rect {
  const all = name.reduce(union, line);
  const inner = inset(view);
  switch (side) {
    case "below":
      return { ...inner, top: clamp(all.bottom + gap(view.bottom - all.bottom), inner.top, inner.bottom) };
    case "above":
      return { ...inner, bottom: clamp(all.top - gap(all.top - view.top), inner.top, inner.bottom) };
    default:
      return (side === "after") !== rtl
        ? { ...inner, left: clamp(all.right + gap(view.right - all.right), inner.left, inner.right) }
        : { ...inner, right: clamp(all.left - gap(all.left - view.left), inner.left, inner.right) };
  }
}

/** The margin gives way in frames that are hardly higher than a line. */
function inset({ left, top, right, bottom }: Rect): Rect {
  const x = Math.min(MARGIN, Math.max(0, (right - left) / 20));
  const y = Math.min(MARGIN, Math.max(0, (bottom - top) / 20));
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

function gap(space: number): number {
  return clamp(space / 10, 1, GAP);
}

function size(room: Rect): Size {
  return { width: Math.max(0, room.right - room.left), height: Math.max(0, room.bottom - room.top) };
}

function target({ wanted }: Scene): Size {
  return { width: Math.min(wanted.width, WIDTH), height: Math.min(wanted.height, MAX_HEIGHT) };
}

function fits(scene: Scene, room: Rect): boolean {
  const { width, height } = size(room);
  const want = target(scene);
  return width >= Math.min(want.width, MIN_WIDTH * 1.25) && height >= want.height;
}

function isComfortable(scene: Scene, room: Rect): boolean {
  const { width, height } = size(room);
  return width >= Math.min(target(scene).width, MIN_WIDTH) && height >= COMFORTABLE_HEIGHT;
}

/** Good enough to stay on this side when the content has grown. */
function isReadable(scene: Scene, room: Rect): boolean {
  const { width, height } = size(room);
  const want = target(scene);
  return width >= Math.min(want.width, MIN_WIDTH) && height >= Math.min(want.height, MIN_HEIGHT);
}

/** How much of the card can be read at once; a strip too narrow for words counts little. */
function worth(scene: Scene, room: Rect): number {
  const { width, height } = size(room);
  const want = target(scene);
  const narrow = width < MIN_WIDTH && width < want.width ? 0.25 : 1;
  return Math.min(width, want.width) * Math.min(height, want.height) * narrow;
}

function put(scene: Scene, side: Side, room: Rect): Placement {
  const { line, rtl } = scene;
  const want = target(scene);
  const free = size(room);
  const width = Math.min(want.width, free.width);
  const maxHeight = Math.min(MAX_HEIGHT, free.height);
  if (side === "below" || side === "above") {
    // A little outside the name, so that the text of the card lines up with it.
    const wanted = rtl ? line.right + 2 * MARGIN - width : line.left - 2 * MARGIN;
    const left = clamp(wanted, room.left, Math.max(room.left, room.right - width));
    const edge: Placement["edge"] =
      side === "below" ? { type: "top", y: room.top } : { type: "bottom", y: room.bottom };
    return { side, left, width, edge, maxHeight };
  }
  const left = (side === "after") !== rtl ? room.left : room.right - width;
  const height = Math.min(want.height, free.height);
  const top = clamp(line.top - MARGIN, room.top, Math.max(room.top, room.bottom - height));
  return { side, left, width, edge: { type: "top", y: top }, maxHeight: Math.min(maxHeight, room.bottom - top) };
}

/** The rectangle that a card of this height takes. */
export function cardRect({ left, width, edge, maxHeight }: Placement, height: number): Rect {
  const high = Math.min(height, maxHeight);
  const top = edge.type === "top" ? edge.y : edge.y - high;
  return { left, top, right: left + width, bottom: top + high };
}

function covers(scene: Scene, placement: Placement): boolean {
  if (!scene.avoid) return false;
  const { left, right, top, bottom } = cardRect(placement, target(scene).height);
  const { x, y } = scene.avoid;
  return x > left && x < right && y > top && y < bottom;
}
