import type { Point, Rect } from "./rect.ts";

/**
 * The safe corridor: the convex hull of name and card. A pointer that goes straight from any place of the one to any
 * place of the other never leaves it.
 */
export function inCorridor(point: Point, name: Rect, card: Rect): boolean {
  return inHull(point, hull([...corners(name), ...corners(card)]));
}

function corners({ left, top, right, bottom }: Rect): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** Twice the signed area of a triangle: positive where the turn a, b, c is counter-clockwise. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Convex hull by Andrew's monotone chain, counter-clockwise. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...half(sorted), ...half(sorted.reverse())];
}

function half(points: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

function inHull(point: Point, edges: readonly Point[]): boolean {
  return edges.every((from, index) => turn(from, edges[(index + 1) % edges.length]!, point) >= 0);
}
