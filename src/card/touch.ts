import type { PageMention } from "../page/mention-index.ts";
import { parentOf } from "./anchor.ts";
import { LONG_PRESS, SWALLOW, TOUCH_SLOP } from "./constants.ts";
import { elementAt } from "./hit.ts";
import { listen } from "./listen.ts";
import type { PointerWatch } from "./pointer.ts";
import type { Point } from "./rect.ts";
import type { Session } from "./session.ts";

/** What a tap is for already. */
const CLICKABLE =
  "a[href], area[href], button, label, input, select, textarea, summary, [role=link], [role=button], [role=menuitem], [role=tab], [onclick]";

interface Finger {
  id: number;
  at: Point;
  mention: PageMention | undefined;
  clickable: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  long: boolean;
}

export interface TouchWatch {
  /** Takes up an event from before the card's code was there. */
  replay(event: PointerEvent): void;
}

/** Tap on a name that is no link opens its card; a long press does on one that is, and the link is not followed. */
export function watchTouch(session: Session, pointer: PointerWatch): TouchWatch {
  const { document, host, signal } = session;
  const window = document.defaultView!;
  let finger: Finger | undefined;
  /** Time until which the click and the menu that a long press brings are ours to swallow. */
  let swallowUntil = 0;

  const cancel = () => {
    clearTimeout(finger?.timer);
    finger = undefined;
  };

  function down(event: PointerEvent): void {
    cancel();
    swallowUntil = 0;
    if (event.pointerType !== "touch" || !event.isPrimary || host.owns(event)) return;
    const at = { x: event.clientX, y: event.clientY };
    const top = elementAt(document, at);
    const over = pointer.over(at, top);
    const mention = over.type === "page" || over.type === "card" ? undefined : over.target;
    const made: Finger = {
      id: event.pointerId,
      at,
      mention,
      clickable: isClickable(top),
      timer: undefined,
      long: false,
    };
    finger = made;
    if (!mention || !made.clickable) return;
    const rested = Math.max(0, session.now() - event.timeStamp);
    made.timer = setTimeout(() => pressLong(made), Math.max(0, LONG_PRESS - rested));
  }

  function pressLong(made: Finger): void {
    clearTimeout(made.timer);
    made.long = true;
    swallowUntil = session.now() + SWALLOW;
    session.dispatch({ type: "open", target: made.mention!, via: "touch" });
  }

  function up(event: PointerEvent): void {
    const ended = finger;
    if (!ended || ended.id !== event.pointerId) return;
    cancel();
    // However long the finger stayed, the click comes when it goes.
    if (ended.long) swallowUntil = session.now() + SWALLOW;
    else if (ended.mention && !ended.clickable) session.dispatch({ type: "open", target: ended.mention, via: "touch" });
    else session.dispatch({ type: "press", over: { type: "page" } });
  }

  function moved(event: PointerEvent): void {
    if (!finger || finger.id !== event.pointerId || finger.long) return;
    if (Math.hypot(event.clientX - finger.at.x, event.clientY - finger.at.y) > TOUCH_SLOP) cancel();
  }

  function swallow(event: Event): void {
    if (host.owns(event)) return;
    // Some systems call a press long before we do.
    if (event.type === "contextmenu" && finger?.timer !== undefined && !finger.long) pressLong(finger);
    if (session.now() > swallowUntil) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "click") swallowUntil = 0;
  }

  // The browser sends a cancel when it takes the gesture over: a scroll, or its own long press after ours.
  const cancelled = () => finger?.long || cancel();
  listen(window, "pointerdown", down, { signal });
  listen(window, "pointerup", up, { signal });
  listen(window, "pointermove", moved, { signal });
  listen(window, "pointercancel", cancelled, { signal });
  listen(window, ["click", "contextmenu"], swallow, { signal, active: true });
  return {
    replay(event) {
      if (event.type === "pointerdown") down(event);
      if (event.type === "pointermove") moved(event);
      if (event.type === "pointerup") up(event);
      if (event.type === "pointercancel") cancelled();
    },
  };
}

function isClickable(top: Element | null): boolean {
  for (let element = top; element; element = parentOf(element)) if (element.matches(CLICKABLE)) return true;
  return false;
}
