import { expect, test } from "vitest";
import { compileLexicon, loadLexicon } from "../../src/detect/index.ts";
import type { Person } from "../../src/dossier/schema.ts";
import { person } from "./cast.ts";
import { mark } from "./table.ts";

/** What a page marks of a cast that is this one person. */
function marked(text: string, name: string, more: Partial<Person> = {}, context: string[] = [], lang?: string): string {
  const lexicon = loadLexicon(compileLexicon([{ id: "one", people: [person("one", name, more)], context }]));
  return mark(text, lang ? { lang } : {}, false, lexicon);
}

const surname = (text: string, letters: "exact" | "any"): Partial<Person> => ({
  aliases: [{ text, kind: "surname", case: letters }],
});

/** What speaks for and against a surname that nobody introduces: a text where it decides, and its like where it is absent. */
test.each<[string, string, Parameters<typeof marked>, string]>([
  ["a rare surname", "for", ["On Monday Ellingworth left.", "Mara Ellingworth"], "On Monday [[Ellingworth]] left."],
  ["a surname that many bear", "against", ["On Monday Baker left.", "Patrick Baker"], "On Monday Baker left."],
  [
    "a surname that is a given name",
    "against",
    ["On Monday Desmond left.", "Howard Desmond"],
    "On Monday Desmond left.",
  ],
  [
    "the story's own words hold it",
    "for",
    ["The dredging heard Ortega.", "Luis Ortega", {}, ["Ortega inquiry", "dredging"]],
    "The dredging heard [[Ortega]].",
  ],
  [
    "its lower case is allowed, and a word of the story",
    "for",
    ["The dredging heard Desmond.", "Howard Desmond", surname("Desmond", "any"), ["dredging", "harbour"]],
    "The dredging heard Desmond.",
  ],
  [
    "two words of the story and its lower case, against a given name",
    "for",
    [
      "The dredging of the harbour heard Desmond.",
      "Howard Desmond",
      surname("Desmond", "any"),
      ["dredging", "harbour"],
    ],
    "The dredging of the harbour heard [[Desmond]].",
  ],
  [
    "two words of the story, against a given name",
    "against",
    ["The dredging of the harbour heard Desmond.", "Howard Desmond", {}, ["dredging", "harbour"]],
    "The dredging of the harbour heard Desmond.",
  ],
  [
    "two words of the story, against a common surname",
    "against",
    ["The dredging of the harbour heard Ortega.", "Luis Ortega", {}, ["dredging", "harbour"]],
    "The dredging of the harbour heard Ortega.",
  ],
  [
    "a form of address besides",
    "for",
    ["The dredging of the harbour heard Mr. Ortega.", "Luis Ortega", {}, ["dredging", "harbour"]],
    "The dredging of the harbour heard Mr. [[Ortega]].",
  ],
  [
    "a compound",
    "for",
    ["Then Castellane Ortega left.", "Elena Castellane Ortega"],
    "Then [[Castellane Ortega]] left.",
  ],
  [
    "a word, against two of the story",
    "against",
    ["The dredging of the harbour hit Badger.", "Grace Badger", {}, ["dredging", "harbour"]],
    "The dredging of the harbour hit Badger.",
  ],
  ["a number before it", "against", ["Then 12 Ellingworth left.", "Mara Ellingworth"], "Then 12 Ellingworth left."],
  [
    "a namesake on the page",
    "against",
    ["Omar Ortega slept. ¶The dredging heard Ortega.", "Luis Ortega", {}, ["Ortega inquiry", "dredging"]],
    "Omar Ortega slept. ¶The dredging heard Ortega.",
  ],
])("%s speaks %s", (_rule, _side, args, wanted) => expect(marked(...args)).toBe(wanted));

test.each<[string, Parameters<typeof marked>, string]>([
  [
    "the genitive with an s is no name on an English page",
    ["Mara Ellingworths plan failed.", "Mara Ellingworth", {}, [], "en"],
    "Mara Ellingworths plan failed.",
  ],
  [
    "all initials introduce like a full name",
    ["J. K. Baker spoke. ¶On Monday Baker left.", "Joanne K. Baker"],
    "[[J. K. Baker]] spoke. ¶On Monday [[Baker]] left.",
  ],
  [
    "a middle name that contradicts makes a stranger of whoever has it",
    ["Edmund Karl Harrow spoke. ¶Later Harrow left.", "Edmund James Harrow"],
    "Edmund Karl Harrow spoke. ¶Later Harrow left.",
  ],
  [
    "a mononym after a stranger's given name is theirs",
    ["Clara Zephyrine sang.", "Zephyrine"],
    "Clara Zephyrine sang.",
  ],
  ["a mononym may be a thing's", ["They met in Zephyrine Tower.", "Zephyrine"], "They met in Zephyrine Tower."],
  [
    "a prize's winner is not the person",
    ["Mara Ellingworth came. ¶The Ellingworth-winning novel sold.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶The Ellingworth-winning novel sold.",
  ],
  [
    "a title that ends a sentence is none of the next name's",
    ["The sea rose to the mayor. Ortega left.", "Luis Ortega", { titles: ["Mayor"] }],
    "The sea rose to the mayor. Ortega left.",
  ],
  [
    "of an office a surname that nobody introduces is a thing's",
    ["They read the Tale of Ellingworth.", "Mara Ellingworth"],
    "They read the Tale of Ellingworth.",
  ],
  [
    "of small words it is not",
    ["They read the tale of Ellingworth.", "Mara Ellingworth"],
    "They read the tale of [[Ellingworth]].",
  ],
  [
    "in a headline an unknown word before it casts doubt",
    ["Why Old Judges Trust Zorbic Ellingworth", "Mara Ellingworth"],
    "Why Old Judges Trust Zorbic Ellingworth",
  ],
  [
    "after a rank a word begins no question",
    ["Mara Ellingworth came. ¶3. Dean Ellingworth was last.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶3. Dean Ellingworth was last.",
  ],
  [
    "after an abbreviation a word begins no question",
    ["Mara Ellingworth came. ¶Then Dr. Dean Ellingworth left.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶Then Dr. Dean Ellingworth left.",
  ],
  [
    "what holds a digit is no given name",
    ["Mara Ellingworth came. ¶Then Covid19 Ellingworth said it.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶Then Covid19 [[Ellingworth]] said it.",
  ],
  [
    "a king's name is anybody's given name",
    ["On Monday Stellan left.", "Stellan VII of Norrland"],
    "On Monday Stellan left.",
  ],
  [
    "an acronym before a surname is no given name",
    ["Mara Ellingworth came. ¶Then NATO Ellingworth said it.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶Then NATO [[Ellingworth]] said it.",
  ],
  [
    "a people or its followers before a surname are no given name",
    ["Mara Ellingworth came. ¶Then Ruritanian Ellingworth said it.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶Then Ruritanian [[Ellingworth]] said it.",
  ],
  [
    "what is quoted and said by its bearer is no work",
    ["“Mara Ellingworth,” she said of the film.", "Mara Ellingworth"],
    "“[[Mara Ellingworth]],” she said of the film.",
  ],
  [
    "I and A before a surname are words",
    ["Mara Ellingworth came. ¶In short I Ellingworth will not have it.", "Mara Ellingworth"],
    "[[Mara Ellingworth]] came. ¶In short I [[Ellingworth]] will not have it.",
  ],
  [
    "who is known by an initial and a name is found by the name",
    ["Jonas Whitcastle left.", "J. Jonas Whitcastle"],
    "[[Jonas Whitcastle]] left.",
  ],
])("%s", (_rule, args, wanted) => expect(marked(...args)).toBe(wanted));
