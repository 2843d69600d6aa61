import { listen } from "./listen.ts";
import { watchPresses } from "./presses.ts";
import type { Session } from "./session.ts";

/** What the pointer does inside the card is no business of the page's handlers. */
const POINTER_EVENTS = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchmove",
  "touchend",
  "wheel",
  "dblclick",
  "auxclick",
  "contextmenu",
  "selectstart",
  "dragstart",
  "dragend",
  "pointermove",
  "mousemove",
  "pointerover",
  "mouseover",
  "pointerout",
  "mouseout",
  // A page that holds the focus in its dialog must not take it out of the card.
  "focus",
  "blur",
  "focusin",
  "focusout",
] as const;

/**
 * Keeps events in the card from the page: they are stopped at the window, on the way down, so that of the page's
 * handlers only those see them that hang on the window itself and were there first. The browser's own work (links,
 * focus, scrolling, selecting) goes on. Called after our own listeners on the window are set, which go before it.
 */
export function shield(
  session: Session,
  onKey: (event: KeyboardEvent) => void,
  onAction: (button: HTMLElement) => void,
): void {
  const { document, host, signal } = session;
  const window = document.defaultView!;
  const stop = (event: Event) => {
    if (host.owns(event)) event.stopImmediatePropagation();
  };
  watchPresses(session, onAction);
  listen(window, POINTER_EVENTS, stop, { signal });
  listen(window, "keydown", onKey, { signal, active: true });
  listen(window, ["keypress", "keyup", "beforeinput", "input"], stop, { signal, active: true });
}
