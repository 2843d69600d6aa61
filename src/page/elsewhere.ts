/** To the frame that a card is in. */
interface Reports {
  /** The pointer was here at that time (ms since 1970). */
  pointer(at: number): void;
  /** The reader has typed, or else pressed Esc. */
  key(typing: boolean): void;
}

/**
 * Tells a card in another frame what that frame does not hear: a key goes to the frame that has the focus, and Chromium
 * does not always tell a frame that the pointer has left it for one of another process. Each report is made once.
 * Nothing listens before a card is about to open; what a page makes up is no report.
 */
export function listenElsewhere({ pointer, key }: Reports) {
  const moved = ({ isTrusted, timeStamp }: Event) => {
    if (!isTrusted) return;
    removeEventListener("pointermove", moved, true);
    pointer(Date.now() - performance.now() + timeStamp);
  };
  const pressed = (event: KeyboardEvent) => {
    const isEsc = event.key === "Escape";
    const isTyping = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!event.isTrusted || !(isEsc || isTyping)) return;
    removeEventListener("keydown", pressed, true);
    key(!isEsc);
  };
  return {
    /** Reports the next move. */
    pointer: () => addEventListener("pointermove", moved, true),
    /** Reports the next key that matters to a card. */
    keys: () => addEventListener("keydown", pressed, true),
  };
}
