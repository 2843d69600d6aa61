/** To the frame of this id: the pointer was elsewhere at that time (ms since 1970). */
type Tell = (data: { id: string; at: number }) => void;

/**
 * Tells a card in another frame that the pointer is here. The browser does not always tell a frame that the pointer has
 * left it (Chromium, where frames are in different processes). Nothing listens before a card is about to open: the
 * function that is returned takes the id of its frame, and tells that one at the next move of the pointer, once.
 */
export function pointerReport(tell: Tell): (id: string) => void {
  let wanted: string;
  const moved = ({ isTrusted, timeStamp }: Event) => {
    // A page may make up events.
    if (!isTrusted) return;
    removeEventListener("pointermove", moved, true);
    tell({ id: wanted, at: Date.now() - performance.now() + timeStamp });
  };
  return (id) => {
    wanted = id;
    addEventListener("pointermove", moved, true);
  };
}
