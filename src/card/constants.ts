/** The numbers of hovering; docs/card.md gives the sources and the reasons. Milliseconds and CSS pixels. */

/** Rest on a name after which its data is asked for, so that the card opens filled. */
export const ASK_AFTER = 150;
/** Time the card stays after the pointer has left name, card and corridor. */
export const CLOSE_AFTER = 300;
/** How much later than the open delay a card without data is shown as loading; a stopped worker answers within 250. */
export const LOADING_AFTER = 300;
/** A card asked for by key or touch shows its loading state after this. */
export const LOADING_AFTER_REQUEST = 120;
/** A card seen this long counts as looked at: its "new" marks are gone next time. */
export const SEEN_AFTER = 1000;
/** Pointer speed from which it is passing through, in px/ms. */
export const FAST = 0.5;
/** Two pointer samples further apart than this say nothing about speed. */
export const SAMPLE_GAP = 32;
/** No card opens by hovering until the page's keyboard has been still this long. */
export const TYPING_QUIET = 1000;
/** A frame that waited longer than this for its turn says that the page hung, not that the pointer rested. */
export const LONGEST_FRAME = 100;
/** Touch: held this long in place it is a long press. */
export const LONG_PRESS = 500;
/** Touch: moved further than this it is a scroll. */
export const TOUCH_SLOP = 10;
/** After a long press its click or menu may still come for this long. */
export const SWALLOW = 700;
/** A click that a key makes comes with it, give or take a busy moment. */
export const KEY_TO_CLICK = 100;
/** The focus moves by what the reader has done up to this long before. */
export const BY_READER = 500;

/** How often an open card looks whether its name has moved without a scroll, and whether the address is another. */
export const TICK = 200;
/** Time the marks of a changed paragraph have to come back before its card goes. */
export const GRACE = 500;
/** Time that a name which is gone from the page has to come back in the same place. */
export const REDRAWN = 250;
/** After marks have changed, the time to the next look at what is under the pointer now. */
export const MARKED = 100;

/** A screen reader's time to notice a live region that has just appeared, before words come into it. */
export const SETTLE = 120;
/** Words for a screen reader stay this long when nothing else is shown. */
export const SPOKEN = 3000;

/** Gap between name and card: near enough to cross, far enough to see the underline. */
export const GAP = 8;
/** Kept free between the card and the edges of the viewport. */
export const MARGIN = 8;
export const WIDTH = 384;
export const MAX_HEIGHT = 560;
/** Below this a side of the name is too narrow to read in, and another is tried. */
export const MIN_WIDTH = 240;
export const MIN_HEIGHT = 160;
/** Above or below the name this is enough, though the card be longer: it scrolls. */
export const COMFORTABLE_HEIGHT = 300;
