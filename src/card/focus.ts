import type { Host } from "./host.ts";

/** The focused element, inside open shadow roots too. */
export function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Takes the focus into the card and gives it back to where it was. */
export function focusKeeper(host: Host) {
  let before: Element | null = null;
  return {
    enter(): void {
      const document = host.element.ownerDocument;
      const active = deepActive(document);
      if (active !== host.element) before = active;
      host.mount.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
    },
    /** Only if the card has the focus: what the reader has focused since is not taken away. */
    leave(): void {
      const document = host.element.ownerDocument;
      if (document.activeElement !== host.element && !host.root.activeElement) return;
      // Leaving the card may end it, and with it what is remembered here.
      const back = before;
      before = null;
      if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
      (host.root.activeElement as HTMLElement | null)?.blur();
    },
    forget(): void {
      before = null;
    },
  };
}
