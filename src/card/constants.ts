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
/** Touch: held this long in place it is a long press. */
export const LONG_PRESS = 500;
/** Touch: moved further than this it is a scroll. */
export const TOUCH_SLOP = 10;

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
