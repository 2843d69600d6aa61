import { describe, expect, it, vi } from "vitest";
import { adviseOn } from "../../src/dossier/advice.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { withField } from "./fields.ts";
import { fullDossier } from "./full.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

type Path = (string | number)[];

/** "place: text" of all advice on the sample, changed in one field. */
function advice(path: Path, value: unknown): string[] {
  const dossier = parseDossier(JSON.stringify(withField(fullDossier(), path, value)));
  return adviseOn(dossier).faults.map(({ place, text }) => `${place}: ${text}`);
}

/** What is said of the sample as it stands: its second person and its first statement are bare. */
const KNOWN = ['people[1]: "p2" has no summary', 'people[1]: "p2" has no role', 'statements[0]: "s1" has no date'];

describe("adviseOn", () => {
  it("says nothing of what is there", () => {
    expect(advice(["$schema"], "schema/dossier-1.json")).toEqual(KNOWN);
  });

  it.each<[string, Path, unknown, string]>([
    [
      "a slip of the pen",
      ["people", 0, "sumary"],
      "x",
      'people[0].sumary: the format has no key "sumary", so it is ignored',
    ],
    [
      "a slip inside a date",
      ["events", 0, "date", "presicion"],
      "day",
      'events[0].date.presicion: the format has no key "presicion"',
    ],
    ["no summary", ["summary"], undefined, "summary: is missing"],
    ["no address of the publisher", ["publisher", "url"], undefined, "publisher.url: is missing"],
    ["no context", ["context"], [], "context: is empty"],
    ["no line on this version", ["changes", 0, "version"], 2, "changes: has no line for version 3"],
    ["a line on a later version", ["changes", 0, "version"], 9, "changes[0].version: is 9, but this is version 3"],
    ["a story told beyond its publication", ["asOf"], "2017-03-04", "asOf: lies after updated"],
    [
      "an inferred date without a basis",
      ["events", 0, "date"],
      { value: "2017", precision: "year", basis: "inferred" },
      "events[0].date: is inferred without saying from what",
    ],
    [
      "an event after the end of the story",
      ["events", 0, "date", "value"],
      "2017-03-03",
      "events[0].date.value: lies after asOf (2017-03-02)",
    ],
    ["an event with nobody", ["events", 0, "people"], [], 'events[0]: "e1" has no people'],
    ["a source without a publisher", ["sources", 0, "publisher"], undefined, 'sources[0]: "src-1" names no publisher'],
    [
      "a source that nothing cites",
      ["sources", 1],
      { id: "b", title: "B", publisher: "B", note: "n", date: { value: "2017", precision: "year" } },
      'sources[1]: "b" is cited by no event',
    ],
    [
      "a source that cannot be found",
      ["sources", 1],
      { id: "b", title: "B" },
      'sources[1]: "b" has no address and no note',
    ],
    ["a statement without a date", ["statements", 1, "date"], undefined, 'statements[1]: "s2" has no date'],
    [
      "quote marks in a quote",
      ["statements", 1, "quote"],
      "“It was not so.”",
      "statements[1].quote: carries quote marks of its own",
    ],
    [
      "a person named as an organisation",
      ["statements", 0, "speakerName"],
      "Tomas Oduya",
      'statements[0].speakerName: is the name of person "p2"',
    ],
    [
      "a correction from the future",
      ["statements", 1, "correction", "date"],
      "2018-01-01",
      "statements[1].correction.date: lies after updated",
    ],
    [
      "a person without a part",
      ["people", 2],
      { id: "p3", name: "Mei Farrow" },
      'people[2]: "p3" is in no event and no statement',
    ],
    [
      "a name listed twice",
      ["people", 0, "aliases", 1],
      { text: "lindqvist", kind: "surname" },
      'people[0].aliases[1]: "lindqvist" is listed twice',
    ],
    [
      "a name of one letter",
      ["people", 0, "aliases", 1],
      { text: "Q 7", kind: "nickname" },
      'people[0].aliases[1]: "Q 7" is never found in pages: it holds no word of two letters',
    ],
    [
      "a person's name of one letter",
      ["people", 0, "name"],
      "X 7",
      'people[0].name: "X 7" is never found in pages: it holds no word of two letters',
    ],
    [
      "a full name of one word",
      ["people", 0, "aliases", 1],
      { text: "Adalinde", kind: "full" },
      "people[0].aliases[1].kind: is full, but the name is one word",
    ],
    [
      "a name of two people",
      ["people", 0, "aliases", 1],
      { text: "Tomas Oduya", kind: "full" },
      'people[0].aliases[1]: "Tomas Oduya" is also a name of "p2"',
    ],
    [
      "a blocked name",
      ["people", 0, "blocked", 1],
      "Ada Lindqvist",
      'people[0].blocked[1]: "Ada Lindqvist" is a name of this person too',
    ],
    [
      "a phrase that blocks nothing",
      ["people", 0, "blocked", 1],
      "Harbour Café",
      'people[0].blocked[1]: "Harbour Café" holds no name of this person',
    ],
  ])("tells of %s", (_, path, value, expected) => {
    const told = advice(path, value);
    expect(told.filter((line) => line.startsWith(expected))).toHaveLength(1);
  });

  it("lets phrases stand that block with a possessive, a comma or a hyphen", () => {
    for (const phrase of ["Lindqvist's Boatyard", "Lindqvist, Minn.", "Lindqvist-Hansen"]) {
      expect(advice(["people", 0, "blocked", 0], phrase)).toEqual(KNOWN);
    }
  });

  it("gives a remedy with each", () => {
    const bare = parseDossier(JSON.stringify({ ...fullDossier(), context: [], changes: [], extra: 1 }));
    for (const { remedy } of adviseOn(bare).faults) expect(remedy).toMatch(/^\S.{5,}/);
  });
});
