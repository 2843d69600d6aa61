import { expect, test } from "vitest";
import { detectInText } from "../../src/cli/detect-text.ts";
import { compileLexicon, findCandidates, loadLexicon, resolveCandidates } from "../../src/detect/index.ts";
import { named } from "./cast.ts";
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

/** A word that no other number has. */
const capitalised = (i: number): string => `Z${String(i).replace(/\d/g, (digit) => `${"bdfgklmnst"[Number(digit)]}a`)}`;

const FEW_NAMES = 500;
const LONGER_IN_NAMES = 16;

interface Page {
  people: string[];
  blocks: string[];
}
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Pages of as many names, of which no two need be alike; one big block, or a block for each sentence. */
const PAGES: [name: string, page: (count: number) => Page][] = [
  [
    "namesakes of whom no two are alike",
    (count) => ({
      people: ["Adaeze Oduya"],
      blocks: [
        "Adaeze Oduya spoke.",
        ...numbers(count).flatMap((i) => [`${capitalised(i)} Oduya spoke.`, "Oduya left."]),
      ],
    }),
  ],
  [
    "namesakes of whom no two are alike, in one block",
    (count) => ({
      people: ["Adaeze Oduya"],
      blocks: [
        numbers(count)
          .map(
            (i) => `${capitalised(i)} Oduya spoke. Oduya left. Later Oduya, who was no ${capitalised(i)} Oduya, slept.`,
          )
          .join(" "),
      ],
    }),
  ],
  [
    "namesakes of nobody whom the page introduces",
    (count) => ({
      people: ["Adaeze Oduya"],
      blocks: numbers(count).flatMap((i) => [`${capitalised(i)} Oduya spoke.`, "Oduya left."]),
    }),
  ],
  [
    "two bearers of one surname, over and over",
    (count) => ({
      people: ["Adaeze Oduya", "Bertil Oduya"],
      blocks: numbers(count).flatMap(() => [
        "Adaeze Oduya spoke.",
        "Bertil Oduya spoke.",
        ...numbers(6).map(() => "Then Oduya left."),
      ]),
    }),
  ],
  [
    "a cast as big as the page, half of it named by surname",
    (count) => ({
      people: numbers(count).map((i) => `Adaeze ${capitalised(i)}son`),
      blocks: numbers(count).map((i) =>
        i % 2 ? `Adaeze ${capitalised(i)}son spoke.` : `Then ${capitalised(i)}son left.`,
      ),
    }),
  ],
];

test.each(PAGES)("the time to say who is meant grows linearly: %s", NOISY, (_name, page) => {
  const resolving = (count: number) => {
    const { people, blocks } = page(count);
    const own = loadLexicon(compileLexicon([{ id: "case", people: people.map((name) => named(name)), context: [] }]));
    const candidates = blocks.map((block) => findCandidates(own, block));
    expect(candidates.flat().length).toBeGreaterThanOrEqual(count);
    // A change of the page has the whole resolved anew.
    const runs = numbers(3).map(() => {
      const start = cpu();
      const mentions = resolveCandidates(own, candidates);
      const spent = cpu() - start;
      expect(mentions).toHaveLength(blocks.length);
      return spent;
    });
    return Math.min(...runs);
  };
  resolving(FEW_NAMES);
  const few = Math.max(GRAIN, resolving(FEW_NAMES));
  expect(resolving(FEW_NAMES * LONGER_IN_NAMES) / few).toBeLessThan(MOST);
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
