import { describe, expect, test } from "vitest";
import { afterFailure, afterSuccess, backOff, isDue, LONGEST_RETRY } from "../../src/sync/schedule.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe("back-off", () => {
  test("doubles from half a minute on and ends at 12 hours", () => {
    expect(backOff(1, 0)).toBe(MINUTE / 2);
    for (let attempt = 1; attempt < 10; attempt++) expect(backOff(attempt + 1, 0)).toBe(backOff(attempt, 0) * 2);
    expect(backOff(11, 0.999)).toBeLessThanOrEqual(LONGEST_RETRY);
    expect(backOff(1e9, 0.999)).toBeLessThanOrEqual(LONGEST_RETRY);
    expect(backOff(1e9, 0)).toBe(LONGEST_RETRY / 2);
  });
  test("readers do not retry in step", () => expect(backOff(3, 0.1)).not.toBe(backOff(3, 0.9)));
});

describe("the next check", () => {
  test("after success lies within 10 % of the interval", () => {
    expect(afterSuccess(0, 1440, 0)).toBe(0.9 * DAY);
    expect(afterSuccess(0, 1440, 0.5)).toBe(DAY);
    expect(afterSuccess(0, 0, 0.5)).toBeUndefined();
  });
  test("after failure waits as long as the host asks, up to a week", () => {
    expect(afterFailure(0, 60, 1, 0, 2 * 60 * MINUTE)).toBe(2 * 60 * MINUTE);
    expect(afterFailure(0, 60, 1, 0, 1)).toBe(MINUTE / 2);
    expect(afterFailure(0, 60, 1, 0, 1e15)).toBe(7 * DAY);
    expect(afterFailure(0, 0, 1, 0, 1)).toBeUndefined();
  });
});

describe("due", () => {
  test("when its time has come", () => {
    expect(isDue(1000, 999, 60)).toBe(false);
    expect(isDue(1000, 1000, 60)).toBe(true);
    expect(isDue(undefined, 1000, 60)).toBe(false);
  });
  test("after the clock jumped forwards", () => expect(isDue(1000, 1000 + 365 * DAY, 60)).toBe(true));
  test("after the clock was set back by a year: not a year later", () => {
    const set = Date.UTC(2027, 0, 1);
    const next = afterSuccess(set, 43_200, 0.99) as number;
    expect(isDue(next, Date.UTC(2026, 0, 1), 43_200)).toBe(true);
    expect(isDue(next, set, 43_200)).toBe(false);
  });
});
