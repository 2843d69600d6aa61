import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FILTER } from "../../src/viewer/model/filter.ts";
import { fitLabel } from "../../src/viewer/timeline/label.ts";
import { defaultLanes, lanesOf, statementLabel } from "../../src/viewer/timeline/lanes.ts";
import { groupSameDays, type LaneLayout, layoutLane, type TimelineItem } from "../../src/viewer/timeline/layout.ts";
import { rove } from "../../src/viewer/timeline/rove.ts";
import { extentOf, fitPxPerDay, ticks, toPx, zoomStep } from "../../src/viewer/timeline/scale.ts";
import { bundled, story } from "./fixture.ts";

const WORDS = { everybody: "All", withdrawn: (label: string) => `Withdrawn: ${label}` };
const options = { measure: (label: string) => label.length * 6.6, maxTracks: 4, end: 700 };

function item(key: string, start: number, days: number): TimelineItem {
  const date = { value: "2020", precision: "year" as const };
  return { key, type: "event", date, span: { start, end: start + days }, vague: days > 1, label: `Item ${key}` };
}

const items = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 3_000 }), days: fc.constantFrom(1, 1, 1, 30, 365) }), {
    maxLength: 120,
  })
  .map((list) => list.map(({ start, days }, at) => item(String(at), start, days)));
const pxPerDay = fc.double({ min: 0.01, max: 160, noNaN: true });

describe("layoutLane", () => {
  test("no mark and no label ever lies on another, and no label reaches over the edge, at any zoom", () => {
    fc.assert(
      fc.property(items, pxPerDay, (list, scale) => {
        const end = 3_365 * scale + 24;
        const { marks } = layoutLane(groupSameDays(list), { left: 0, pxPerDay: scale }, { ...options, end });
        for (const { labelX, labelWidth } of marks) if (labelWidth > 0) expect(labelX + labelWidth).toBeLessThan(end);
        const ends = new Map<number, number>();
        for (const { track, x, width, labelX, labelWidth } of marks) {
          const start = labelWidth > 0 ? Math.min(x, labelX) : x;
          expect(start).toBeGreaterThanOrEqual(ends.get(track) ?? Number.NEGATIVE_INFINITY);
          ends.set(track, Math.max(x + width, labelX + labelWidth));
        }
      }),
    );
  });
  test("no item is lost or shown twice, and no more tracks are used than there are", () => {
    fc.assert(
      fc.property(items, pxPerDay, (list, scale) => {
        const { marks, tracks } = layoutLane(groupSameDays(list), { left: 0, pxPerDay: scale }, options);
        expect(marks.flatMap((mark) => mark.items.map(({ key }) => key)).sort()).toEqual(
          list.map(({ key }) => key).sort(),
        );
        expect(tracks).toBeLessThanOrEqual(options.maxTracks);
      }),
    );
  });
  test("zooming out and in again gives the same marks: a layout leaves its groups as they were", () => {
    const groups = groupSameDays(Array.from({ length: 200 }, (_, at) => item(String(at), at, 1)));
    const near = layoutLane(groups, { left: 0, pxPerDay: 50 }, options);
    layoutLane(groups, { left: 0, pxPerDay: 0.1 }, options);
    expect(layoutLane(groups, { left: 0, pxPerDay: 50 }, options)).toEqual(near);
  });
  test("many items of one day are one mark with all of them", () => {
    const { marks } = layoutLane(
      groupSameDays([1, 2, 3, 4, 5].map((at) => item(String(at), 10, 1))),
      { left: 0, pxPerDay: 160 },
      options,
    );
    expect(marks.map(({ shape, items: inside }) => [shape, inside.length])).toEqual([["cluster", 5]]);
  });
  test("a label that does not fit behind its span goes into it, cut short", () => {
    const long = {
      ...item("year", 0, 365),
      label: "Works for the campaign of the candidate, and after it in Washington",
    };
    const { marks } = layoutLane([[long]], { left: 0, pxPerDay: 0.58 }, { ...options, end: 236 });
    const [{ x, width, labelX, labelWidth }] = marks as [LaneLayout["marks"][0]];
    expect(labelX).toBeGreaterThan(x);
    expect(labelX + labelWidth).toBeLessThan(x + width);
    expect(labelWidth).toBeGreaterThan(150);
  });
  test("a label that does not fit behind its point goes before it where the track is empty, else it is left out", () => {
    const list = groupSameDays([item("early", 10, 1), item("last", 250, 1)]);
    const [, last] = layoutLane(list, { left: 0, pxPerDay: 1 }, { ...options, end: 270, maxTracks: 1 }).marks;
    expect(last!.labelX + last!.labelWidth).toBe(last!.x);
    expect(last!.labelWidth).toBeGreaterThan(40);
    const close = groupSameDays([item("early", 210, 1), item("last", 250, 1)]);
    const full = layoutLane(close, { left: 0, pxPerDay: 1 }, { ...options, end: 270, maxTracks: 1 }).marks;
    expect(full[1]!.labelWidth).toBe(0);
  });
  test("a year is drawn as wide as a year", () => {
    const { marks } = layoutLane(groupSameDays([item("year", 100, 365)]), { left: 0, pxPerDay: 2 }, options);
    expect(marks[0]).toMatchObject({ shape: "span", x: 200, width: 730 });
  });
});

