import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSlowly } from "../../src/detect/compile.ts";
import { fileLexicon, PartOfLexicon } from "../../src/detect/filed.ts";
import { type Filter, loadFilter } from "../../src/detect/filter.ts";
import { findCandidates, type Lexicon } from "../../src/detect/index.ts";
import { anchorOf, RoughWords } from "../../src/detect/words.ts";
import type { Person } from "../../src/dossier/schema.ts";
import { Postponed } from "../../src/page/postponed.ts";
import { madePeople, strangers } from "../bench/names.ts";
import { named } from "./cast.ts";

async function file(people: readonly Person[]): Promise<{ part: PartOfLexicon; filter: Filter }> {
  const built = await compileSlowly([{ id: "case", people, context: [] }], async () => {});
  const filed = fileLexicon(built.compiled());
  const drawers = [...filed.drawers()];
  const part = new PartOfLexicon(filed.head, async (numbers) => numbers.map((number) => drawers[number]));
  return { part, filter: loadFilter(filed.filter) };
}

/** The words of a text that the filter lets through, and whether each is told to be a stranger's surname. */
function told(filter: Filter, text: string): { start: number; word: string; isStranger: boolean }[] {
  const found: { start: number; word: string; isStranger: boolean }[] = [];
  new RoughWords(filter, filter.mayBe).each(text, (start, word) =>
    found.push({ start, word, isStranger: filter.isStranger(text, start, word) }),
  );
  return found;
}

const isTold = (filter: Filter, text: string) => told(filter, text).some(({ isStranger }) => isStranger);

const PEOPLE = [
  named("Jeff Beauregard Ellingworth", { aliases: [{ text: "the Old Anna Ellingworth", kind: "nickname" }] }),
  named("Robert Garvey", { blocked: ["Anna Garvey Tower"] }),
  named("Omar Banks", { aliases: [{ text: "Morland", kind: "nickname" }], titles: ["Clara"] }),
  named("Anna Van Hollen"),
  named("Sukarno"),
  named("bell hooks", { aliases: [{ text: "hooks", kind: "surname", case: "any" }] }),
  named("Ho Chi Minh"),
  named("Tom Götschl"),
  named("Kamala Devi Harris"),
];
const GIVEN = ["Anna", "Jeff", "Bob", "Rob", "Clara", "Will", "Dean", "Beauregard", "Kim", "Omar", "Kamala", "Linda"];
const SURNAMES = [
  "Ellingworth",
  "Garvey",
  "Banks",
  "Bank",
  "Morland",
  "Hollen",
  "Sukarno",
  "Hooks",
  "Minh",
  "Goetschl",
].concat(["Gotschl", "Harris", "Devi", "Ho", "Chi"]);
const BEFORE = [
  "Robert",
  "said",
  "of",
  "van",
  "de",
  "the",
  "President",
  "Jeff",
  "J.",
  "Mr.",
  "(",
  "“",
  "and",
  "Sen.",
  "day.",
  "bell",
];
const AFTER = [
  "said",
  ", who",
  ".",
  "Jr.",
  ", Jr.",
  "junior",
  "’s plan",
  "’s Plan",
  "-Smith",
  "Tower",
  ")",
  "",
  ",",
  "s",
];
const pick = (words: readonly string[]) => fc.constantFrom(...words);
const clause = fc
  .tuple(pick(BEFORE), pick(BEFORE), pick(GIVEN), pick(SURNAMES), pick(["", "s"]), pick(AFTER), pick(BEFORE))
  .map(([one, two, given, surname, s, after, last]) => {
    const gap = /^[,.)’s-]/.test(after) && after !== "said" ? "" : " ";
    return `${one} ${two} ${given} ${surname}${s}${gap}${after} ${last}`;
  });
const text = fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(" "));
const around = fc.constantFrom("", "Jeff ", "\u2029", "Senator ", "van ", " Jr.", " Tower", "x");

/** Of another surname's name, further on, that takes this one in, nothing is said. */
const isPlainStranger = (lexicon: Lexicon, whole: string, at: number, word: string) =>
  findCandidates(lexicon, whole)
    .filter(({ start, end, anchor }) => start <= at && at < end && anchor === anchorOf(lexicon, word))
    .every(({ kind, people }) => kind === "stranger" && people.length === 0);

