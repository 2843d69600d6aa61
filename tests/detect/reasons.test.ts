import { expect, test } from "vitest";
import type { PageFacts, Reason } from "../../src/detect/index.ts";
import { mentionsOf } from "./table.ts";

/** The reason of the last name on a page of some blocks. */
function reasonOf(text: string, facts?: PageFacts): Reason | undefined {
  return mentionsOf(text.split("¶"), facts).flat().at(-1)?.reason;
}

test.each<[string, string, Reason]>([
  ["a full name", "On Monday Mara J. Ellingworth spoke.", { type: "full-name" }],
  ["a name of one word", "Zephyrine sang.", { type: "alias" }],
  ["a nickname", "Sammy the Shark was seen.", { type: "alias" }],
  ["a handle", "follow @kadjeitum now", { type: "alias" }],
  ["the person's own title", "Then Senator Baker spoke.", { type: "title", title: "senator" }],
  ["a title of two words", "Attorney General Harrow spoke.", { type: "title", title: "attorney general" }],
  ["a full name before", "Mara Ellingworth came. ¶Ellingworth left.", { type: "introduced", by: "Mara Ellingworth" }],
  [
    "title and surname before",
    "Senator Baker came. ¶Yesterday Baker left.",
    { type: "introduced", by: "senator Baker" },
  ],
  [
    "a first of two surnames",
    "Tomás Rivasol-Peña came. Rivasol left.",
    { type: "introduced", by: "Tomás Rivasol-Peña" },
  ],
  ["a rare surname alone", "Ellingworth left.", { type: "context", words: [] }],
  [
    "words of the story",
    "The harbour inquiry into the dredging contract heard Ellingworth.",
    { type: "context", words: ["harbour inquiry", "dredging contract"] },
  ],
  [
    "others of the story",
    "Mara Ellingworth came. ¶Then Quillfeather left.",
    { type: "context", words: ["Mara Ellingworth"] },
  ],
])("%s", (_name, text, reason) => expect(reasonOf(text)).toEqual(reason));

test("a headline is read by the introduction that follows it", () => {
  const [headline] = mentionsOf(["Ellingworth to quit", "Mara Ellingworth spoke."]).flat();
  expect(headline?.reason).toEqual({ type: "introduced", by: "Mara Ellingworth" });
});

test("the document's title introduces", () => {
  expect(reasonOf("Stone left.", { title: "Grace Stone in town" })).toEqual({ type: "introduced", by: "Grace Stone" });
  expect(reasonOf("Stone left.", { title: "Something else" })).toBeUndefined();
});
