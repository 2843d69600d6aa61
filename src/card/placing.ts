import type { PageMention } from "../page/mention-index.ts";
import { type Anchor, anchorAt, keepInside, placeAt, viewOf } from "./anchor.ts";
import { MAX_HEIGHT, WIDTH } from "./constants.ts";
import type { Placement } from "./geometry.ts";
import type { Host } from "./host.ts";
import type { Point } from "./rect.ts";

/** Where the card is measured before it is first placed. */
const MEASURING: Placement = {
  side: "below",
  left: 0,
  width: WIDTH,
  edge: { type: "top", y: 0 },
  maxHeight: MAX_HEIGHT,
};
/** Upper and lower edge of the card, in px (card.css). */
const BORDERS = 2;

/** Where the card stands: beside which line of which name, and how high. */
export function makePlacing(host: Host, document: Document) {
  let anchor: Anchor | undefined;
  let placement: Placement | undefined;

  /** What the card would like to be high, at the width that it has. */
  function naturalHeight(): number {
    const scroll = host.mount.querySelector(".scroll");
    if (!scroll) return 0;
    if (!placement) host.place(MEASURING);
    return scroll.scrollHeight + BORDERS;
  }

  /** Whether there is more below, shown by a last line that fades, and above, shown by a line under the head. */
  function hint(): void {
    const scroll = host.mount.querySelector(".scroll");
    if (!scroll) return;
    const below = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    scroll.parentElement!.toggleAttribute("data-more", below > 4);
    scroll.parentElement!.toggleAttribute("data-scrolled", scroll.scrollTop > 0);
  }

  return {
    anchor: () => anchor,
    hint,
    /** For a card that is about to appear beside this; undefined: its name is nowhere on the screen. */
    begin(at: Anchor | undefined): void {
      anchor = at;
      placement = undefined;
    },
    end(): void {
      anchor = placement = undefined;
    },
    /** Measures the card as high as it wants to be, then gives it its place, away from `avoid`; one that is pinned stays. */
    arrange(isPinned: boolean, avoid: Point | undefined): void {
      if (!anchor || (isPinned && placement)) return;
      placement = placeAt(anchor, naturalHeight(), placement?.side, avoid);
      host.place(placement);
      hint();
    },
    /** The page has moved: the card goes along with this name; one that is pinned only stays in the window. */
    follow(mention: PageMention, isPinned: boolean): void {
      if (!anchor) return;
      anchor = anchorAt(mention, anchor.index) ?? anchor;
      if (isPinned) {
        const rect = host.rect();
        if (!placement || !rect) return;
        placement = keepInside(placement, rect.bottom - rect.top, viewOf(document));
      } else placement = placeAt(anchor, naturalHeight(), placement?.side, undefined);
      host.place(placement);
    },
  };
}
