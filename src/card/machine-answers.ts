import type { CardView } from "../dossier/views.ts";
import { cardOf, lastLeaf, show, startSeen, withCard } from "./machine-steps.ts";
import type { Content, Effect, Event, State, Step } from "./machine-types.ts";

type Answer = Extract<Event, { type: "answer" | "failure" }>;

/** Data or its failure has arrived: it goes where its token is awaited, else nowhere. */
export function answers(state: State, event: Answer): Step {
  const { dwell } = state;
  if (dwell.type === "dwelling" && dwell.token === event.token)
    return [{ ...state, dwell: { ...dwell, content: contentOf(event, dwell.content) } }, []];
  if (dwell.type === "opening" && dwell.token === event.token) {
    return show(state, dwell.target, dwell.via, dwell.token, contentOf(event));
  }
  const card = cardOf(state.shown);
  if (!card?.leaves.some((leaf) => leaf.token === event.token)) return [state, []];
  const leaves = card.leaves.map((leaf) =>
    leaf.token === event.token ? { ...leaf, content: contentOf(event, leaf.content) } : leaf,
  );
  const next = withCard(state, { ...card, leaves });
  const effects: Effect[] = [];
  const last = lastLeaf({ ...card, leaves });
  if (last.token === event.token) {
    effects.push({ type: "draw" });
    if (last.content.type === "ready") effects.push(startSeen());
  }
  return [next, effects];
}

/** What was there stays where asking anew failed; the reader's tab stays where it was. */
function contentOf(event: Answer, before?: Content): Content {
  const held = before?.type === "ready" ? before : undefined;
  if (event.type === "failure") return held ?? { type: "failed", error: event.error };
  const at = held?.views.map(({ ref }) => ref.dossier) ?? [];
  // What was not among them comes last.
  const place = ({ ref }: CardView) => at.indexOf(ref.dossier) >>> 0;
  return { type: "ready", views: [...event.views].sort((one, other) => place(one) - place(other)) };
}
