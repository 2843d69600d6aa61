import { describe, expect, test } from "vitest";
import { wordLists } from "../../src/detect/compile.ts";
import { find } from "./find.ts";

const table = (name: string, rows: [text: string, names: string[]][]) =>
  describe(name, () => test.each(rows)("%s", (text, names) => expect(find(text)).toEqual(names)));

table("a full name in quotation marks is a person unless a word near it names a work", [
  ["The nameplate read “Jeff Sessions” in gold.", ["Jeff Sessions"]],
  ['"Jeff Sessions" was written on the door.', ["Jeff Sessions"]],
  ["Reporters asked about «Jeff Sessions» again.", ["Jeff Sessions"]],
  ["He recorded a song called “Donald Trump” in 2011.", []],
  ['"Donald Trump" is a single by a rapper.', []],
  ["She likes that song. The nameplate read “Jeff Sessions” in gold.", ["Jeff Sessions"]],
]);

table("scripts without word edges part a Latin name; other letters and digits glue", [
  ["记者会见了Jeff Sessions并提问", ["Jeff Sessions"]],
  ["きのうJeff Sessionsは", ["Jeff Sessions"]],
  ["ผู้Jeff Sessionsกล่าว", ["Jeff Sessions"]],
  ["Jeff Sessionsович said", []],
  ["Jeff Sessionsπ said", []],
  ["Jeff Sessions2 said", []],
  ["Jeff Sessions met others, вSessions said", ["Jeff Sessions"]],
]);

describe("a surname that is also a word, first in its sentence", () => {
  test.each(["Sessions said no.", "Sessions met the ambassador.", "He left. Sessions said so."])("%s", (text) => {
    expect(find("Jeff Sessions spoke on Monday.", text)).toEqual(["Jeff Sessions", "Sessions"]);
  });
  test("nobody introduced", () => expect(find("Sessions begin at nine.")).toEqual([]));
});

table("a middle name that is no given name begins a double surname", [
  ["In 1941 Maria Goeppert Mayer taught; later Goeppert Mayer moved.", ["Maria Goeppert Mayer", "Goeppert Mayer"]],
  ["Patrick Leahy spoke, and then Joseph Leahy answered.", ["Patrick Leahy"]],
]);

test("no list of words has an empty one, which every place without a word would be in", () => {
  const lists = wordLists().split("|");
  expect(lists.length).toBeGreaterThan(30);
  for (const list of lists) expect(list).toMatch(/^ \S+(?: \S+)* $/);
});
