import { isTyping } from "../shared/typing.ts";

/** To the frame that a card is in. */
interface Reports {
  /** The pointer was here at that time (ms since 1970). */
  pointer(at: number): void;
  /** The reader has typed, or else pressed Esc. */
  key(typing: boolean): void;
}

/**
 * Tells a card in another frame what that frame does not hear: a key goes to the frame that has the focus, and Chromium
 * does not always tell a frame that the pointer has left it for one of another process. Each report is made once: a card
 * that is pinned stays when the reader has typed, and still goes by Esc. Nothing listens before a card is about to open;
 * what a page makes up is no report.
 */
export function listenElsewhere({ pointer, key }: Reports) {
  const moved = ({ isTrusted, timeStamp }: Event) => {
    if (!isTrusted) return;
    removeEventListener("pointermove", moved, true);
    pointer(Date.now() - performance.now() + timeStamp);
  };
  let hasTyped = false;
  const pressed = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.key === "Escape") {
      removeEventListener("keydown", pressed, true);
      key(false);
    } else if (!hasTyped && isTyping(event)) {
      hasTyped = true;
      key(true);
    }
  };
  return {
    /** Reports the next move. */
    pointer: () => addEventListener("pointermove", moved, true),
    /** Reports the next key that is typed, and the next Esc. */
    keys() {
      hasTyped = false;
      addEventListener("keydown", pressed, true);
    },
  };
}
