import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hull, inCorridor } from "../../src/card/corridor.ts";

const NAME = { left: 300, top: 100, right: 380, bottom: 120 };
const BELOW = { left: 284, top: 128, right: 668, bottom: 500 };

describe("inCorridor", () => {
  it.each([
    ["between the two", { x: 340, y: 124 }, true],
    ["on the slope to the far corner of the card", { x: 400, y: 122 }, true],
    ["beside the name, on its line", { x: 450, y: 105 }, false],
    ["before the name", { x: 280, y: 110 }, false],
    ["under the card", { x: 400, y: 510 }, false],
  ])("%s", (_, point, expected) => {
    expect(inCorridor(point, NAME, BELOW)).toBe(expected);
  });

  it("holds every straight way from the name to the card, wherever the card is", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const rect = fc
      .record({
        x: fc.integer({ min: 0, max: 900 }),
        y: fc.integer({ min: 0, max: 900 }),
        w: fc.integer({ min: 5, max: 400 }),
        h: fc.integer({ min: 5, max: 400 }),
      })
      .map(({ x, y, w, h }) => ({ left: x, top: y, right: x + w, bottom: y + h }));
    fc.assert(
      fc.property(rect, rect, unit, unit, unit, unit, unit, (name, card, a, b, c, d, t) => {
        const from = { x: name.left + a * (name.right - name.left), y: name.top + b * (name.bottom - name.top) };
        const to = { x: card.left + c * (card.right - card.left), y: card.top + d * (card.bottom - card.top) };
        // Half a pixel inwards: on the very edge floating point decides.
        const shrink = (v: number, low: number, high: number) => Math.min(Math.max(v, low + 0.5), high - 0.5);
        const start = { x: shrink(from.x, name.left, name.right), y: shrink(from.y, name.top, name.bottom) };
        const end = { x: shrink(to.x, card.left, card.right), y: shrink(to.y, card.top, card.bottom) };
        const point = { x: start.x + t * (end.x - start.x), y: start.y + t * (end.y - start.y) };
        expect(inCorridor(point, name, card)).toBe(true);
      }),
    );
  });

  it("makes a hull without the points inside", () => {
    const square = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(hull([...square, { x: 2, y: 2 }, { x: 2, y: 0 }])).toHaveLength(4);
  });
});
