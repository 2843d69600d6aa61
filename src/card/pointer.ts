import type { PageMention } from "../page/mention-index.ts";
import { FAST, LONGEST_FRAME, TYPING_QUIET } from "./constants.ts";
import { inCorridor } from "./corridor.ts";
import { elementAt, type Hit, hit, mentionLines } from "./hit.ts";
import { lineAt } from "./lines.ts";
import { listen } from "./listen.ts";
import type { Over } from "./machine-types.ts";
import { contains, type Point, type Rect } from "./rect.ts";
import { mentionOf, type Session } from "./session.ts";
import { speed, type Track, track } from "./speed.ts";

/** Frames take the pointer without a word: only entering them is told. */
const FRAMES = "iframe, frame, object, embed";

export interface PointerWatch {
  /** Where the pointer was last; undefined before it moved or after it left the document. */
  point(): Point | undefined;
  /** The mention under the pointer, if any. */
  hovered(): PageMention | undefined;
  /** Whether the pointer is in the card. */
  inCard(): boolean;
  /** Looks again at the same place: the page has moved under the pointer. */
  again(): void;
  /** Looks again since text has been marked, unless the reader has typed or pressed since the pointer came to rest. */
  marked(): void;
  over(point: Point, top: Element | null): Over<PageMention>;
  /** Another frame has seen the pointer at that time (ms since 1970). */
  away(at: number): void;
  /** Takes up an event from before the card's code was there. */
  replay(event: PointerEvent): void;
}

/**
 * Follows the mouse or pen: at most one hit test a frame, none on a page without mentions. `followPointer` has the other
 * frames say, once, when the pointer comes to them.
 */
export function watchPointer(session: Session, followPointer: () => void): PointerWatch {
  const { document, index, host, signal } = session;
  const window = document.defaultView!;
  let samples: Track = [];
  let last: { point: Point; top: Element | null; buttons: number; at: number } | undefined;
  let pending = false;
  /** When the pointer last moved, on the clock of events; what the reader has done since was no wish for a card. */
  let movedAt = Number.NEGATIVE_INFINITY;
  let isSpent = false;
  let hovered: Hit | undefined;
  let inCard = false;
  /** Another frame has said that the pointer is there: it will not say so again before it is asked to. */
  let isElsewhere = false;

  function over(point: Point, top: Element | null): Over<PageMention> {
    hovered = undefined;
    inCard = top === host.element;
    if (!top) return { type: "page" };
    if (inCard) return { type: "card" };
    hovered = hit(index, point, top);
    const card = host.rect();
    const anchor = session.anchor();
    if (card && anchor && hovered?.mention !== anchor.mention && inReach(point, anchor.line, card)) {
      return { type: "corridor", ...(hovered ? { target: hovered.mention } : {}) };
    }
    return hovered ? { type: "mention", target: hovered.mention } : { type: "page" };
  }

  function look(): void {
    pending = false;
    if (!last || signal.aborted) return;
    const { shown, dwell } = session.state();
    if (index.list().length === 0 && shown.type === "none" && dwell.type === "none") return;
    const where = over(last.point, last.top);
    if (hovered) session.noteLine(hovered);
    const blocked = last.buttons !== 0 || session.isDragging() || last.at - session.lastTyped() < TYPING_QUIET;
    const age = Math.min(LONGEST_FRAME, Math.max(0, session.now() - last.at));
    session.dispatch({ type: "move", over: where, fast: speed(samples) >= FAST, blocked, age });
  }

  function schedule(): void {
    if (pending) return;
    pending = true;
    window.requestAnimationFrame(look);
  }

  function moved(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const point = { x: event.clientX, y: event.clientY };
    samples = track(samples, { ...point, at: event.timeStamp });
    movedAt = event.timeStamp;
    isSpent = false;
    noteOff(event);
    const top = event.composedPath()[0];
    last = { point, top: top instanceof Element ? top : null, buttons: event.buttons, at: event.timeStamp };
    if (isElsewhere && session.state().shown.type !== "none") followPointer();
    isElsewhere = false;
    schedule();
  }

  /** What is looked at once a frame may miss that the pointer was off the name meanwhile. */
  function noteOff(event: PointerEvent): void {
    const { muted } = session.state();
    if (!muted) return;
    const lines = mentionLines(mentionOf(muted));
    // Its text is gone, or about to come back in another node.
    if (!lines.length) return;
    // Absent where the page is not secure.
    const points = [event, ...(event.getCoalescedEvents?.() ?? [])];
    if (points.some(({ clientX: x, clientY: y }) => !lineAt(lines, { x, y }))) session.dispatch({ type: "off-muted" });
  }

  function left(): void {
    last = undefined;
    hovered = undefined;
    inCard = false;
    session.dispatch({ type: "move", over: { type: "page" }, fast: false, blocked: false });
  }

  const options = { signal };
  listen(window, "pointermove", moved, options);
  listen(window, "mouseout", ({ relatedTarget }) => relatedTarget === null && last && left(), options);
  listen(
    window,
    "pointerover",
    (event) => event.target instanceof Element && event.target.matches(FRAMES) && moved(event),
    options,
  );
  listen(
    window,
    "pointerdown",
    () => {
      isSpent = true;
    },
    options,
  );

  function again(): void {
    if (!last) return;
    last = { ...last, top: elementAt(document, last.point), at: session.now() };
    samples = [];
    schedule();
  }

  return {
    point: () => last?.point,
    hovered: () => {
      // The page may have moved since.
      const isThere = hovered && last && lineAt(mentionLines(hovered.mention), last.point);
      return isThere ? hovered!.mention : undefined;
    },
    inCard: () => inCard,
    again,
    marked: () => isSpent || session.lastTyped() > movedAt || again(),
    over,
    away(at) {
      // It has come back meanwhile, and perhaps to rest. What was looked at anew since was no move.
      if (last && Date.now() - session.now() + movedAt > at) return followPointer();
      isElsewhere = true;
      left();
    },
    replay({ type, clientX: x, clientY: y, buttons, timeStamp }) {
      last = undefined;
      // The browser has taken the pointer for a drag.
      if (type === "pointercancel") return;
      const point = { x, y };
      const top = elementAt(document, point);
      if (type === "pointerdown") session.dispatch({ type: "press", over: over(point, top) });
      last = { point, top, buttons, at: timeStamp };
      schedule();
    },
  };
}

/** On the way between name and card. Their edges belong to it: half pixels must not tear it. */
function inReach(point: Point, name: Rect, card: Rect): boolean {
  return contains(card, point, 1) || inCorridor(point, name, card);
}
