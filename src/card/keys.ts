import type { Session } from "./session.ts";

const FOCUSABLE = "a[href], button:not([tabindex='-1']), [tabindex='0']";

/** Esc anywhere; inside the card Tab (out at either end) and the arrow keys of the tabs. */
export function handleKey(session: Session, event: KeyboardEvent): void {
  const { host } = session;
  const inside = event.target === host.element;
  if (inside) event.stopImmediatePropagation();
  if (event.key === "Escape" && !event.isComposing) {
    const { shown, dwell } = session.state();
    if (shown.type === "none" && dwell.type === "none") {
      session.clearRing();
      return;
    }
    if (shown.type !== "none") {
      // One Esc, one thing: the page's dialog under the card stays open.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    session.dispatch({ type: "escape" });
    return;
  }
  if (!inside) return;
  if (event.key === "Tab") tabOut(session, event);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") switchTab(session, event);
}

/**
 * The card is last in the document, but the reader came from elsewhere: at its ends Tab goes on from there. The focus
 * is put back first, and the browser's own Tab does the rest.
 */
function tabOut(session: Session, event: KeyboardEvent): void {
  const { root } = session.host;
  const stops = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) => stop.getClientRects().length > 0);
  const at = root.activeElement;
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  const leaves = at === end || (event.shiftKey && at?.getAttribute("role") === "dialog");
  if (!leaves) return;
  session.returnFocus();
  // Back means back to where the reader was; on goes on from there.
  if (event.shiftKey) event.preventDefault();
}

function switchTab({ host: { root } }: Session, event: KeyboardEvent): void {
  const at = root.activeElement;
  if (at?.getAttribute("role") !== "tab") return;
  const tabs = [...root.querySelectorAll<HTMLElement>("[role=tab]")];
  const forward = (event.key === "ArrowRight") !== (getComputedStyle(at).direction === "rtl");
  const next = tabs[(tabs.indexOf(at as HTMLElement) + (forward ? 1 : -1) + tabs.length) % tabs.length];
  event.preventDefault();
  next?.click();
  next?.focus();
}
