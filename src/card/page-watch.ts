import type { CardContext } from "../page/card-context.ts";
import type { PageMention } from "../page/mention-index.ts";
import { type Anchor, anchorAt, isInView } from "./anchor.ts";
import { BY_READER, GRACE, MARKED, REDRAWN, TICK } from "./constants.ts";
import { elementAt, mentionLines } from "./hit.ts";
import { lineAt } from "./lines.ts";
import { listen } from "./listen.ts";
import { cardOf, isFleeting } from "./machine-steps.ts";
import type { Target } from "./machine-types.ts";
import type { PointerWatch } from "./pointer.ts";
import { overlaps, type Rect } from "./rect.ts";
import { mentionOf } from "./session.ts";
import type { Stage } from "./stage.tsx";
import { watchVisiblePart } from "./visible-part.ts";

/** What the page does under the card: it scrolls, resizes, navigates, opens dialogs, changes its text. */
export function watchPage(stage: Stage, pointer: PointerWatch, shown: CardContext["shown"]): void {
  const { session } = stage;
  const { document, index, host, signal } = session;
  const window = document.defaultView!;
  const options = { signal };
  let scheduled = false;
  let address = window.location.href;
  // At once: a frame that is out of the window gets no animation frames.
  const measure = watchVisiblePart(document, signal, () => targets().length > 0 && moved());
  let measuredAt = 0;
  /** The name that a card was opened for by key may still be on its way into view. */
  let arrived: PageMention | undefined;

  /** The mention that is shown or about to be. */
  function targets(): PageMention[] {
    const { shown: state, dwell } = session.state();
    const card = cardOf(state);
    return [...(card ? [card.target] : []), ...(dwell.type === "none" ? [] : [dwell.target])].map(mentionOf);
  }

  /**
   * Whether the name has gone out of view, or has moved away from under the pointer: the card would follow it under the
   * pointer and catch the wheel. `before`: where it was.
   */
  function isLost(before: Anchor | undefined): boolean {
    const state = session.state().shown;
    const card = cardOf(state);
    const anchor = card && anchorAt(mentionOf(card.target), 0);
    if (!anchor) return false;
    // A page that puts something in above takes no card from a reader who is in it by key.
    if (!isInView(anchor)) return isFleeting(state) || (arrived === anchor.mention && !host.root.activeElement);
    arrived = anchor.mention;
    const now = session.anchor();
    if (!isFleeting(state) || !before || !now || isSame(before.line, now.line)) return false;
    const point = pointer.point();
    return point !== undefined && !pointer.inCard() && !lineAt(anchor.lines, point);
  }

  function moved(): void {
    scheduled = false;
    const before = session.anchor();
    stage.follow();
    if (isLost(before)) session.dispatch({ type: "scrolled-away" });
    pointer.again();
  }

  function schedule(): void {
    if (scheduled) return;
    if (targets().length === 0 && !stage.ring.mention()) return;
    scheduled = true;
    window.requestAnimationFrame(moved);
  }

  listen(window, "scroll", (event) => host.owns(event) || schedule(), options);
  // Scrolling in a shadow root is not told out of it.
  listen(window, ["resize", "wheel", "touchmove"], schedule, options);
  if (window.visualViewport) listen(window.visualViewport, ["resize", "scroll"], schedule, options);

  listen(
    window,
    "pointerdown",
    (event) => {
      if (event.pointerType === "touch") return;
      const point = { x: event.clientX, y: event.clientY };
      const top = host.owns(event) ? host.element : elementAt(document, point);
      session.dispatch({ type: "press", over: pointer.over(point, top) });
    },
    options,
  );

  let usedAt = Number.NEGATIVE_INFINITY;
  listen(
    window,
    ["keydown", "pointerdown"],
    ({ timeStamp }) => {
      usedAt = timeStamp;
    },
    options,
  );
  listen(
    window,
    "focusout",
    (event) => {
      // Drawing takes a button away that has the focus: the card puts it back. A page that moves the focus by itself (to
      // a field of a dialog that comes up) closes nothing.
      const isReaders = event.timeStamp - usedAt < BY_READER;
      if (isReaders && host.owns(event) && document.hasFocus() && !session.isDrawing())
        session.dispatch({ type: "focus-left" });
    },
    options,
  );

  listen(
    document,
    "toggle",
    (event) => {
      const [opened] = event.composedPath();
      if (opened === host.element || event.newState !== "open" || !(opened instanceof Element)) return;
      stage.raise(opened);
    },
    options,
  );
  listen(document, "fullscreenchange", () => stage.raise(), options);

  /** A jump inside the page takes a card along that is only hovered; another page, or another route, takes any. */
  function navigated(): void {
    const now = window.location.href;
    if (now === address) return;
    const [before, [path, place = ""]] = [address.split("#")[0], now.split("#") as [string, string?]];
    address = now;
    const isJump = path === before && !/^[!/]/.test(place);
    session.clearRing();
    session.dispatch({ type: isJump ? "scrolled-away" : "navigated" });
  }
  listen(window, ["popstate", "hashchange"], navigated, options);
  listen(window, "pagehide", () => session.dispatch({ type: "navigated" }), options);

  // A frame may be moved in its window without knowing.
  listen(
    window,
    "pointermove",
    ({ timeStamp }) => {
      if (timeStamp - measuredAt < TICK) return;
      measuredAt = timeStamp;
      measure();
    },
    options,
  );

  /**
   * The same name in the page's new marks: same text node, or the same place on the screen. `surely`: at the very same
   * place, since others may still be marked.
   */
  function successor(gone: PageMention, surely = false): PageMention | undefined {
    const same = index
      .list()
      .filter((mention) => mention !== gone && mention.key === gone.key && mentionLines(mention).length > 0);
    const was = session.anchor();
    const point = pointer.point();
    const inPlace = same.find((mention) => {
      const lines = mentionLines(mention);
      return was?.mention === gone ? overlaps(lines[0]!, was.line) : point && lineAt(lines, point);
    });
    const inNode = same.filter((mention) => mention.startNode === gone.startNode);
    if (surely) return inNode.find(({ startOffset }) => startOffset === gone.startOffset) ?? inPlace;
    const nearest = inNode.sort(
      (a, b) => Math.abs(a.startOffset - gone.startOffset) - Math.abs(b.startOffset - gone.startOffset),
    )[0];
    return nearest ?? same.find((mention) => mention.endNode === gone.endNode) ?? inPlace;
  }

  /** Names that are gone and may come back. */
  const waiting = new Set<PageMention>();

  /** Takes the card along to where its name is now; whether it is nowhere. */
  function isGone(gone: PageMention, surely: boolean): boolean {
    waiting.delete(gone);
    if (!targets().includes(gone)) return false;
    const next = successor(gone, surely);
    if (next) session.dispatch({ type: "replaced", from: gone, to: next });
    // It may only have been hidden for a moment.
    return !next && !(index.list().includes(gone) && shown([gone]).length > 0);
  }

  function settle(gone: readonly PageMention[]): void {
    const lost = new Set<Target>(gone.filter((mention) => waiting.has(mention) && isGone(mention, false)));
    // The marks of somebody who was just vetoed go away while the card still offers to undo it.
    if (lost.size > 0 && stage.ui()?.veto.type !== "done") session.dispatch({ type: "removed", targets: lost });
  }

  /** A text that is still there may only be marked anew; one that is gone may be put there anew, by a framework. */
  function wait(gone: readonly PageMention[]): void {
    for (const mention of gone) waiting.add(mention);
    const isThere = gone.some((mention) => mentionLines(mention).length > 0);
    setTimeout(() => signal.aborted || settle(gone), isThere ? GRACE : REDRAWN);
  }

  let looking: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = index.subscribe((removed) => {
    const ringed = stage.ring.mention();
    if (ringed && removed.has(ringed)) stage.point(successor(ringed));
    const affected = targets().filter((mention) => removed.has(mention));
    if (affected.length > 0) wait(affected);
    for (const mention of [...waiting]) if (isGone(mention, true)) waiting.add(mention);
    looking ??= setTimeout(() => {
      looking = undefined;
      pointer.marked();
    }, MARKED);
  });
  signal.addEventListener("abort", () => {
    unsubscribe();
    clearTimeout(looking);
  });

  const tick = window.setInterval(() => {
    const watched = targets();
    if (watched.length === 0) {
      // Nobody tells of a route that the page's own code has taken; a card that opens now belongs to it.
      address = window.location.href;
      return;
    }
    navigated();
    measure();
    const gone = watched.filter((mention) => !waiting.has(mention) && shown([mention]).length === 0);
    // A dialog that it stood in has been closed or removed.
    if (host.isShown() ? !host.element.checkVisibility() : cardOf(session.state().shown)) stage.raise();
    if (gone.length > 0) wait(gone);
    else moved();
  }, TICK);
  signal.addEventListener("abort", () => window.clearInterval(tick));
}

function isSame(a: Rect, b: Rect): boolean {
  return Math.abs(a.left - b.left) < 1 && Math.abs(a.top - b.top) < 1;
}
