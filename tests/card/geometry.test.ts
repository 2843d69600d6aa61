import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARGIN, MAX_HEIGHT, WIDTH } from "../../src/card/constants.ts";
import { cardRect, place, type Scene } from "../../src/card/geometry.ts";
import { lineAt, lines } from "../../src/card/lines.ts";
import { overlaps, type Rect } from "../../src/card/rect.ts";

const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

function scene(changes: Partial<Scene> & { line: Rect }): Scene {
  return {
    name: [changes.line],
    view: rect(0, 0, 1200, 800),
    wanted: { width: WIDTH, height: 400 },
    rtl: false,
    ...changes,
  };
}

describe("place", () => {
  it.each<[string, Scene, string]>([
    ["below, where there is room", scene({ line: rect(300, 200, 100, 20) }), "below"],
    ["above, near the lower edge", scene({ line: rect(300, 700, 100, 20) }), "above"],
    [
      "after, in a low view",
      scene({ line: rect(60, 90, 100, 20), view: rect(0, 0, 900, 200), wanted: { width: WIDTH, height: 180 } }),
      "after",
    ],
    [
      "before, where the name is at the end",
      scene({ line: rect(780, 90, 100, 20), view: rect(0, 0, 900, 200), wanted: { width: WIDTH, height: 180 } }),
      "before",
    ],
    [
      "after means left in right-to-left text",
      scene({
        line: rect(780, 90, 100, 20),
        rtl: true,
        view: rect(0, 0, 900, 200),
        wanted: { width: WIDTH, height: 180 },
      }),
      "after",
    ],
  ])("goes %s", (_, given, side) => {
    expect(place(given).side).toBe(side);
  });

  it("uses the whole height of a low frame beside the name rather than a strip below it", () => {
    const placed = place(scene({ line: rect(40, 60, 90, 20), view: rect(0, 0, 600, 150) }));
    expect(placed.side).toBe("after");
    expect(placed.maxHeight).toBeGreaterThan(120);
  });
  it("takes the larger strip when there is no room beside", () => {
    const placed = place(scene({ line: rect(10, 100, 180, 20), view: rect(0, 0, 200, 150) }));
    expect(placed.side).toBe("above");
    expect(placed.maxHeight).toBeGreaterThan(80);
  });
  it("lines its text up with the name, from the side where text begins", () => {
    const line = rect(500, 200, 100, 20);
    expect(place(scene({ line })).left).toBe(500 - 2 * MARGIN);
    const rtl = place(scene({ line, rtl: true }));
    expect(rtl.left + rtl.width).toBe(600 + 2 * MARGIN);
  });
  it("keeps clear of both lines of a wrapped name, and lines up with the one under the pointer", () => {
    const name = [rect(1000, 200, 150, 20), rect(100, 224, 120, 20)];
    const placed = place(scene({ line: name[1]!, name }));
    expect(placed.edge).toEqual({ type: "top", y: 244 + 8 });
    expect(placed.left).toBe(100 - 2 * MARGIN);
  });
  it("keeps its side when it grows, as long as that can be read", () => {
    const line = rect(300, 500, 100, 20);
    const small = place(scene({ line, wanted: { width: WIDTH, height: 200 } }));
    expect(small.side).toBe("below");
    expect(place(scene({ line, wanted: { width: WIDTH, height: 560 }, side: "below" })).side).toBe("below");
    expect(place(scene({ line, wanted: { width: WIDTH, height: 560 } })).side).toBe("above");
  });
  it("goes where a pointer that is not on the name is not covered", () => {
    const line = rect(300, 400, 100, 20);
    const placed = place(scene({ line, wanted: { width: WIDTH, height: 300 }, avoid: { x: 350, y: 500 } }));
    expect(placed.side).toBe("above");
  });
  it("stays in what can be seen when the reader has pinched in", () => {
    const view = rect(400, 300, 500, 350);
    const card = cardRect(place(scene({ line: rect(820, 320, 70, 18), view })), 400);
    expect(card.right).toBeLessThanOrEqual(view.right);
    expect(card.left).toBeGreaterThanOrEqual(view.left);
  });
});

