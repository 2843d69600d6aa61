import { contains, type Point, type Rect, union } from "./rect.ts";

/**
 * The lines of a name: `Range.getClientRects()` gives one rectangle for each text node on each line and one more for
 * each element inside; those that share half their height are one line. Empty ones are dropped.
 */
export function lines(rects: Iterable<Rect>): Rect[] {
  const merged: Rect[] = [];
  for (const rect of rects) {
    if (rect.right - rect.left < 0.5 || rect.bottom - rect.top < 0.5) continue;
    const at = merged.findIndex((line) => sharesLine(line, rect));
    const { left, top, right, bottom } = rect;
    if (at < 0) merged.push({ left, top, right, bottom });
    else merged[at] = union(merged[at]!, rect);
  }
  return merged;
}

function sharesLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

/** The line under this point (within `slack` pixels), else none. */
export function lineAt(all: readonly Rect[], point: Point, slack = 1): Rect | undefined {
  return all.find((line) => contains(line, point)) ?? all.find((line) => contains(line, point, slack));
}
