/**
 * Milliseconds between two calls of a browser function while a feed is being checked. Chromium ends a worker that has
 * called none for 30 s, Firefox suspends an event page likewise; each call starts that time anew in both.
 */
export const PING_INTERVAL = 20_000;

export interface KeepAlivePorts {
  /** Any cheap browser function. */
  ping(): void;
  /** Calls back every `ms`; returns how to stop. */
  every(ms: number, callback: () => void): () => void;
}

/** Keeps the background alive while at least one piece of work is under way: `busy` when one begins or ends. */
export function createKeepAlive({ ping, every }: KeepAlivePorts) {
  const under = new Set<string>();
  let stop: (() => void) | undefined;
  return {
    busy(name: string, on: boolean): void {
      if (on) under.add(name);
      else under.delete(name);
      if (under.size > 0) stop ??= every(PING_INTERVAL, ping);
      else {
        stop?.();
        stop = undefined;
      }
    },
  };
}
