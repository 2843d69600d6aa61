import { ASK_AFTER, CLOSE_AFTER } from "./constants.ts";
import {
  awaitContent,
  cardOf,
  chain,
  end,
  hide,
  isFleeting,
  isKept,
  isOn,
  isReplaceable,
  show,
  stopDwell,
} from "./machine-steps.ts";
import type { Config, Effect, Event, Over, State, Step } from "./machine-types.ts";

type PointerEvent = Extract<
  Event,
  { type: "move" | "off-muted" | "press" | "timer" | "typing" | "dragging" | "selecting" | "scrolled-away" | "blur" }
>;

/** What the pointer, the timers it starts, and the things that take the reader elsewhere do. */
export function pointer(state: State, event: PointerEvent, config: Config): Step {
  switch (event.type) {
    case "move":
      return move(state, event, config);
    case "off-muted":
      return [without(state), []];
    case "timer":
      return timer(state, event.name);
    case "press":
      // Moves are looked at once a frame, and the pointer may have come here within one.
      return press({ ...state, over: event.over }, event.over);
    case "typing":
    case "dragging":
    case "selecting":
    case "blur":
      return chain(stopDwell(state), (next) => (isFleeting(next.shown) ? hide(next) : [next, []]));
    case "scrolled-away":
      return chain(stopDwell(state), (next) => (isKept(next.shown) ? [next, []] : hide(next)));
  }
}

function move(state: State, event: Extract<Event, { type: "move" }>, config: Config): Step {
  const { over } = event;
  const unmuted = state.muted && !isOn(over, state.muted) ? without(state) : state;
  return chain(follow({ ...unmuted, over }, over), (next) => {
    if (event.blocked) return stopDwell(next);
    return dwell(next, event, config);
  });
}

/** Does the card that is shown stay? */
function follow(state: State, over: Over): Step {
  const { shown } = state;
  if (shown.type === "pinned" || shown.type === "none") return [state, []];
  const stays = over.type === "card" || over.type === "corridor" || isOn(over, shown.card.target);
  if (stays && shown.type === "leaving") {
    return [{ ...state, shown: { type: "open", card: shown.card } }, [{ type: "stop", timer: "close" }]];
  }
  if (!stays && shown.type === "open" && isFleeting(shown)) {
    return [
      { ...state, shown: { type: "leaving", card: shown.card } },
      [{ type: "start", timer: "close", ms: CLOSE_AFTER }],
    ];
  }
  return [state, []];
}

/** Is the pointer on a name whose card is to open? */
function dwell(state: State, { over, fast, age = 0 }: Extract<Event, { type: "move" }>, config: Config): Step {
  const target = over.type === "mention" || over.type === "corridor" ? over.target : undefined;
  const wanted =
    target && target !== state.muted && target !== cardOf(state.shown)?.target && isReplaceable(state.shown);
  if (!wanted) return state.dwell.type === "opening" && state.dwell.via !== "pointer" ? [state, []] : stopDwell(state);
  if (state.dwell.type !== "none" && state.dwell.target === target) {
    return fast && state.dwell.type === "dwelling"
      ? [state, clocks(state.dwell.content !== undefined, config, age)]
      : [state, []];
  }
  return chain(stopDwell(state), (next) => {
    const token = next.lastToken + 1;
    return [{ ...next, lastToken: token, dwell: { type: "dwelling", token, target } }, clocks(false, config, age)];
  });
}

function clocks(asked: boolean, { openDelay }: Config, age: number): Effect[] {
  const start = (timer: "ask" | "open", ms: number): Effect => ({ type: "start", timer, ms: Math.max(0, ms - age) });
  const open = start("open", openDelay);
  return asked ? [open] : [start("ask", Math.min(ASK_AFTER, openDelay)), open];
}

function timer(state: State, name: Extract<Event, { type: "timer" }>["name"]): Step {
  const { dwell, shown } = state;
  switch (name) {
    case "ask":
      return dwell.type === "dwelling" && !dwell.content ? ask(state) : [state, []];
    case "open": {
      if (dwell.type !== "dwelling") return [state, []];
      const { target, token, content } = dwell;
      if (content && content.type !== "loading") return show(state, target, "pointer", token, content);
      return chain(content ? [state, []] : ask(state), (next) => awaitContent(next, target, "pointer", token));
    }
    case "loading":
      if (dwell.type !== "opening") return [state, []];
      return show(state, dwell.target, dwell.via, dwell.token, { type: "loading" });
    case "close":
      return shown.type === "leaving" ? hide(state) : [state, []];
    case "seen":
      return [state, [{ type: "seen" }]];
  }
}

function ask(state: State): Step {
  if (state.dwell.type !== "dwelling") return [state, []];
  const { token, target } = state.dwell;
  return [
    { ...state, dwell: { ...state.dwell, content: { type: "loading" } } },
    [
      { type: "stop", timer: "ask" },
      { type: "request", token, refs: target.person.refs },
    ],
  ];
}

/** A press in the card leaves it alone; on its own name too (a click is no wish to lose it); elsewhere it ends it. */
function press(state: State, over: Over): Step {
  if (over.type === "card") return stopDwell(state);
  const muted: State = over.type === "mention" ? { ...state, muted: over.target } : state;
  const card = cardOf(state.shown);
  const stays = !card || state.shown.type === "pinned" || isOn(over, card.target);
  return stays ? stopDwell(muted) : end(muted);
}

function without({ muted: _, ...rest }: State): State {
  return rest;
}
