import type { PageMention } from "../page/mention-index.ts";
import { parentOf, viewOf } from "./anchor.ts";
import { mentionLines } from "./hit.ts";
import type { Rect } from "./rect.ts";

/** Share of a box at each end where a name is not considered well in view. */
const EDGE = 0.15;

/** Brings a name into view in every box that it scrolls in, inmost first; one already well in view is not moved. */
export function scrollToMention(mention: PageMention, reducedMotion: boolean): void {
  const document = mention.startNode.ownerDocument;
  const root = document.scrollingElement ?? document.documentElement;
  for (let box: Element | null = mention.startNode.parentElement; box; box = parentOf(box)) {
    const isRoot = box === root;
    if (!isRoot && !scrolls(box)) continue;
    const line = mentionLines(mention)[0];
    if (!line) return;
    const view: Rect = isRoot ? viewOf(document) : box.getBoundingClientRect();
    const top = delta(line.top, line.bottom, view.top, view.bottom);
    const left = delta(line.left, line.right, view.left, view.right);
    if (top === 0 && left === 0) continue;
    // Inner boxes jump, so that the measure for the next one is right; a long way is no pleasure to watch.
    const far = Math.abs(top) > 1.5 * (view.bottom - view.top);
    box.scrollBy({ top, left, behavior: isRoot && !reducedMotion && !far ? "smooth" : "instant" });
  }
}

function scrolls(box: Element): boolean {
  if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) return false;
  const { overflowX, overflowY } = getComputedStyle(box);
  return /auto|scroll|hidden/.test(overflowX + overflowY);
}

/** How far to scroll so that [start, end] is centred in [from, to]; 0 where it is well in view. */
function delta(start: number, end: number, from: number, to: number): number {
  const edge = (to - from) * EDGE;
  if (start >= from + edge && end <= to - edge) return 0;
  const fits = end - start < to - from;
  return fits ? (start + end) / 2 - (from + to) / 2 : start - from;
}
