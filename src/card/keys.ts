import { stopsIn } from "./focus.ts";
import type { Session } from "./session.ts";

/** How far an arrow key scrolls, px: about two lines, as browsers do. */
const LINE = 40;

/** Esc anywhere; inside the card Tab (out at either end) and the arrow keys of the tabs. */
export function handleKey(session: Session, event: KeyboardEvent, act: (button: HTMLElement) => void): void {
  const { host } = session;
  const inside = host.owns(event);
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
  if (!inside || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Tab") tab(session, event);
  // With Shift they select.
  if (event.shiftKey && event.key !== " ") return;
  scroll(session, event);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") switchTab(session, event, act);
}

/**
 * Tab goes through the card in order, the same in every browser. The card is last in the document, but the reader came
 * from elsewhere: at its end the focus is put back there first, and the browser's own Tab goes on from it.
 */
function tab(session: Session, event: KeyboardEvent): void {
  const { root } = session.host;
  const stops = stopsIn(root);
  const at = root.activeElement;
  // A statement or the dialog may have the focus, which are no stops: on from there.
  const isBefore = (stop: Element) => at && at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING;
  const isAfter = (stop: Element) => !at || at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = event.shiftKey ? stops.findLast(isBefore) : stops.find(isAfter);
  if (next) {
    event.preventDefault();
    next.focus();
    return;
  }
  session.returnFocus();
  // Back means back to where the reader was; on goes on from there.
  if (event.shiftKey) event.preventDefault();
}

/**
 * Keys that scroll do so in the card, wherever in it the focus is: by themselves they would scroll the page from all but
 * its content, and that closes the card.
 */
function scroll({ host: { root } }: Session, event: KeyboardEvent): void {
  const box = root.querySelector<HTMLElement>(".scroll");
  if (!box || (event.key === " " && root.activeElement?.matches("a, button"))) return;
  const page = box.clientHeight - LINE;
  const by: Record<string, number> = {
    ArrowUp: -LINE,
    ArrowDown: LINE,
    PageUp: -page,
    PageDown: page,
    " ": event.shiftKey ? -page : page,
    Home: -box.scrollHeight,
    End: box.scrollHeight,
  };
  const top = by[event.key];
  if (top === undefined) return;
  event.preventDefault();
  box.scrollBy({ top });
}

function switchTab({ host: { root } }: Session, event: KeyboardEvent, act: (tab: HTMLElement) => void): void {
  const at = root.activeElement;
  if (at?.getAttribute("role") !== "tab") return;
  const tabs = [...root.querySelectorAll<HTMLElement>("[role=tab]")];
  const forward = (event.key === "ArrowRight") !== (getComputedStyle(at).direction === "rtl");
  const next = tabs[(tabs.indexOf(at as HTMLElement) + (forward ? 1 : -1) + tabs.length) % tabs.length];
  event.preventDefault();
  if (!next) return;
  act(next);
  next.focus();
}
