import { render } from "preact";
import { errorInfo } from "../dossier/errors.ts";
import type { CardView, PersonRef } from "../dossier/views.ts";
import type { CardContext } from "../page/card-context.ts";
import type { PageMention } from "../page/mention-index.ts";
import type { RequestData, RequestType, Responses } from "../shared/messages.ts";
import { anchorAt } from "./anchor.ts";
import { SPOKEN } from "./constants.ts";
import { deepActive, focusKeeper } from "./focus.ts";
import type { Host } from "./host.ts";
import { listen } from "./listen.ts";
import { makeLive } from "./live.ts";
import { cardOf, isByPointer, lastLeaf, newLeaf } from "./machine-steps.ts";
import type { Card as CardState, Effect } from "./machine-types.ts";
import { makePlacing } from "./placing.ts";
import type { PointerWatch } from "./pointer.ts";
import { readingPlace } from "./reading-place.ts";
import { makeRing, type Ring } from "./ring.ts";
import { runner } from "./runner.ts";
import { selectionIn } from "./selection.ts";
import { mentionOf, type Session } from "./session.ts";
import { hostParent } from "./top-layer.ts";
import { reduceUi, type UiAction, type UiState, uiAfter, uiFor } from "./ui-state.ts";
import { Card } from "./view/card.tsx";

export type Request = <T extends RequestType>(type: T, data: RequestData<T>) => Promise<Responses[T]>;

/** The card on its page: carries out what the reducer wants, and draws. */
export interface Stage {
  session: Session;
  /** Has something done in the other frames of the tab. */
  tellFrames(type: "card.shown" | "pointer.follow"): void;
  ring: Ring;
  say(text: string): void;
  setPointer(pointer: PointerWatch): void;
  /** The person in one dossier that is shown now. */
  view(): CardView | undefined;
  ui(): UiState | undefined;
  update(action: UiAction): void;
  /** Shows the ring around this name. */
  point(mention: PageMention | undefined): void;
  /** The page has moved or changed: the card goes along. */
  follow(): void;
  /** A dialog or popover has opened, or the page went fullscreen: come out on top again. */
  raise(latest?: Element): void;
}

