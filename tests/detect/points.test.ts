import { describe, expect, test } from "vitest";
import { compileLexicon, loadLexicon } from "../../src/detect/index.ts";
import type { Alias } from "../../src/dossier/schema.ts";
import { person } from "./cast.ts";
import { mark } from "./table.ts";

const surname = (text: string, letters: Alias["case"]): Alias => ({ text, kind: "surname", case: letters });
const PLAIN = ["harbour inquiry", "dredging contract"];
/** Two of the story's words, which are two points, and then the name. */
const heard = (name: string) => `The harbour inquiry over the dredging contract heard ${name}.`;

const MARA = person("mara", "Mara Ellingworth");
const VALE = person("vale", "Victoria Vale");
/** The publisher has weighed that a vale is a thing: one point. */
const WEIGHED = person("vale", "Victoria Vale", { aliases: [surname("Vale", "exact")] });
const DESMOND = person("desmond", "Howard Desmond");
const JOHNSON = person("johnson", "Peter Johnson");
const SMALL = person("johnson", "Peter Johnson", { aliases: [surname("Johnson", "any")] });
const HALE = person("hale", "Richard Pinkerton-Hale");

/** What speaks for and against a surname that nobody introduces: each row is on the edge of two points. */
describe.each([
  ["the story's own words hold the surname: two", WEIGHED, ["Vale inquiry"], "Later [[Vale]] left."],
  ["without them one is too few", WEIGHED, PLAIN, "Later Vale left."],
  ["a form of address: one", WEIGHED, PLAIN, "Later Ms. [[Vale]] left."],
  ["the publisher lets it be in small letters: one", SMALL, PLAIN, heard("[[Johnson]]")],
  ["many bear the surname: one less", JOHNSON, PLAIN, heard("Johnson")],
  ["which an address makes up for", JOHNSON, PLAIN, heard("Mr. [[Johnson]]")],
  ["the surname is a given name: one less", DESMOND, PLAIN, heard("Desmond")],
  ["which an address makes up for", DESMOND, PLAIN, heard("Mr. [[Desmond]]")],
  ["the surname is a word: one less", VALE, PLAIN, heard("Vale")],
  ["which an address makes up for", VALE, PLAIN, heard("Ms. [[Vale]]")],
  [
    "a word of the story's own, with one of its words near",
    VALE,
    ["Vale affair", "harbour"],
    "The harbour heard [[Vale]].",
  ],
  ["first in a sentence two less", VALE, ["Vale affair", "harbour"], "Vale left the harbour."],
  ["a number before it: two less", MARA, [], "There were 12 Ellingworth left."],
  ["a surname of two words: three", HALE, [], "There were 12 [[Pinkerton-Hale]] left."],
  ["a namesake on the page: two less", WEIGHED, ["Vale inquiry"], "Clara Vale came. ¶Later Vale left."],
  [
    "which a rare surname of the story's own makes up for",
    MARA,
    ["Ellingworth inquiry"],
    "Clara Ellingworth came. ¶Later [[Ellingworth]] left.",
  ],
] as const)("%s", (_rule, own, context, marked) => {
  test(marked, () => {
    const lexicon = loadLexicon(compileLexicon([{ id: "points", people: [own], context: [...context] }]));
    expect(mark(marked.replace(/\[\[|\]\]/g, ""), {}, false, lexicon)).toBe(marked);
  });
});
