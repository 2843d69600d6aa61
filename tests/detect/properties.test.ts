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

const FULL = "They met Jeff Sessions there";

test("text in a new block, before or after, never changes a full-name match", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const texts = [before, FULL, after];
      const mentions = resolveCandidates(
        lexicon,
        texts.map((text) => findCandidates(lexicon, text)),
      );
      expect(mentions[1]).toMatchObject([{ start: 9, end: 22, reason: { type: "full-name" } }]);
    }),
    { numRuns: 500 },
  );
});

test("text after the next word, in the same block, never changes a full-name match", () => {
  fc.assert(
    fc.property(fc.constantFrom(". ", ", ", " ", "; ", "\u2028"), anyText, (sign, more) => {
      const mentions = resolveCandidates(lexicon, [findCandidates(lexicon, `${FULL}${sign}${more}`)]);
      expect(mentions[0]?.[0]).toMatchObject({ start: 9, end: 22, reason: { type: "full-name" } });
    }),
    { numRuns: 1_000 },
  );
});

test("small words, signs and other names after a full name never change it", () => {
  const next = fc.constantFrom(", ", " and ", " or ", "; ", ". ", "’s ", " said “", "!", "?", ": ", " – ");
  const other = fc.constantFrom("Donald Trump", "Bob Sessions", "Trump", "Flynn", "Monday", "they", "a wall");
  fc.assert(
    fc.property(fc.array(fc.tuple(next, other), { minLength: 1, maxLength: 6 }), (items) => {
      const text = `They met Jeff Sessions${items.flat().join("")}`;
      const mentions = resolveCandidates(lexicon, [findCandidates(lexicon, text)]);
      expect(mentions[0]?.[0]).toMatchObject({ start: 9, end: 22, reason: { type: "full-name" } });
    }),
    { numRuns: 500 },
  );
});

const sentence = fc.constantFrom(
  "Attorney General Jeff Sessions spoke.",
  "Later Sessions left with Donald Trump and Michael T. Flynn.",
  "“Trump-Flynn,” he said; Bob Flynn was absent.",
  "Nothing was said of anybody.",
  "Sessions begin at nine.",
);

test("blocks read together, parted by U+2029, give the candidates of each block alone", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sentence, anyText), { minLength: 1, maxLength: 6 }), (texts) => {
      const blocks = texts.flatMap((text) => text.split("\u2029"));
      let edge = 0;
      const alone = blocks.flatMap((block) => {
        const found = findCandidates(lexicon, block).map(({ start, end, ...rest }) => ({
          start: start + edge,
          end: end + edge,
          ...rest,
        }));
        edge += block.length + 1;
        return found;
      });
      expect(findCandidates(lexicon, blocks.join("\u2029"))).toEqual(alone);
    }),
    { numRuns: 300 },
  );
});

test("invisible characters inside a name change nothing but its length", () => {
  const invisible = fc.constantFrom("\u00AD", "\u200B", "\u200C", "\u2060", "\uFEFF");
  fc.assert(
    fc.property(invisible, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 6, max: 12 }), (sign, first, second) => {
      const name = "Jeff Sessions";
      const spelled = name.slice(0, first) + sign + name.slice(first, second) + sign + name.slice(second);
      expect(find(`They met ${spelled} there.`)).toEqual([spelled]);
    }),
  );
});

test("no text whatever makes the resolver throw, and each mention is one of the candidates", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 5 }), anyText, fc.string({ maxLength: 5 }), (texts, title, lang) => {
      const blocks = texts.map((text) => findCandidates(lexicon, text));
      const mentions = resolveCandidates(lexicon, blocks, { title, lang });
      expect(mentions).toHaveLength(blocks.length);
      mentions.forEach((list, i) => {
        const places = new Set(blocks[i]?.map(({ start, end }) => `${start} ${end}`));
        for (const { start, end, person } of list) {
          expect(places).toContain(`${start} ${end}`);
          expect(lexicon.people[person]).toBeDefined();
        }
      });
    }),
    { numRuns: 500 },
  );
});
