import type { Host } from "./host.ts";
import { listen } from "./listen.ts";

/** The focused element, inside open shadow roots too. */
export function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Of an element that hides a focused one in its open shadow root: that one. */
function deepest(element: Element): Element {
  const inner = element.shadowRoot?.activeElement;
  return inner ? deepest(inner) : element;
}

const STOPS = "button:not([tabindex='-1']), [tabindex='0']";

/** What Tab stops at in the card, in order. */
export function stopsIn(root: ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.getClientRects().length > 0);
}

/** Takes the focus into the card and gives it back to where it was. */
export function focusKeeper(host: Host, signal: AbortSignal) {
  let before: Element | null = null;
  // The reader may come by a click as well. On the window, since events in the card are stopped there.
  listen(
    host.element.ownerDocument.defaultView!,
    "focusin",
    (event) => {
      if (host.owns(event) && event.relatedTarget instanceof Element) before = deepest(event.relatedTarget);
    },
    { signal },
  );
  function stay(): void {
    host.mount.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
  }
  return {
    enter(): void {
      const document = host.element.ownerDocument;
      const active = deepActive(document);
      if (active !== host.element) before = active;
      stay();
    },
    /**
     * Draws the card. The button that was pressed may be gone then (folded out, followed), and the focus must not fall out of
     * the card: it goes to the first control that has come, else to what the button stood in, else to the dialog.
     */
    keepOver(draw: () => void): void {
      const focused = host.root.activeElement;
      const before = focused && new Set(stopsIn(host.root));
      const content = host.mount.querySelector(".scroll");
      const around = focused?.parentElement?.closest<HTMLElement>("[tabindex]");
      draw();
      if (!before || !host.isShown() || host.root.activeElement === focused) return;
      const added = content?.isConnected ? stopsIn(host.root).find((stop) => !before.has(stop)) : undefined;
      const next = added ?? (around?.isConnected ? around : undefined);
      if (focused.isConnected) (focused as HTMLElement).focus({ preventScroll: true });
      else if (next) next.focus();
      else stay();
    },
    /** Only if the card has the focus: what the reader has focused since is not taken away. */
    leave(): void {
      const document = host.element.ownerDocument;
      if (deepActive(document) !== host.element && !host.root.activeElement) return;
      // Leaving the card may end it, and with it what is remembered here.
      const back = before;
      before = null;
      // In a frame that has lost the focus, to give it back would be to take it from another frame.
      const isHere = document.hasFocus() || window === window.top;
      if (isHere) (back as HTMLElement | null)?.focus?.({ preventScroll: true });
      (host.root.activeElement as HTMLElement | null)?.blur();
    },
  };
}
