import type { PageMention } from "../page/mention-index.ts";
import { mentionLines } from "./hit.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

/** A focus ring around a name, drawn in our own root over the page: the page's elements stay as they are. */
export interface Ring {
  mention(): PageMention | undefined;
  draw(mention: PageMention | undefined): void;
  /** Follows the name after scrolling or layout. */
  follow(): void;
}

export function makeRing(overlay: HTMLElement): Ring {
  let current: PageMention | undefined;
  const boxes: HTMLElement[] = [];
  const follow = () => {
    const lines = current ? mentionLines(current) : [];
    while (boxes.length > lines.length) boxes.pop()!.remove();
    lines.forEach(({ left, top, right, bottom }, index) => {
      boxes[index] ??= overlay.appendChild(overlay.ownerDocument.createElementNS(XHTML, "div") as HTMLElement);
      const box = boxes[index];
      box.className = "ring";
      box.style.cssText = `left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px`;
    });
  };
  return {
    mention: () => current,
    draw(mention) {
      current = mention;
      follow();
    },
    follow,
  };
}
