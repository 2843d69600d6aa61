/** A dossier of 10,000 people and 50,000 statements: the bar moves, and cards are answered meanwhile. `LARGE` scales it. */
import { expect, it } from "vitest";
import { syncBench } from "../bench/sync.ts";

const SCALE = Number(process.env.LARGE ?? 1);

it("a very large dossier syncs with a moving progress bar while cards go on", { timeout: 290_000 }, async () => {
  const result = await syncBench(10_000 * SCALE, 50_000 * SCALE);
  console.log(JSON.stringify(result));
  for (const { steps, begins, card } of [result.install, result.update]) {
    expect(steps.downloading).toBeGreaterThan(1);
    // A line of four seconds is seen to begin, not only to go on: within a tenth of it even on a busy machine.
    expect(begins.downloading).toBeLessThan(0.1);
    expect(steps.storing).toBeGreaterThan(4);
    expect(card.count).toBeGreaterThan(10);
    // Bounds for a machine that is ten times too busy; the figures stand in the bench.
    expect(card.median).toBeLessThan(1_000);
    expect(card.max).toBeLessThan(10_000);
  }
});
