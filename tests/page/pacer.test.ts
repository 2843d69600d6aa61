import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pacer } from "../../src/page/pacer.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTime(ms);

/** Lets a page change without end for `seconds`; each round of work takes `cost` ms. Returns the share and the longest wait. */
function follow(pacer: Pacer, cost: number, seconds: number) {
  const start = performance.now();
  let worked = 0;
  let longest = 0;
  while (performance.now() - start < seconds * 1000) {
    const { wait } = pacer;
    longest = Math.max(longest, wait);
    pass(wait + cost);
    pacer.spent(cost);
    worked += cost;
  }
  return { share: worked / (performance.now() - start), longest };
}

describe("following a page that changes for ever", () => {
  it("comes round within 100 ms where a round is cheap", () => {
    const { share, longest } = follow(new Pacer(), 1.5, 60);
    expect(longest).toBeLessThanOrEqual(100);
    expect(share).toBeLessThan(0.03);
  });

  it("takes no more than 3 % in the long run, however dear a round is", () => {
    for (const cost of [5, 20, 48]) expect(follow(new Pacer(), cost, 120).share).toBeLessThan(0.03);
  });

  it("takes no more than an eighth of any second, its allowance notwithstanding", () => {
    expect(follow(new Pacer(), 30, 1).share).toBeLessThan(0.15);
  });

  it("never rests for more than two seconds", () => {
    expect(follow(new Pacer(), 500, 60).longest).toBeLessThanOrEqual(2_000);
  });

  it("goes on within 150 ms after a round in which the machine did something else", () => {
    const pacer = new Pacer();
    let longest = 0;
    for (let round = 0; round < 200; round++) {
      longest = Math.max(longest, pacer.wait);
      pass(pacer.wait + 1.5);
      const isInterrupted = round % 7 === 6;
      if (isInterrupted) pass(48);
      pacer.spent(isInterrupted ? 49.5 : 1.5);
    }
    expect(longest).toBeLessThanOrEqual(150);
  });

  it("takes no more than 8 % where dear rounds hide among cheap ones", () => {
    const pacer = new Pacer();
    const start = performance.now();
    let worked = 0;
    for (let round = 0; performance.now() - start < 120_000; round++) {
      const cost = round % 2 ? 48 : 1;
      pass(pacer.wait + cost);
      pacer.spent(cost);
      worked += cost;
    }
    expect(worked / (performance.now() - start)).toBeLessThan(0.08);
  });

  it("does a little at once after quiet, and nothing at once while it is in debt", () => {
    const pacer = new Pacer();
    pacer.spent(1);
    expect(pacer.mayWork(300)).toBe(false);
    pass(300);
    expect(pacer.mayWork(300)).toBe(true);
    pacer.spent(330);
    pass(300);
    expect(pacer.mayWork(300)).toBe(false);
  });
});
