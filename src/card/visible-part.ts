import type { Rect } from "./rect.ts";

const parts = new WeakMap<Document, Rect>();

/** What the window shows of a frame's view, in the frame's client coordinates; undefined: all, as far as is known. */
export function visiblePart(document: Document): Rect | undefined {
  return parts.get(document);
}

/** Which sides of `box` (as far as it is in the view) something outside the frame cuts off. */
export function cutOff(box: Rect, seen: Rect, view: Rect): Rect {
  const whole = {
    left: Math.max(box.left, view.left),
    top: Math.max(box.top, view.top),
    right: Math.min(box.right, view.right),
    bottom: Math.min(box.bottom, view.bottom),
  };
  return {
    left: seen.left > whole.left + 1 ? seen.left : view.left,
    top: seen.top > whole.top + 1 ? seen.top : view.top,
    right: seen.right < whole.right - 1 ? seen.right : view.right,
    bottom: seen.bottom < whole.bottom - 1 ? seen.bottom : view.bottom,
  };
}

/**
 * Keeps track of the part of a frame that the window shows: a frame may be higher than the window, and only an
 * IntersectionObserver sees across origins how much of it is in view. Returns a function that measures anew (the answer
 * comes a frame later, and `changed` is called if it is another one). Does nothing in top documents.
 */
export function watchVisiblePart(document: Document, signal: AbortSignal, changed: () => void): () => void {
  const window = document.defaultView!;
  if (window.top === window) return () => {};
  const root = document.documentElement;
  const observer = new IntersectionObserver((entries) => {
    const { boundingClientRect: box, intersectionRect: seen } = entries.at(-1)!;
    const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
    const before = parts.get(document);
    const part = cutOff(box, seen, view);
    parts.set(document, part);
    if (!before || (Object.keys(part) as (keyof Rect)[]).some((side) => Math.abs(part[side] - before[side]) > 1)) {
      changed();
    }
  });
  observer.observe(root);
  signal.addEventListener("abort", () => observer.disconnect());
  return () => {
    observer.unobserve(root);
    observer.observe(root);
  };
}