describe("scale", () => {
  test("the whole story fits, from a day to centuries", () => {
    for (const days of [1, 30, 3_650, 100_000]) {
      const extent = extentOf([{ start: 0, end: days }]);
      expect(toPx({ left: extent.start, pxPerDay: fitPxPerDay(extent, 1_000) }, extent.end)).toBeLessThanOrEqual(1_000);
    }
  });
  test("zooming in and out stays between the whole story and a day", () => {
    const span = { start: 0, end: 400 };
    let px = fitPxPerDay(span, 1_000);
    for (let i = 0; i < 40; i += 1) px = zoomStep(px, 1, span, 1_000);
    expect(px).toBe(160);
    for (let i = 0; i < 40; i += 1) px = zoomStep(px, -1, span, 1_000);
    expect(px).toBe(fitPxPerDay(span, 1_000));
  });
  test("ticks are never closer than asked for", () => {
    fc.assert(
      fc.property(pxPerDay, fc.integer({ min: -200_000, max: 40_000 }), (scale, from) => {
        const list = ticks({ left: from, pxPerDay: scale }, from, from + 1_200 / scale, 64);
        const gaps = list.slice(1).map(({ day }, at) => (day - list[at]!.day) * scale);
        // A quarter is up to 2 % shorter than the mean of a quarter, a February 8 % shorter than the mean month.
        for (const gap of gaps) expect(gap).toBeGreaterThan(64 * 0.9);
      }),
    );
  });
});

describe("lanes", () => {
  test("everybody and the busiest few when nobody was chosen, else those chosen", () => {
    expect(lanesOf(story, NO_FILTER, WORDS).map(({ person }) => person)).toEqual([undefined, ...defaultLanes(story)]);
    const chosen = lanesOf(story, { ...NO_FILTER, people: ["al-franken", "nobody"] }, WORDS);
    expect(chosen.map(({ name }) => name)).toEqual(["Al Franken"]);
  });
  test("the lane of everybody holds each dated record once", () => {
    const [all] = lanesOf(story, NO_FILTER, WORDS);
    expect(all!.items).toHaveLength(bundled.events.length + bundled.statements.filter(({ date }) => date).length);
  });
});

test("a quote stands in the quotation marks of the dossier's language, as everywhere in the viewer", () => {
  const statement = bundled.statements.find(({ quote }) => quote)!;
  expect(statementLabel(statement, "de")).toBe(`„${statement.quote}“`);
  const german = { ...story, dossier: { ...bundled, language: "de" } };
  const [all] = lanesOf(german, NO_FILTER, WORDS);
  expect(all!.items.find(({ key }) => key === `statement:${statement.id}`)!.label).toContain(`„${statement.quote}“`);
});

test("arrow keys: along the lane, and to the nearest mark of the next lane that has any", () => {
  const lane = (...xs: number[]): LaneLayout => ({
    tracks: 1,
    marks: xs.map((x) => ({
      items: [item("a", x, 1)],
      track: 0,
      x,
      width: 24,
      labelX: 0,
      labelWidth: 0,
      shape: "point",
    })),
  });
  const lanes = [lane(0, 100, 500), lane(), lane(20, 480)];
  expect(rove(lanes, { lane: 0, mark: 0 }, "next")).toEqual({ lane: 0, mark: 1 });
  expect(rove(lanes, { lane: 0, mark: 0 }, "previous")).toEqual({ lane: 0, mark: 0 });
  expect(rove(lanes, { lane: 0, mark: 0 }, "last")).toEqual({ lane: 0, mark: 2 });
  expect(rove(lanes, { lane: 0, mark: 2 }, "down")).toEqual({ lane: 2, mark: 1 });
  expect(rove(lanes, { lane: 2, mark: 0 }, "down")).toEqual({ lane: 2, mark: 0 });
});

describe("a label that has too little room", () => {
  const measure = (text: string) => [...text].length * 10;

  test.each([
    ["fits", "Meeting in July", 150, "Meeting in July"],
    ["is cut between words", "Second meeting with Kislyak", 210, "Second meeting with…"],
    ["keeps a word that just fits", "Second meeting with Kislyak", 200, "Second meeting with…"],
    ["drops the comma before the cut", "First meeting, at the convention", 170, "First meeting…"],
    [
      "is cut within a word that would leave too little",
      "A Donaudampfschifffahrtsgesellschaft",
      150,
      "A Donaudampfsc…",
    ],
    ["never splits a letter made of two code units", "𝒜".repeat(20), 130, `${"𝒜".repeat(12)}…`],
    ["is cut after a short word rather than within the next", "First meeting with Kislyak", 120, "First…"],
    ["is left out rather than cut within a name", "Al Franken: “Sessions must”", 100, ""],
    ["is left out rather than a letter or two", "Confirmation hearing", 30, ""],
    ["is left out where it would say nothing", "Al Franken: that", 60, ""],
  ])("%s", (_, text, width, shown) => {
    expect(fitLabel(text, width, measure)).toBe(shown);
  });
});
