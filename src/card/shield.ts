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
  const options = { capture: true, signal };
  for (const type of POINTER_EVENTS) {
    window.addEventListener(type, (event) => event.target === host.element && event.stopImmediatePropagation(), {
      ...options,
      passive: true,
    });
  }
  window.addEventListener("keydown", onKey, options);
  for (const type of ["keypress", "keyup", "beforeinput", "input"]) {
    window.addEventListener(
      type,
      (event) => event.target === host.element && event.stopImmediatePropagation(),
      options,
    );
  }
  const act = (target: EventTarget | null) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-act]");
    if (button) onAction(button);
  };
  window.addEventListener(
    "click",
    (event) => {
      // A click without a pointer (a key, a screen reader) has no place: it goes down to the root.
      if (event.target !== host.element || event.detail === 0) return;
      event.stopImmediatePropagation();
      act(host.root.elementFromPoint(event.clientX, event.clientY));
    },
    options,
  );
  host.root.addEventListener(
    "click",
    (event) => {
      event.stopPropagation();
      act(event.target);
    },
    { signal },
  );
}
