import { describe, expect, test } from "vitest";
import { compileLexicon, loadLexicon } from "../../src/detect/index.ts";
import { named } from "./cast.ts";
import { mark } from "./table.ts";

const people = ["Viola Sessions", "Otto Page", "Jonas Gates", "Lucian King", "Nora Major", "Ida Young", "Rosa May"];
const lexicon = loadLexicon(compileLexicon([{ id: "words", people: people.map((name) => named(name)), context: [] }]));
const introduction = people.join(", ");

/** Blocks in which the marked names and no others are found, on a page that introduces everybody. */
const table = (rule: string, rows: readonly string[]) =>
  describe(rule, () =>
    test.each(rows)("%s", (marked) => {
      const page = `${introduction}¶${marked.replace(/\[\[|\]\]/g, "")}`;
      expect(mark(page, {}, false, lexicon).replace(/^.*?¶/, "")).toBe(marked);
    }),
  );

table("before several numbers a surname that is a word is the word", [
  "Gates 3 and 4 are closed.",
  "[[Sessions]] 40, [[Page]] 38",
  "[[Sessions]] 2 weeks later was out.",
  "[[Page]] 6-4, 6-3",
  "[[Gates]] 12:30",
  "Mr. [[Page]] 5 years later was free.",
  "On Monday [[Page]] won.",
]);

table(
  "before a plural verb, people at large or a pronoun a surname that is a word, first in its sentence, is the word",
  [
    "Sessions were held behind closed doors.",
    "Then they left. Sessions have begun.",
    "The Sessions start at nine.",
    "Young people voted. They did. Young men did not.",
    "Young People Voted Late",
    "May the best one win.",
    "[[Sessions]] you could trust. [[Sessions]] do-over urged.",
    "[[Sessions]] is here. [[Sessions]] was held. [[Sessions]] starts.",
    "[[Sessions]] and [[Gates]] were there.",
    "If [[Sessions]] were to go, they would know.",
    "Did [[Sessions]] have it? People like [[Sessions]] are rare.",
    "The [[Sessions]] hearing began.",
    "They saw [[Young]]. People left.",
    "[[Page]] the day before said no.",
  ],
);

table("after words like my, and alone in its block, a surname that is a plural word is the word", [
  "All Sessions",
  "My Sessions | Home",
  "It was all [[Sessions]], all the time.",
  "All [[Sessions]] Had to Say",
  "Your [[Sessions]] Questions, Answered",
  "Gates",
  "[[Gates]]:",
  "[[Gates]] left",
  // Less of a word than gates.
  "[[Sessions]]",
  "[[Page]] | [[Gates]]",
  "[[Page]]",
  "All [[Sessions]] said was no.",
  "Both [[Sessions]] and [[Gates]] came.",
  "the [[Sessions]]-[[Gates]] debate",
]);

table("before of a surname that is a word is the word, unless a place follows", [
  "Sessions of Congress are long.",
  "[[Sessions]] of course denied it.",
  "[[Sessions]] of Alabama left.",
  "They had enough of [[Sessions]] of late.",
  "The King of Spain came.",
  "They met the King of pop.",
  "Sen. [[King]] of Maine and [[King]] of Iowa came.",
]);

table("before a rank a surname that is a rank is one", [
  "Then Major General Smith came.",
  "Then [[Major]] said: General Smith came.",
]);
