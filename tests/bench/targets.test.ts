import { expect, it } from "vitest";
import type { PageCost, PageResult } from "./results.ts";
import { figure } from "./stats.ts";
import { beyondStart } from "./targets.ts";

/** A page that cost so many milliseconds. */
const page = (id: string, kind: PageResult["kind"], times: Record<string, number>): PageResult => ({
  id,
  kind,
  textNodes: 1,
  characters: 1,
  costs: Object.fromEntries(
    Object.entries(times).map(([contender, time]) => [contender, { total: figure([time]) } as PageCost]),
  ),
});

it("takes from each contender what it costs itself to start", () => {
  const start = page("start", "start", { floor: 1, ours: 18 });
  expect(beyondStart([page("big", "giant", { floor: 51, ours: 118 })], start, "ours", "floor")).toEqual([2]);
});

it("says nothing where the start was not measured, or a page costs no more than it", () => {
  const big = page("big", "giant", { floor: 51, ours: 118 });
  expect(beyondStart([big], undefined, "ours", "floor")).toEqual([]);
  expect(beyondStart([big], page("start", "start", { floor: 51, ours: 18 }), "ours", "floor")).toEqual([]);
});
