import type { PageMention } from "../page/mention-index.ts";
import { LONG_PRESS, TOUCH_SLOP } from "./constants.ts";
import { elementAt } from "./hit.ts";
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

/** Tap on a name that is no link opens its card; a long press does on one that is, and the link is not followed. */
export function watchTouch(session: Session, pointer: PointerWatch): void {
  const { document, host, signal } = session;
  const window = document.defaultView!;
  const passive = { capture: true, passive: true, signal };
  let finger: Finger | undefined;
  /** Time until which the click and the menu that a long press brings are ours to swallow. */
  let swallowUntil = 0;

  const cancel = () => {
    clearTimeout(finger?.timer);
    finger = undefined;
  };

  function down(event: PointerEvent): void {
    cancel();
    if (event.pointerType !== "touch" || !event.isPrimary || event.target === host.element) return;
    const at = { x: event.clientX, y: event.clientY };
    const top = elementAt(document, at);
    const over = pointer.over(at, top);
    const mention = over.type === "page" || over.type === "card" ? undefined : over.target;
    const clickable = event.composedPath().some((part) => part instanceof Element && part.matches(CLICKABLE));
    const made: Finger = { id: event.pointerId, at, mention, clickable, timer: undefined, long: false };
    if (mention && clickable) {
      made.timer = setTimeout(() => {
        made.long = true;
        swallowUntil = session.now() + 2000;
        session.dispatch({ type: "open", target: mention, via: "touch" });
      }, LONG_PRESS);
    }
    finger = made;
  }

  function up(event: PointerEvent): void {
    const ended = finger;
    cancel();
    if (!ended || ended.id !== event.pointerId || ended.long) return;
    if (ended.mention && !ended.clickable) session.dispatch({ type: "open", target: ended.mention, via: "touch" });
    else session.dispatch({ type: "press", over: { type: "page" } });
  }

  function moved(event: PointerEvent): void {
    if (!finger || finger.id !== event.pointerId || finger.long) return;
    if (Math.hypot(event.clientX - finger.at.x, event.clientY - finger.at.y) > TOUCH_SLOP) cancel();
  }

  function swallow(event: Event): void {
    const menu = event.type === "contextmenu" && finger?.mention && finger.clickable;
    if (event.target === host.element || (session.now() > swallowUntil && !menu)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "click") swallowUntil = 0;
  }

  window.addEventListener("pointerdown", down, passive);
  window.addEventListener("pointerup", up, passive);
  window.addEventListener("pointermove", moved, passive);
  // The browser sends a cancel when it takes the gesture over: a scroll, or its own long press after ours.
  window.addEventListener("pointercancel", () => finger?.long || cancel(), passive);
  window.addEventListener("click", swallow, { capture: true, signal });
  window.addEventListener("contextmenu", swallow, { capture: true, signal });
}
