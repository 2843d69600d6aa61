import { cardOf, lastLeaf, show, startSeen, withCard } from "./machine-steps.ts";
import type { Content, Effect, Event, State, Step } from "./machine-types.ts";

type Answer = Extract<Event, { type: "answer" | "failure" }>;

/** Data or its failure has arrived: it goes where its token is awaited, else nowhere. */
export function answers(state: State, event: Answer): Step {
  const content: Content =
    event.type === "answer" ? { type: "ready", views: event.views } : { type: "failed", error: event.error };
  const { dwell } = state;
  if (dwell.type === "dwelling" && dwell.token === event.token) return [{ ...state, dwell: { ...dwell, content } }, []];
  if (dwell.type === "opening" && dwell.token === event.token) {
    return show(state, dwell.target, dwell.via, dwell.token, content);
  }
  const card = cardOf(state.shown);
  if (!card?.leaves.some((leaf) => leaf.token === event.token)) return [state, []];
  const leaves = card.leaves.map((leaf) => (leaf.token === event.token ? { ...leaf, content } : leaf));
  const effects: Effect[] = [];
  if (lastLeaf(card).token === event.token) {
    effects.push({ type: "draw" });
    if (content.type === "ready") effects.push(startSeen());
  }
  return [withCard(state, { ...card, leaves }), effects];
}
