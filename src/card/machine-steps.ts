import { LOADING_AFTER, LOADING_AFTER_REQUEST, SEEN_AFTER } from "./constants.ts";
import type { Card, Content, Dwell, Effect, Leaf, Over, Shown, State, Step, Target, Via } from "./machine-types.ts";

/** The steps that several events share. */

export function cardOf(shown: Shown): Card | undefined {
  return shown.type === "none" ? undefined : shown.card;
}

export function lastLeaf(card: Card): Leaf {
  return card.leaves[card.leaves.length - 1]!;
}

/** Whether the card goes by itself when the pointer goes. */
export function isFleeting(shown: Shown): boolean {
  return (shown.type === "open" || shown.type === "leaving") && shown.card.via === "pointer" && !shown.card.held;
}

/** Whether a card is about to open because the pointer rests on a name. */
export function isByPointer(dwell: Dwell): boolean {
  return dwell.type === "dwelling" || (dwell.type === "opening" && dwell.via === "pointer");
}

/** Whether the reader keeps the card whatever becomes of the name. */
export function isKept(shown: Shown): boolean {
  return shown.type === "pinned" || (shown.type !== "none" && shown.card.held);
}

/** Whether hovering another name may take the card's place. */
export function isReplaceable(shown: Shown): boolean {
  return shown.type === "none" || isFleeting(shown);
}

export function isOn(over: Over, target: Target): boolean {
  return over.type === "mention" && over.target === target;
}

export function stopDwell(state: State): Step {
  if (state.dwell.type === "none") return [state, []];
  const timers = ["ask", "open", "loading"] as const;
  return [{ ...state, dwell: { type: "none" } }, timers.map((timer) => ({ type: "stop", timer }))];
}

export function hide(state: State): Step {
  if (state.shown.type === "none") return [state, []];
  return [
    { ...state, shown: { type: "none" } },
    [{ type: "stop", timer: "close" }, { type: "stop", timer: "seen" }, { type: "hide" }],
  ];
}

/** Ends everything: the dwell and the card. */
export function end(state: State): Step {
  return chain(stopDwell(state), hide);
}

export function chain([state, effects]: Step, next: (state: State) => Step): Step {
  const [after, more] = next(state);
  return [after, [...effects, ...more]];
}

/** A person in the card, asked for under this token for the first time. */
export function newLeaf(token: number, { refs, name }: Pick<Leaf, "refs" | "name">, content: Content): Leaf {
  return { token, id: token, refs, name, content };
}

/** Shows a card for this mention in place of any other. */
export function show(state: State, target: Target, via: Via, token: number, content: Content): Step {
  const leaf = newLeaf(token, target.person, content);
  const effects: Effect[] = [
    { type: "stop", timer: "close" },
    { type: "stop", timer: "loading" },
    { type: "show", focus: via === "keyboard" },
  ];
  if (content.type === "ready") effects.push(startSeen());
  const card: Card = { target, via, leaves: [leaf], held: false };
  return [{ ...state, dwell: { type: "none" }, shown: { type: "open", card } }, effects];
}

/** It is time to show but the data is not there: wait a little before saying "loading". */
export function awaitContent(state: State, target: Target, via: Via, token: number): Step {
  const ms = via === "pointer" ? LOADING_AFTER : LOADING_AFTER_REQUEST;
  return [{ ...state, dwell: { type: "opening", token, target, via } }, [{ type: "start", timer: "loading", ms }]];
}

export function startSeen(): Effect {
  return { type: "start", timer: "seen", ms: SEEN_AFTER };
}

/** The same state with another card inside. */
export function withCard(state: State, card: Card): State {
  return state.shown.type === "none" ? state : { ...state, shown: { ...state.shown, card } };
}
