import { expect, it } from "vitest";
import { figure, geometricMean, quantile } from "./stats.ts";

it("puts quantiles between neighbours", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3], 1)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

it("sums up runs with their spread", () => {
  expect(figure([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, runs: 3 });
});

it("balances ratios: twice and half make one", () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1);
});
