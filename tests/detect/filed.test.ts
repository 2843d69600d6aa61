import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compiled, compileSlowly } from "../../src/detect/compile.ts";
import { fileLexicon, PartOfLexicon } from "../../src/detect/filed.ts";
import { loadFilter, writeFilter } from "../../src/detect/filter.ts";
import { compileLexicon, findCandidates, loadLexicon, resolveCandidates } from "../../src/detect/index.ts";
import { anchorOf, isLowerKey, isMarked, RoughWords, searchable, wordPattern } from "../../src/detect/words.ts";
import type { Person } from "../../src/dossier/schema.ts";
import { madePeople } from "../bench/names.ts";

const GIVEN = ["Jeff", "Anna", "José", "Ole", "Zoë", "Kim", "Will", "Grace"];
/** Surnames that share spellings, genitives and foldings with one another, are words, or are written in other ways. */
const SURNAMES = [
  "Bank",
  "Banks",
  "Götschl",
  "Goetschl",
  "Gotschl",
  "Straße",
  "Ros",
  "Rosss",
  "de Blasio",
  "hooks",
].concat([
  "O’Neill",
  "Sánchez",
  "Sanchez",
  "Łukasz",
  "šimek",
  "Day",
  "Long",
  "Goeppert Mayer",
  "Путин",
  "Φωκάς",
  "Al-Sisi",
]);
const pick = (list: readonly string[]) => fc.constantFrom(...list);

const person = fc.record({ given: pick(GIVEN), surname: pick(SURNAMES), handle: fc.boolean(), any: fc.boolean() });
const cast = fc.array(person, { minLength: 1, maxLength: 30 }).map((people) =>
  people.map(
    ({ given, surname, handle, any }, i): Person => ({
      id: `p${i}`,
      name: `${given} ${surname}`,
      aliases: [
        ...(any ? [{ text: surname, kind: "surname" as const, case: "any" as const }] : []),
        ...(handle ? [{ text: `@${given}${i}`, kind: "handle" as const }] : []),
      ],
      blocked: i % 5 === 0 ? [`${surname} Tower`] : [],
      titles: i % 3 === 0 ? ["Senator"] : [],
      roles: [],
      sameAs: [],
    }),
  ),
);
const change = (word: string) =>
  fc.constantFrom(word, word.toUpperCase(), word.toLowerCase(), `${word}s`, `${word}’s`, word.normalize("NFD"));
const piece = fc.oneof(
  fc.oneof(pick(SURNAMES), pick(GIVEN)).chain(change),
  fc.tuple(pick(GIVEN), pick(SURNAMES)).map((words) => words.join(" ")),
  pick(["Senator", "Mr.", ". ", ", ", "\u2029", "Tower", "the", "@Jeff0", "So\u00ADng", "Do\u00ADnald", "met"]),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" "));

async function file(people: readonly Person[]) {
  const casts = [{ id: "case", people, context: ["bank day"] }];
  const filed = fileLexicon((await compileSlowly(casts, async () => {})).compiled());
  const drawers = [...filed.drawers()];
  const part = new PartOfLexicon(filed.head, async (numbers) => numbers.map((number) => drawers[number]));
  return { full: loadLexicon(compileLexicon(casts)), filter: loadFilter(filed.filter), part, drawers };
}

describe("a lexicon that is filed in drawers", () => {
  it("finds and resolves what the whole one does, from the words that the filter lets through", async () => {
    await fc.assert(
      fc.asyncProperty(cast, fc.array(text, { minLength: 1, maxLength: 4 }), async (people, texts) => {
        const { full, filter, part } = await file(people);
        const found = [];
        const rough = new RoughWords(filter, filter.mayBe);
        const keys = [...full.anchors.keys()];
        const isAnchor = (word: string) => anchorOf(full, word) !== undefined;
        const lowerKeys = searchable(keys, isLowerKey);
        // However many keys there are, and whichever of them can be searched.
        const indexes = [
          { ...full, keys: searchable(keys, () => true), lowerKeys },
          { ...full, keys: undefined, lowerKeys },
          { ...full, keys: undefined, lowerKeys: undefined },
        ].map((kinds) => new RoughWords(kinds, isAnchor));
        // One text after the other: what it knows grows.
        for (const block of texts) {
          const words: string[] = [];
          rough.each(block, (start, word) => {
            expect(block.startsWith(word, start)).toBe(true);
            words.push(word);
          });
          // A word that nodes cut is put together again only where its beginning is one of a name's. Of small words with
          // diacritics none names anybody that has no key in small letters.
          for (const word of block.match(wordPattern(full)) ?? []) {
            if (isLowerKey(word) && isMarked(word)) continue;
            for (const [i, one] of [rough, ...indexes].entries())
              if (i ? isAnchor(word) : filter.mayBe(word))
                for (let end = 1; end < word.length; end++) expect(one.mayBegin(word.slice(0, end))).toBe(true);
          }
          await part.learn(words);
          const candidates = findCandidates(part.lexicon, block);
          expect(candidates).toEqual(findCandidates(full, block));
          // With the whole index the places of all candidates are spotted too.
          for (const index of indexes) {
            const starts: number[] = [];
            index.each(block, (start) => starts.push(start));
            for (const { start, end } of candidates)
              expect(starts.some((at) => at >= start - 1 && at <= end)).toBe(true);
          }
          found.push(candidates);
        }
        expect(resolveCandidates(part.lexicon, found)).toEqual(resolveCandidates(full, found));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("says which drawer is missing rather than finding less", async () => {
    const { part, drawers } = await file(
      madePeople(50).map(({ first, surname }, i) => named(i, `${first} ${surname}`)),
    );
    drawers.length = 0;
    await expect(part.learn(["Smith"])).rejects.toThrow(/drawer \d+ of the names is missing/);
  });
});

describe("the words that may be anchors", () => {
  it("are each told once where another text is read in between", () => {
    const rough = new RoughWords({ lower: false, otherScripts: false, lowerKeys: [] }, () => true);
    const seen: string[] = [];
    rough.each("Then Ann met Bob", (_, word) => {
      seen.push(word);
      if (seen.length < 20) rough.each("Carl", () => {});
    });
    expect(seen).toEqual(["Then", "Ann", "Bob"]);
  });
});

describe("the filter", () => {
  it("stays within 150 KB for any number of names, and still misses none", () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => `name${i} Name${i}`);
    const data = writeFilter(compiledOf(entries));
    expect(data.split("\n")[2]?.length).toBeLessThanOrEqual(150_000);
    expect(data.length).toBeLessThanOrEqual(195_000);
    const filter = loadFilter(data);
    for (let i = 0; i < 100_000; i += 97) expect(filter.mayBe(`Name${i}`)).toBe(true);
  }, 60_000);

  it("lets less than one strange word in a hundred through at 60,000 names, and none of them in lower case", () => {
    const filter = loadFilter(writeFilter(compiledOf(Array.from({ length: 60_000 }, (_, i) => `name${i} Name${i}`))));
    const words = Array.from({ length: 20_000 }, (_, i) => `Word${i}`);
    expect(words.filter((word) => filter.mayBe(word)).length).toBeLessThan(200);
    expect(filter.mayBe("name7")).toBe(false);
  });
});

const compiledOf = (entries: string[]): Compiled => ({
  body: { people: [], phrases: [], casts: [] },
  entries,
  flags: "",
});

function named(index: number, name: string): Person {
  return { id: `p${index}`, name, aliases: [], blocked: [], titles: [], roles: [], sameAs: [] };
}
