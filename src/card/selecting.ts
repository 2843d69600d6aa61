import { listen } from "./listen.ts";
import type { Session } from "./session.ts";

/** Less than the padding beside the text of the card, in px. */
const EDGE = 12;
const XHTML = "http://www.w3.org/1999/xhtml";

/**
 * Selecting by mouse stays in the card: while a button that went down in it is held, a pane of glass under the card
 * covers the view, so that a drag that overshoots neither selects the page nor leaves the card. Chromium then extends
 * the selection to the nearest text by itself; Firefox takes the glass for the end, and is told the nearest text.
 */
export function watchSelecting(session: Session): void {
  const { host, signal, document } = session;
  const window = document.defaultView!;
  const glass = document.createElementNS(XHTML, "div") as HTMLElement;
  glass.className = "glass";
  const options = { signal };
  let at: { x: number; y: number } | undefined;

  const end = () => {
    at = undefined;
    glass.remove();
  };

  function extend(): void {
    const scroll = host.mount.querySelector(".scroll");
    const selection = document.getSelection();
    if (!at || !scroll || !selection || selection.rangeCount === 0) return;
    // Beside the text there may be a scroll bar, on which there is none.
    const { left, top, right, bottom } = scroll.getBoundingClientRect();
    const bar = right - left - scroll.clientWidth;
    const x = Math.max(left + bar + EDGE, Math.min(at.x, right - bar - EDGE));
    const y = Math.max(top + 2, Math.min(at.y, bottom - 2));
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [host.root] });
    if (!caret || !host.mount.contains(caret.offsetNode)) return;
    try {
      selection.extend(caret.offsetNode, caret.offset);
    } catch {
      // Chromium does not extend into a closed root, and need not.
    }
  }

  listen(
    window,
    "pointerdown",
    (event) => {
      if (host.owns(event) && event.pointerType !== "touch" && event.button === 0) host.mount.before(glass);
    },
    options,
  );
  listen(
    window,
    "pointermove",
    (event) => {
      if (!glass.parentNode) return;
      if (event.buttons === 0) {
        end();
        return;
      }
      const onGlass = host.root.elementFromPoint(event.clientX, event.clientY) === glass;
      const isDue = onGlass && !at;
      at = onGlass ? { x: event.clientX, y: event.clientY } : undefined;
      // After the browser's own idea of the selection.
      if (isDue) window.requestAnimationFrame(follow);
    },
    options,
  );
  listen(
    window,
    ["pointerup", "pointercancel", "blur"],
    () => {
      if (at) extend();
      end();
    },
    options,
  );

  function follow(): void {
    if (!at || !glass.isConnected) return;
    extend();
    window.requestAnimationFrame(follow);
  }
}
