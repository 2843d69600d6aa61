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
      (host.root.activeElement as HTMLElement | null)?.blur();
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
      before = null;
    },
    forget(): void {
      before = null;
    },
  };
}