describe("strangers told from the filter", () => {
  it("are read as strangers by whoever has the whole lexicon, whatever stands around the text", async () => {
    const { part, filter } = await file(PEOPLE);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(text, around, around, async (data, before, after) => {
        const spotted = told(filter, data);
        const whole = before + data + after;
        const words: string[] = [];
        new RoughWords(filter, filter.mayBe).each(whole, (_, word) => words.push(word));
        await part.learn(words);
        for (const { start, word, isStranger } of spotted) {
          if (!isStranger) continue;
          count += 1;
          expect(isPlainStranger(part.lexicon, whole, before.length + start, word), whole).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
    // A filter that tells nobody would pass.
    expect(count).toBeGreaterThan(200);
  }, 60_000);

  it("are told in running text, and nobody else is", async () => {
    const { filter } = await file(PEOPLE);
    expect(isTold(filter, "Then it was Anna Garvey who left.")).toBe(false);
    expect(isTold(filter, "Then it was Linda Garvey who left.")).toBe(true);
    expect(isTold(filter, "They met. Linda Garvey’s plan was read.")).toBe(true);
    for (const other of [
      "Then it was Robert Garvey who left.",
      "Then it was Bob Garvey who left.",
      "Then it was Garvey who left.",
      "Then Dean Garvey left.",
      "Then it was Robert Linda Garvey who left.",
      "Then it was J. Linda Garvey who left.",
      "It was called the Linda Garvey Tower then.",
      "Then it was Linda Garvey-Smith who left.",
      "Then it was Linda Garvey, Jr., who left.",
      "Then it was Linda Garvey junior who left.",
      "Then it was Linda Morland who left.",
      "Then it was Clara Banks who left.",
      "Linda Garvey",
    ])
      expect(isTold(filter, other), other).toBe(false);
  });

  it("are given names for sure: no title or other word is taken for one, however full the filter", async () => {
    const words = [
      "Lawyer",
      "Prosecutor",
      "Inspector",
      "Novelist",
      "Chancellor",
      "Trooper",
      "Driver",
      "Banker",
      "Suspect",
    ];
    for (const count of [12_000, 100_000]) {
      const people = madePeople(count).map(({ first, surname }, i) => named(`${first} ${surname}`, { id: `p${i}` }));
      const built = await compileSlowly([{ id: "case", people, context: [] }], async () => {});
      const filter = loadFilter(fileLexicon(built.compiled()).filter);
      for (const { surname } of madePeople(300))
        for (const word of words)
          expect(filter.isStranger(`it was ${word} ${surname} who`, `it was ${word} `.length, surname), word).toBe(
            false,
          );
    }
  }, 120_000);

  it("fit into 200 KB beside the words of any number of surnames", async () => {
    const people = Array.from({ length: 60_000 }, (_, i) => named(`Linda Name${i}x`, { id: `p${i}` }));
    const built = await compileSlowly([{ id: "case", people, context: [] }], async () => {});
    expect(fileLexicon(built.compiled()).filter.length).toBeLessThan(195_000);
  }, 60_000);

  it("are told nearly always at 12,000 people, and mostly at 100,000, for less than 200 KB", async () => {
    for (const [count, share] of [
      [12_000, 0.9],
      [100_000, 0.75],
    ] as const) {
      const people = madePeople(count).map(({ first, surname }, i) => named(`${first} ${surname}`, { id: `p${i}` }));
      const built = await compileSlowly([{ id: "case", people, context: [] }], async () => {});
      const data = fileLexicon(built.compiled()).filter;
      expect(data.length).toBeLessThan(195_000);
      const filter = loadFilter(data);
      const known = new Set(people.map(({ name }) => name.split(" ")[1] ?? ""));
      const given = /^(?:Will|Hope|Rose|Grace|Mark|Jack|Frank|Justin|Dean|May|Page|Virginia|Kelly|Scott|Tyler)$/;
      const names = strangers(3_000, madePeople(100_000))
        .map((name) => name.split(" "))
        .filter(([first = "", surname = ""]) => known.has(surname) && !given.test(first));
      const right = names.filter(([first, surname = ""]) =>
        filter.isStranger(`it was ${first} ${surname} who`, `it was ${first} `.length, surname),
      );
      expect(right.length / names.length).toBeGreaterThan(share);
    }
  }, 120_000);
});

describe("postponed strangers", () => {
  const node = () => ({}) as Node;

  it("are read once their surname stands for somebody, and at once from then on", () => {
    const postponed = new Postponed(() => true);
    const [first, second] = [node(), node()];
    expect(postponed.add("Garvey", first)).toBe(true);
    expect(postponed.add("Banks", second)).toBe(true);
    expect([...postponed.use(["garvey"])]).toEqual([first]);
    expect(postponed.add("Garveys", second)).toBe(false);
    expect([...postponed.use(["garvey"])]).toEqual([]);
    // Under the form with and the one without its last letter.
    expect([...postponed.use(["bank"])]).toEqual([second]);
  });

  it("are forgotten with the nodes that have left the page", () => {
    const there = node();
    const postponed = new Postponed((one) => one === there);
    postponed.add("Garvey", there);
    for (let i = 0; i < 5_000; i++) postponed.add("Garvey", node());
    expect(postponed.use(["garvey"]).size).toBeLessThan(2_100);
  });
});
