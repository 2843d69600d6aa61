import { describe, expect, it } from "vitest";
import { FAST } from "../../src/card/constants.ts";
import { type Sample, speed, type Track, track } from "../../src/card/speed.ts";

const run = (...samples: Sample[]): number => speed(samples.reduce<Track>(track, []));

describe("speed", () => {
  it("is nothing for one sample, or after a pause", () => {
    expect(run({ x: 0, y: 0, at: 0 })).toBe(0);
    expect(run({ x: 0, y: 0, at: 0 }, { x: 900, y: 0, at: 500 })).toBe(0);
  });
  it("is the path over the last two steps", () => {
    expect(run({ x: 0, y: 0, at: 0 }, { x: 8, y: 0, at: 16 }, { x: 8, y: 8, at: 32 })).toBe(0.5);
    expect(run({ x: 0, y: 0, at: 0 }, { x: 8, y: 0, at: 16 }, { x: 8, y: 8, at: 32 })).toBeGreaterThanOrEqual(FAST);
  });
  it("forgets older samples", () => {
    const calm = run({ x: 0, y: 0, at: 0 }, { x: 90, y: 0, at: 16 }, { x: 91, y: 0, at: 32 }, { x: 92, y: 0, at: 48 });
    expect(calm).toBeLessThan(FAST);
  });
  it("two samples at the same moment say nothing", () => {
    expect(run({ x: 0, y: 0, at: 5 }, { x: 50, y: 0, at: 5 })).toBe(0);
  });
});
