/** To the frame that a card is in. */
interface Reports {
  /** The pointer was here at that time (ms since 1970). */
  pointer(at: number): void;
  esc(): void;
}

/**
 * Tells a card in another frame what that frame does not hear: a key goes to the frame that has the focus, and Chromium
 * does not always tell a frame that the pointer has left it for one of another process. Each report is made once.
 * Nothing listens before a card is about to open; what a page makes up is no report.
 */
export function listenElsewhere({ pointer, esc }: Reports) {
  const moved = ({ isTrusted, timeStamp }: Event) => {
    if (!isTrusted) return;
    removeEventListener("pointermove", moved, true);
    pointer(Date.now() - performance.now() + timeStamp);
  };
  const pressed = ({ isTrusted, key }: KeyboardEvent) => {
    if (!isTrusted || key !== "Escape") return;
    removeEventListener("keydown", pressed, true);
    esc();
  };
  return {
    /** Reports the next move. */
    pointer: () => addEventListener("pointermove", moved, true),
    /** Reports the next Esc. */
    keys: () => addEventListener("keydown", pressed, true),
  };
}
