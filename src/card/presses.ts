import { KEY_TO_CLICK } from "./constants.ts";
import { listen } from "./listen.ts";
import type { Session } from "./session.ts";

/** What in the card is pressed, by pointer, key or screen reader: buttons act, and links get their address. */
export function watchPresses({ document, host, signal }: Session, onAction: (button: HTMLElement) => void): void {
  const window = document.defaultView!;
  const options = { signal, active: true } as const;
  /** When a key last went down or up in the card. */
  let keyAt = Number.NEGATIVE_INFINITY;
  /** The button that the pointer went down on. */
  let pressed: Element | null | undefined;

  // A press without a pointer has no place: it is of what has the focus.
  const isByKey = ({ type, detail, timeStamp }: UIEvent) =>
    type !== "pointerdown" && detail === 0 && timeStamp - keyAt < KEY_TO_CLICK;
  const targetOf = (event: MouseEvent) =>
    isByKey(event) ? host.root.activeElement : host.root.elementFromPoint(event.clientX, event.clientY);

  function act(target: Element | null, isWhole: boolean): void {
    lead(target);
    const button = target?.closest<HTMLElement>("[data-act]");
    if (button && (isWhole || button === pressed)) onAction(button);
  }

  listen(
    window,
    ["keydown", "keyup"],
    (event) => {
      if (!host.owns(event)) return;
      keyAt = event.timeStamp;
      if (event.key === "Enter") lead(host.root.activeElement);
    },
    options,
  );
  listen(
    window,
    ["pointerdown", "mousedown", "contextmenu"],
    (event) => {
      if (!host.owns(event)) return;
      const target = targetOf(event);
      // Screen readers make Firefox send a mouse's events and no pointer's; a long press comes with a pointer's alone.
      pressed = target?.closest("[data-act]");
      // On what was no link yet, the middle button would scroll. A pointer's own event, without a count, is left alone: its
      // default is the mouse's events.
      if (lead(target) && event.detail && event.button === 1) event.preventDefault();
    },
    options,
  );
  listen(
    window,
    "click",
    (event) => {
      // A screen reader's click has no place either: it goes to the root.
      if (!host.owns(event) || (event.detail === 0 && !isByKey(event))) return;
      event.stopImmediatePropagation();
      // A drag that ends on a button is no press of it.
      act(targetOf(event), isByKey(event));
    },
    options,
  );
  host.root.addEventListener(
    "click",
    (event) => {
      event.stopPropagation();
      // Firefox gives a page ways into a closed root (docs/card.md), but not to make an event that is trusted.
      if (event.isTrusted) act(event.target as Element, true);
    },
    { signal },
  );
}

/** Gives a link its address, since the reader is about to use it (`view/sources.tsx`). Whether it is a link. */
function lead(target: Element | null): boolean {
  const link = target?.closest("a");
  if (link) link.href = link.title;
  return Boolean(link);
}
