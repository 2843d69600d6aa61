import {
  awaitContent,
  cardOf,
  chain,
  end,
  hide,
  isKept,
  isOn,
  lastLeaf,
  newLeaf,
  startSeen,
  stopDwell,
  withCard,
} from "./machine-steps.ts";
import type { Effect, Event, Leaf, State, Step, Target } from "./machine-types.ts";

type CardEvent = Exclude<
  Event,
  {
    type:
      | "move"
      | "off-muted"
      | "press"
      | "timer"
      | "typing"
      | "dragging"
      | "selecting"
      | "scrolled-away"
      | "blur"
      | "answer"
      | "failure";
  }
>;

/** What the reader does to the card itself, and what happens to the text under it. */
export function shown(state: State, event: CardEvent): Step {
  switch (event.type) {
    case "escape":
    case "close":
      return end(mute(state));
    case "navigated":
    case "other-card":
      return end(state);
    case "open":
      return open(state, event.target, event.via);
    case "pin":
      return pin(state);
    case "take":
      return take(state);
    case "hold":
      return hold(state, event.on);
    case "visit":
      return visit(state, event.refs, event.name);
    case "back":
      return back(state);
    case "turned":
      return [state, [startSeen()]];
    case "retry":
      return retry(state);
    case "renew":
      return renew(state);
    case "focus-left":
      return state.shown.type === "open" && state.shown.card.via === "keyboard" ? hide(state) : [state, []];
    case "removed":
      return removed(state, event.targets);
    case "replaced":
      return [replaced(state, event.from, event.to), []];
  }
}

/**
 * Whose card the reader has sent away does not come back before the pointer has left the name: browsers tell of moves where
 * none was. A pointer that is in the card has left it already.
 */
function mute(state: State): State {
  const target = cardOf(state.shown)?.target ?? (state.dwell.type === "none" ? undefined : state.dwell.target);
  if (!target || (state.over && !isOn(state.over, target))) return state;
  return { ...state, muted: target };
}

function open(state: State, target: Target, via: "keyboard" | "touch"): Step {
  const token = state.lastToken + 1;
  return chain(stopDwell({ ...state, lastToken: token }), (next) =>
    chain(awaitContent(next, target, via, token), (waiting) => [
      waiting,
      [{ type: "request", token, refs: target.person.refs }],
    ]),
  );
}

function pin(state: State): Step {
  const card = cardOf(state.shown);
  if (!card) return [state, []];
  const type = state.shown.type === "pinned" ? "open" : "pinned";
  return keep({ ...state, shown: { type, card } }, "draw");
}

function take(state: State): Step {
  const card = cardOf(state.shown);
  if (!card) return [state, []];
  const type = state.shown.type === "pinned" ? "pinned" : "open";
  return keep({ ...state, shown: { type, card: { ...card, via: "keyboard" } } }, "focus");
}

/** The reader has taken hold of this card: none that the pointer was about to open takes its place. */
function keep(state: State, effect: "draw" | "focus"): Step {
  return chain(stopDwell(state), (next) => [next, [{ type: "stop", timer: "close" }, { type: effect }]]);
}

function hold(state: State, held: boolean): Step {
  const card = cardOf(state.shown);
  if (!card || card.held === held) return [state, []];
  const next = withCard(state, { ...card, held });
  if (next.shown.type !== "leaving") return [next, []];
  return [{ ...next, shown: { ...next.shown, type: "open" } }, [{ type: "stop", timer: "close" }]];
}

function visit(state: State, refs: Leaf["refs"], name: string): Step {
  const card = cardOf(state.shown);
  if (!card) return [state, []];
  const token = state.lastToken + 1;
  const leaf = newLeaf(token, { refs, name }, { type: "loading" });
  const next = withCard({ ...state, lastToken: token }, { ...card, leaves: [...card.leaves, leaf] });
  return [next, [{ type: "stop", timer: "seen" }, { type: "request", token, refs }, { type: "draw" }]];
}

function back(state: State): Step {
  const card = cardOf(state.shown);
  if (!card || card.leaves.length < 2) return [state, []];
  return [
    withCard(state, { ...card, leaves: card.leaves.slice(0, -1) }),
    [{ type: "stop", timer: "seen" }, { type: "draw" }],
  ];
}

function retry(state: State): Step {
  const card = cardOf(state.shown);
  if (!card) return [state, []];
  const token = state.lastToken + 1;
  const { refs, name } = lastLeaf(card);
  const leaf = newLeaf(token, { refs, name }, { type: "loading" });
  const next = withCard({ ...state, lastToken: token }, { ...card, leaves: [...card.leaves.slice(0, -1), leaf] });
  return [next, [{ type: "request", token, refs }, { type: "draw" }]];
}

/** Asks anew for all that has been asked for, the people to go back to too. What is there stays until the answers come. */
function renew(state: State): Step {
  let token = state.lastToken;
  const effects: Effect[] = [];
  const ask = (refs: Leaf["refs"]) => {
    effects.push({ type: "request", token: ++token, refs });
    return token;
  };
  const card = cardOf(state.shown);
  // What is there now may no longer be what is shown.
  if (card) effects.push({ type: "stop", timer: "seen" });
  const next = card
    ? withCard(state, { ...card, leaves: card.leaves.map((leaf) => ({ ...leaf, token: ask(leaf.refs) })) })
    : state;
  const { dwell } = next;
  const isAsked = dwell.type === "opening" || (dwell.type === "dwelling" && dwell.content);
  const waiting = isAsked ? { ...dwell, token: ask(dwell.target.person.refs) } : dwell;
  return [{ ...next, dwell: waiting, lastToken: token }, effects];
}

/** The text went away: so does its card, unless the reader has pinned it or is selecting in it. */
function removed(state: State, targets: ReadonlySet<Target>): Step {
  const gone = state.dwell.type !== "none" && targets.has(state.dwell.target);
  return chain(gone ? stopDwell(state) : [state, []], (next) => {
    const card = cardOf(next.shown);
    return card && targets.has(card.target) && !isKept(next.shown) ? hide(next) : [next, []];
  });
}

function replaced(state: State, from: Target, to: Target): State {
  const card = cardOf(state.shown);
  const next = card?.target === from ? withCard(state, { ...card, target: to }) : state;
  const moved: State =
    next.dwell.type !== "none" && next.dwell.target === from ? { ...next, dwell: { ...next.dwell, target: to } } : next;
  const over: State =
    moved.over && isOn(moved.over, from) ? { ...moved, over: { type: "mention", target: to } } : moved;
  return over.muted === from ? { ...over, muted: to } : over;
}
