import fc from "fast-check";
import { expect, test } from "vitest";
import { findCandidates, resolveCandidates } from "../../src/detect/index.ts";
import { find, lexicon } from "./find.ts";

const piece = fc.oneof(
  fc.constantFrom(
    "Jeff Sessions",
    "Sessions",
    "Donald Trump",
    "Trump",
    "Mr.",
    " ",
    ", ",
    "\u2029",
    "\u2028",
    "“",
    "”",
    "’s",
    "记",
    "-",
    "@",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("whatever the text, every candidate lies inside it, in order and without overlap", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let edge = 0;
      for (const { start, end } of findCandidates(lexicon, text)) {
        expect(start).toBeGreaterThanOrEqual(edge);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toContain("\u2029");
        edge = end;
      }
      expect(edge).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test("a full name between plain words is addressed exactly", () => {
  const words = fc.array(fc.constantFrom("and", "then", "they", "saw", "old", "walls"), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const head = `${before.join(" ")} `;
      const text = `${head}Jeff Sessions ${after.join(" ")}.`;
      const [mentions] = resolveCandidates(lexicon, [findCandidates(lexicon, text)]);
      expect(mentions).toMatchObject([{ start: head.length, end: head.length + "Jeff Sessions".length }]);
    }),
  );
});

test("text in a new block never changes a full-name match", () => {
  fc.assert(
    fc.property(anyText, (more) => {
      expect(find("They met Jeff Sessions there.", more)[0]).toBe("Jeff Sessions");
    }),
    { numRuns: 500 },
  );
});

test("time grows linearly: eight times the text takes less than thirty times as long", () => {
  const measure = (times: number) => {
    const text = "Mr. Sessions met Donald Trump and Bob Sessions, a senator. ".repeat(times);
    const runs = [0, 1, 2, 3, 4].map(() => {
      const start = performance.now();
      findCandidates(lexicon, text);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  measure(200);
  expect(measure(4000) / measure(500)).toBeLessThan(30);
});
