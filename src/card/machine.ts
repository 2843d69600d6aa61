import { answers } from "./machine-answers.ts";
import { shown } from "./machine-card.ts";
import { pointer } from "./machine-pointer.ts";
import type { Config, Event, State, Step } from "./machine-types.ts";

/**
 * The hover reducer: one event in, the next state and what to do about it out. Pure: time, data and the browser are
 * events and effects. docs/card.md draws it.
 */
export function step(state: State, event: Event, config: Config): Step {
  switch (event.type) {
    case "move":
    case "off-muted":
    case "press":
    case "timer":
    case "typing":
    case "dragging":
    case "selecting":
    case "scrolled-away":
    case "blur":
      return pointer(state, event, config);
    case "answer":
    case "failure":
      return answers(state, event);
    default:
      return shown(state, event);
  }
}
