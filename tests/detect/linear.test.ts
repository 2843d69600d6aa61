import { expect, test } from "vitest";
import { detectInText } from "../../src/cli/detect-text.ts";
import { findCandidates, resolveCandidates } from "../../src/detect/index.ts";
import { lexicon } from "./find.ts";
import { lexicon as invented } from "./table.ts";

/** A busy machine's caches and clock may spoil a measure, but not four in a row. */
const NOISY = { timeout: 60_000, retry: 3 };

/** Milliseconds of CPU that this thread has used: other programs on the machine do not count. */
const cpu = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** CPU time of reading a text, the best of some runs: a pause for garbage is no property of the text. */
function cost(text: string): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = cpu();
    resolveCandidates(lexicon, [findCandidates(lexicon, text)]);
    return cpu() - start;
  });
  return Math.min(...runs);
}

/** Characters of the shorter text; the longer has sixteen times as many. */
const SHORT = 6_000;
const LONGER = 16;
/** Linear work takes 16 times as long, quadratic 256 times. */
const MOST = 64;
/** The clock's grain, in ms: less is not measured. */
const GRAIN = 2;

test.each([
  ["spaces", " "],
  ["capitals", "Sessions".toUpperCase()],
  ["one long word", "a"],
  ["one long capitalised word", "A"],
  ["initials", "J. "],
  ["quotation marks", "“"],
  ["quotation marks around names", "“Sessions” "],
  ["opening brackets before names", "(Jeff Sessions "],
  ["a name over and over", "Jeff Sessions "],
  ["a surname over and over", "Sessions "],
  ["surnames joined by hyphens", "Sessions-"],
  ["surnames joined by full stops", "Sessions."],
  ["given names", "Jeff "],
  ["strangers", "Bob Sessions, "],
  ["soft hyphens", "\u00AD"],
  ["combining marks", "e\u0301"],
  ["line breaks", "\u2028"],
  ["blocks with names", "Trump\u2029"],
  ["handles", "@Sessions "],
  ["Chinese with names", "会见了Sessions"],
])("the time for %s grows linearly", NOISY, (_name, piece) => {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
  cost(text(SHORT));
  const short = Math.max(GRAIN, cost(text(SHORT)));
  expect(cost(text(SHORT * LONGER)) / short).toBeLessThan(MOST);
});

test("a measure that is quadratic is told from one that is linear", () => {
  const quadratic = (length: number) => {
    const start = cpu();
    const text = "a b ".repeat(length / 4);
    // Each place looks at all of the text before it.
    let sum = 0;
    for (let at = 0; at < text.length; at += 4) sum += text.slice(0, at).lastIndexOf("z") + 1;
    return cpu() - start + sum;
  };
  quadratic(8_000);
  expect(quadratic(8_000 * LONGER) / Math.max(GRAIN, quadratic(8_000))).toBeGreaterThan(MOST);
});

test("a hundred pages of text take less than a second", NOISY, () => {
  const paragraph =
    "Attorney General Harrow met Mara Ellingworth and Robert Quillfeather in the town hall on Monday, and said that the " +
    "harbour inquiry would go on. Ellingworth left early; Clara Ellingworth, her cousin, stayed. Nobody else was seen there.";
  // 10,000 characters: half as much again as the text of a news page has on the average of 100 real ones.
  const page = `${paragraph}\n\n`.repeat(30);
  // The least of three: the first one holds start-up, and a busy machine slows any.
  const times = Array.from({ length: 3 }, () => {
    const start = cpu();
    for (let i = 0; i < 100; i++) expect(detectInText(invented, page).length).toBeGreaterThan(100);
    return cpu() - start;
  });
  expect(Math.min(...times)).toBeLessThan(1000);
});
