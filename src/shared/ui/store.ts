export interface Store<State, Event> {
  state(): State;
  dispatch(event: Event): void;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Holds one state and changes it by a pure reducer only. */
export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  initial: State,
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
