/** Rectangles in CSS pixels of the layout viewport; `right` and `bottom` are edges, not distances. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export function contains(rect: Rect, point: Point, slack = 0): boolean {
  return (
    point.x >= rect.left - slack &&
    point.x <= rect.right + slack &&
    point.y >= rect.top - slack &&
    point.y <= rect.bottom + slack
  );
}

/** Whether they share some area; edges that touch do not. */
export function overlaps(a: Rect, b: Rect): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0;
}

export function union(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