/** A name of one to three lines somewhere in (or partly out of) a view. */
const scenes = fc
  .record({
    width: fc.integer({ min: 120, max: 2000 }),
    height: fc.integer({ min: 60, max: 1400 }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    nameWidth: fc.integer({ min: 8, max: 300 }),
    lineHeight: fc.integer({ min: 8, max: 60 }),
    count: fc.integer({ min: 1, max: 3 }),
    under: fc.nat(2),
    natural: fc.integer({ min: 60, max: 900 }),
    rtl: fc.boolean(),
    side: fc.constantFrom("below" as const, "above" as const, "after" as const, "before" as const, undefined),
  })
  .map(({ width, height, x, y, nameWidth, lineHeight, count, under, natural, rtl, side }): Scene => {
    const name = Array.from({ length: count }, (_, i) =>
      rect(
        i === 0 ? x * Math.max(0, width - nameWidth) : 0,
        y * Math.max(0, height - lineHeight * count) + i * lineHeight,
        Math.min(nameWidth, width),
        lineHeight,
      ),
    );
    return {
      line: name[Math.min(under, count - 1)]!,
      name,
      view: rect(0, 0, width, height),
      wanted: { width: WIDTH, height: natural },
      rtl,
      ...(side ? { side } : {}),
    };
  });

describe("place, whatever the scene", () => {
  it("never covers a line of the name", () => {
    fc.assert(
      fc.property(scenes, (given) => {
        const card = cardRect(place(given), given.wanted.height);
        for (const line of given.name) expect(overlaps(card, line)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
  it("is always inside the view, at any height up to its limit", () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 0, max: 900 }), (given, height) => {
        const placed = place(given);
        const card = cardRect(placed, height);
        const slack = 0.001;
        expect(card.left).toBeGreaterThanOrEqual(given.view.left - slack);
        expect(card.right).toBeLessThanOrEqual(given.view.right + slack);
        expect(card.top).toBeGreaterThanOrEqual(given.view.top - slack);
        expect(card.bottom).toBeLessThanOrEqual(given.view.bottom + slack);
        expect(placed.maxHeight).toBeLessThanOrEqual(MAX_HEIGHT);
      }),
      { numRuns: 3000 },
    );
  });
  it("shows the whole card when some side has room for it", () => {
    fc.assert(
      fc.property(scenes, (given) => {
        const { side: _, ...fresh } = given;
        const height = Math.min(given.wanted.height, MAX_HEIGHT);
        const bottom = Math.max(...given.name.map((line) => line.bottom));
        const top = Math.min(...given.name.map((line) => line.top));
        const roomy = given.view.right > WIDTH + 2 * MARGIN;
        fc.pre(roomy && Math.max(given.view.bottom - bottom, top) >= height + 3 * MARGIN);
        expect(place(fresh).maxHeight).toBeGreaterThanOrEqual(height);
      }),
    );
  });
});

describe("lines", () => {
  it("joins the pieces of a name that stand on one line", () => {
    expect(lines([rect(10, 10, 30, 20), rect(40, 12, 50, 16), rect(0, 34, 60, 20)])).toEqual([
      rect(10, 10, 80, 20),
      rect(0, 34, 60, 20),
    ]);
  });
  it("drops empty rectangles", () => {
    expect(lines([rect(10, 10, 0, 20), rect(10, 10, 30, 20)])).toHaveLength(1);
  });
  it("finds the line under a point, with a pixel of slack", () => {
    const all = [rect(100, 10, 50, 20), rect(0, 34, 60, 20)];
    expect(lineAt(all, { x: 120, y: 20 })).toBe(all[0]);
    expect(lineAt(all, { x: 30, y: 54.5 })).toBe(all[1]);
    expect(lineAt(all, { x: 80, y: 45 })).toBeUndefined();
  });
});
