import { listen } from "./listen.ts";
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

/** A click that a key makes comes with it, give or take a busy moment. Milliseconds. */
const KEY_TO_CLICK = 100;

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
  const options = { signal, active: true } as const;
  const stop = (event: Event) => {
    if (host.owns(event)) event.stopImmediatePropagation();
  };
  listen(window, POINTER_EVENTS, stop, { signal });
  /** When a key last went down or up in the card. */
  let keyAt = Number.NEGATIVE_INFINITY;
  const key = (event: Event) => {
    if (host.owns(event)) keyAt = event.timeStamp;
  };
  listen(window, ["keydown", "keyup"], key, { signal });
  listen(window, "keydown", onKey, options);
  listen(window, ["keypress", "keyup", "beforeinput", "input"], stop, options);
  const act = (target: EventTarget | null) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-act]");
    if (button) onAction(button);
  };
  listen(
    window,
    "click",
    (event) => {
      if (!host.owns(event)) return;
      // A click without a pointer has no place. By key it is of what has the focus; a screen reader's goes to the root.
      const isByKey = event.detail === 0 && event.timeStamp - keyAt < KEY_TO_CLICK;
      if (event.detail === 0 && !isByKey) return;
      event.stopImmediatePropagation();
      act(isByKey ? host.root.activeElement : host.root.elementFromPoint(event.clientX, event.clientY));
    },
    options,
  );
  host.root.addEventListener(
    "click",
    (event) => {
      event.stopPropagation();
      // Firefox gives a page ways into a closed root (docs/card.md), but not to make an event that is trusted.
      if (event.isTrusted) act(event.target);
    },
    { signal },
  );
}
