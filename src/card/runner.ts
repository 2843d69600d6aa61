import { step } from "./machine.ts";
import { type Config, type Effect, type Event, IDLE, type State, type TimerName } from "./machine-types.ts";

/** Carries out the effects that are not time. */
export type Handler = (effect: Exclude<Effect, { type: "start" | "stop" }>) => void;

export interface Runner {
  state(): State;
  /** One event at a time: one that comes from an effect waits until all effects of this one are carried out. */
  dispatch(event: Event): void;
  /** For good: answers that are still under way change nothing any more. */
  stop(): void;
}

/** Runs the reducer: keeps its state and its timers, and hands every other effect on, in order. */
export function runner(config: () => Config, handle: Handler): Runner {
  let state = IDLE;
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  const clear = (name: TimerName) => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };
  /** Events that came while another one's effects were carried out: drawing moves the focus, which is an event too. */
  const waiting: Event[] = [];
  let isBusy = false;
  let isStopped = false;
  const dispatch = (event: Event) => {
    if (isStopped) return;
    waiting.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let one = waiting.shift(); one; one = waiting.shift()) carryOut(one);
    } finally {
      isBusy = false;
      waiting.length = 0;
    }
  };
  const carryOut = (event: Event) => {
    const [next, effects] = step(state, event, config());
    state = next;
    for (const effect of effects) {
      if (effect.type === "stop") clear(effect.timer);
      else if (effect.type === "start") {
        clear(effect.timer);
        timers.set(
          effect.timer,
          setTimeout(() => {
            timers.delete(effect.timer);
            dispatch({ type: "timer", name: effect.timer });
          }, effect.ms),
        );
      } else handle(effect);
    }
  };
  return {
    state: () => state,
    dispatch,
    stop: () => {
      isStopped = true;
      for (const name of [...timers.keys()]) clear(name);
    },
  };
}
