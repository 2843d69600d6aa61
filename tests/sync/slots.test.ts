import { expect, test } from "vitest";
import { createSlots } from "../../src/sync/slots.ts";

test("never more at a time than there are slots, all in turn, failures included", async () => {
  const inSlot = createSlots(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) => async () => {
    order.push(n);
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 5));
    running--;
    if (n === 1) throw new Error("bad");
    return n;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => inSlot(work(n))));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(results.map((result) => result.status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});
