import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKeepAlive } from "../../src/background/keep-alive.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("calls the browser more often than it may be silent, as long as any work is under way, and no longer", () => {
  const times: number[] = [];
  const began = Date.now();
  const keepAlive = createKeepAlive({
    ping: () => times.push(Date.now() - began),
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
  });
  vi.advanceTimersByTime(100_000);
  expect(times).toEqual([]);
  keepAlive.busy("one", true);
  keepAlive.busy("one", true);
  vi.advanceTimersByTime(30_000);
  keepAlive.busy("two", true);
  keepAlive.busy("one", false);
  vi.advanceTimersByTime(60_000);
  keepAlive.busy("two", false);
  keepAlive.busy("never began", false);
  vi.advanceTimersByTime(100_000);
  const silences = times.map((time, i) => time - (times[i - 1] ?? 100_000));
  // Chromium ends a worker after 30 s of silence.
  expect(Math.max(...silences)).toBeLessThan(30_000);
  expect(times.at(-1)).toBeLessThanOrEqual(190_000);
  expect(times).toHaveLength(4);
});
