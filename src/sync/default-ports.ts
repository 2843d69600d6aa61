import { type Ports, TIMEOUTS } from "./ports.ts";

/** The world as the browser has it; `given` replaces parts of it. */
export function withDefaults(
  given: Partial<Omit<Ports, "interval" | "appVersion">>,
  rest: Pick<Ports, "interval" | "appVersion">,
): Ports {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    random: () => Math.random(),
    online: () => globalThis.navigator?.onLine !== false,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    hasPermission: async () => false,
    giveBack: async () => {},
    locks: globalThis.navigator?.locks,
    timeouts: TIMEOUTS,
    ...given,
    ...rest,
  };
}