export function makeStage(context: CardContext, request: Request, host: Host, document: Document): Stage {
  const { index, signal } = context;
  let pointer: PointerWatch | undefined;
  let ui: UiState | undefined;
  let lineOf: { mention: PageMention; y: number } | undefined;
  let lastTyped = Number.NEGATIVE_INFINITY;
  let dragging = false;
  let isDrawing = false;
  let pressedInside = false;
  let spoken: ReturnType<typeof setTimeout> | undefined;
  const placing = makePlacing(host, document);
  const ring = makeRing(host.overlay);
  const live = makeLive(host.overlay);
  const focus = focusKeeper(host, signal);
  const run = runner(() => ({ openDelay: context.state().openDelay }), perform);

  function card(): CardState | undefined {
    return cardOf(run.state().shown);
  }

  function isPinned(): boolean {
    return run.state().shown.type === "pinned";
  }

  function tellFrames(type: "card.shown" | "pointer.follow"): void {
    request(type, { id: context.frame }).catch(() => {});
  }

  function perform(effect: Exclude<Effect, { type: "start" | "stop" }>): void {
    switch (effect.type) {
      case "request":
        void ask(effect.token, effect.refs);
        if (isByPointer(run.state().dwell)) tellFrames("pointer.follow");
        return;
      case "show":
        appear(effect.focus);
        return;
      case "focus":
        focus.enter();
        draw();
        return;
      case "draw":
        draw();
        return;
      case "hide":
        vanish();
        return;
      case "seen": {
        const ref = shownView()?.ref;
        if (ref) request("card.seen", { ref }).catch(() => {});
      }
    }
  }

  async function ask(token: number, refs: readonly PersonRef[]): Promise<void> {
    try {
      const views = await request("card.get", { refs: [...refs] });
      const goBack = readingPlace(host.root);
      keepShown(token, views);
      run.dispatch({ type: "answer", token, views });
      goBack();
      prepare();
    } catch (error) {
      run.dispatch({ type: "failure", token, error: errorInfo(error) });
    }
  }

  /** What an update puts first must not fold away what the reader is reading. */
  function keepShown(token: number, views: readonly CardView[]): void {
    const before = card()?.leaves.at(-1)?.token === token ? shownView() : undefined;
    const now = before && views.find(({ ref }) => ref.dossier === before.ref.dossier);
    if (ui && now) ui = uiAfter(ui, before.statements, now.statements);
  }

  function shownView(): CardView | undefined {
    const leaf = card()?.leaves.at(-1);
    return leaf?.content.type === "ready" ? (leaf.content.views[ui?.tab ?? 0] ?? leaf.content.views[0]) : undefined;
  }

  /** The data is there before the card's time: its content is made now, off the page, so that it only has to be shown. */
  function prepare(): void {
    const { dwell, shown } = run.state();
    if (shown.type !== "none" || host.isShown() || dwell.type !== "dwelling" || dwell.content?.type !== "ready") return;
    const { token, target, content } = dwell;
    const leaves = [newLeaf(token, target.person, content)];
    const ahead: CardState = { target, via: "pointer", leaves, held: false };
    drawCard(ahead, false, uiFor(undefined, lastLeaf(ahead)));
  }

  function drawCard(shown: CardState, pinned: boolean, state: UiState): void {
    const { reason } = mentionOf(shown.target);
    focus.keepOver(() => {
      isDrawing = true;
      render(<Card card={shown} pinned={pinned} ui={state} reason={reason} host={context.place.host} />, host.mount);
      isDrawing = false;
    });
  }

  function appear(takeFocus: boolean): void {
    const shown = card();
    if (!shown) return;
    const mention = mentionOf(shown.target);
    placing.begin(anchorAt(mention, lineIndex(mention)));
    if (!placing.anchor()) {
      run.dispatch({ type: "removed", targets: new Set([shown.target]) });
      return;
    }
    // First of all: the way to the other frames takes some milliseconds.
    tellFrames("card.shown");
    ui = undefined;
    showHost(mention.startNode.parentElement);
    draw();
    if (takeFocus) focus.enter();
  }

  /** The line that the pointer was on when it came to this name; the first for cards opened by key. */
  function lineIndex(mention: PageMention): number {
    if (lineOf?.mention !== mention) return 0;
    const found = anchorAt(mention, 0)?.lines.findIndex(({ top, bottom }) => lineOf!.y >= top && lineOf!.y <= bottom);
    return found && found > 0 ? found : 0;
  }

  function draw(): void {
    const shown = card();
    if (!shown) return;
    ui = uiFor(ui, lastLeaf(shown));
    drawCard(shown, isPinned(), ui);
    placing.arrange(isPinned(), shown.via === "keyboard" ? pointer?.point() : undefined);
  }

  function vanish(): void {
    focus.leave();
    placing.end();
    ui = undefined;
    render(null, host.mount);
    host.place(undefined);
    clear();
  }

  function showHost(near: Element | null, latest?: Element): void {
    host.show(hostParent(document, near, latest), context.state().theme);
  }

  /** The host comes for the ring or for words alone; what was made ready for a card is not to be seen then. */
  function showBare(near: Element | null): void {
    if (host.isShown()) return;
    render(null, host.mount);
    showHost(near);
    host.place(undefined);
  }

  /** Takes the host out of the page where there is nothing more to show, and with it what was last said. */
  function clear(): void {
    if (card() || ring.mention()) return;
    live("");
    host.hide();
  }

  const session: Session = {
    document,
    index,
    host,
    signal,
    now: () => performance.now(),
    state: run.state,
    dispatch: run.dispatch,
    anchor: placing.anchor,
    noteLine: ({ mention, line }) => {
      lineOf = { mention, y: (line.top + line.bottom) / 2 };
    },
    lastTyped: () => lastTyped,
    noteTyping: () => {
      lastTyped = performance.now();
      session.clearRing();
    },
    isDragging: () => dragging,
    setDragging: (on) => {
      dragging = on;
    },
    pressedInside: () => pressedInside,
    selectedInside: () => host.isShown() && selectionIn(host.root) !== undefined,
    isDrawing: () => isDrawing,
    clearRing: () => {
      ring.draw(undefined);
      if (host.isShown()) clear();
    },
    returnFocus: focus.leave,
  };

  listen(
    document.defaultView!,
    "pointerdown",
    (event) => {
      pressedInside = host.owns(event);
      if (!pressedInside) session.clearRing();
    },
    { signal },
  );
  host.root.addEventListener("scroll", placing.hint, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => {
    run.stop();
    render(null, host.mount);
    host.hide();
  });

  return {
    session,
    tellFrames,
    ring,
    say(text) {
      // A live region speaks only in the page: without a ring or a card it is there for a moment.
      showBare(null);
      clearTimeout(spoken);
      spoken = setTimeout(clear, SPOKEN);
      live(text);
    },
    setPointer: (watch) => {
      pointer = watch;
    },
    view: shownView,
    ui: () => ui,
    update(action) {
      if (ui) ui = reduceUi(ui, action);
      draw();
    },
    point,
    follow() {
      ring.follow();
      const shown = card();
      if (shown) placing.follow(mentionOf(shown.target), isPinned());
    },
    raise(latest) {
      const mention = card() ? mentionOf(card()!.target) : ring.mention();
      if (!host.isShown() && !mention) return;
      const inside = deepActive(document) === host.element ? host.root.activeElement : null;
      showHost(mention?.startNode.parentElement ?? null, latest);
      (inside as HTMLElement | null)?.focus({ preventScroll: true });
    },
  };

  function point(mention: PageMention | undefined): void {
    if (mention) showBare(mention.startNode.parentElement);
    ring.draw(mention);
  }
}
