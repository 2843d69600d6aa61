import { describe, expect, test } from "vitest";
import { compileLexicon, loadLexicon } from "../../src/detect/index.ts";
import type { Alias, Person } from "../../src/dossier/schema.ts";
import { named } from "./cast.ts";
import { mark } from "./table.ts";

/** Rules that hang on who else is in the cast, or on how the dossier writes one name. */
function rows(rule: string, people: Person[], marked: readonly string[]) {
  const own = loadLexicon(compileLexicon([{ id: "own", people, context: [] }]));
  describe(rule, () => {
    test.each(marked)("%s", (row) => {
      const plain = row.replace(/\[\[(.+?)(?:\|[\w-]+)?\]\]/g, "$1");
      expect(mark(plain, {}, /\|[\w-]+\]\]/.test(row), own)).toBe(row);
    });
  });
}

const alias = (text: string, kind: Alias["kind"]): Alias => ({ text, kind, case: "exact" });

describe.each([
  ["as listed", false],
  ["the other way about", true],
])("surnames that an s sets apart, %s", (_order, isTurned) => {
  const people = [named("Oona Reedwood"), named("Piet Reedwoods")];
  rows("each is found", isTurned ? people.reverse() : people, [
    "On Monday [[Piet Reedwoods|piet-reedwoods]] won.",
    "On Monday [[Oona Reedwood|oona-reedwood]] won.",
    "On Monday [[Oona Reedwood|oona-reedwood]]’s team met [[Piet Reedwoods|piet-reedwoods]]’ team. [[Reedwoods|piet-reedwoods]] won.",
  ]);
});

rows(
  "the surname stands first where a hyphen leads to a small letter",
  [named("Pak Jong-su"), named("Tsai Ing-wen")],
  [
    "On Monday [[Pak Jong-su]] spoke.",
    "On Monday [[Pak Jong Su]] spoke.",
    "[[Pak Jong-su]] spoke. On Monday [[Pak]] left.",
    "On Monday [[Tsai Ing-wen]] spoke. Then [[Tsai]] left.",
    "On Monday Pak Jong-ho spoke. Then Pak left.",
    "Jong-su spoke.",
  ],
);

rows(
  "an article is nobody's nickname",
  [named('Dunstan "The Rook" Johnson')],
  [
    'The actor [[Dunstan "The Rook" Johnson]] came.',
    "The actor [[Dunstan “The Rook” Johnson]] came.",
    "[[Rook Johnson]] came.",
    "On Monday the Johnson report was read.",
    "The HMS Johnson sank.",
  ],
);

rows(
  "a given name of one syllable twice is marked whole",
  [named("Yo-Yo Mabry", { aliases: [alias("Mabry", "surname")] })],
  ["The cellist [[Yo-Yo Mabry]] played. Then [[Mabry]] bowed.", "[[Yo Mabry]] played."],
);

rows(
  "short names of other languages",
  [named("Rafael Quillfeather"), named("Vladimir Volkhonov"), named("Hillary Marsh")],
  ["[[Rafa Quillfeather]] won. Then [[Quillfeather]] left.", "[[Vlad Volkhonov]] won.", "[[Hilary Marsh]] won."],
);

rows(
  "a small word of another language that begins a sentence is nobody's given name",
  [named("Mara Ellingworth")],
  [
    "[[Mara Ellingworth]] llegó. Según [[Ellingworth]], no.",
    "[[Mara Ellingworth]] est venue. Selon [[Ellingworth]], non.",
    "[[Mara Ellingworth]] kam. Laut [[Ellingworth]] nicht.",
    "[[Mara Ellingworth]] è venuta. Anche [[Ellingworth]] no.",
    "[[Mara Ellingworth]] veio. Para [[Ellingworth]], não.",
    "[[Mara Ellingworth]] kwam. Volgens [[Ellingworth]] niet.",
    "[[Mara Ellingworth]] kom. Enligt [[Ellingworth]] inte.",
    "[[Mara Ellingworth]] came. Ximena Ellingworth said no.",
    // Not first in a sentence: somebody's name.
    "[[Mara Ellingworth]] came. On Monday Selon Ellingworth said no.",
  ],
);

rows(
  "German offices and callings are no given names",
  [named("Mara Ellingworth")],
  [
    "[[Mara Ellingworth]] kam. Parteichefin [[Ellingworth]] ging.",
    "[[Mara Ellingworth]] kam. Gestern sagte SPD-Chefin [[Ellingworth]] nichts.",
    "[[Mara Ellingworth]] kam. Auch Ministerpräsidentin [[Ellingworth]] ging.",
    "[[Mara Ellingworth]] kam. Die Vorsitzende [[Ellingworth]] ging.",
    "[[Mara Ellingworth]] kam. Gestern ging Liesel Ellingworth.",
  ],
);

rows(
  "a capital V is an initial, a small one a lawsuit's",
  [named("Viktor Ellingworth"), named("Roe Wadeson")],
  [
    "On Monday [[Viktor Ellingworth]] spoke. Then [[V. Ellingworth]] left.",
    "On Monday [[Roe Wadeson]] spoke. In Hale v. Wadeson he lost.",
  ],
);

rows(
  "a full name goes on from what seemed somebody else's",
  [named("Sergei Volkhonov", { aliases: [alias("Sergej Wolchonow", "transliteration")] })],
  ["Diplomat [[Sergej Wolchonow]] left.", "Diplomat Sergej Oakes left."],
);

rows(
  "a handle after a full stop at the start",
  [named("Mara Ellingworth", { aliases: [alias("maraell", "handle")] })],
  [".[[@maraell]] said so.", "Today .[[@maraell]] said so.", "mail.@maraell said so."],
);

rows(
  "a given name with a hyphen before it is another one",
  [named("Mara Ellingworth"), named("Jean-Luc Oakhurst")],
  [
    "On Monday [[Mara Ellingworth]] spoke. Anne-Mara Ellingworth left.",
    "On Monday the Oakes-[[Mara Ellingworth]] debate began.",
    "On Monday [[Jean-Luc Oakhurst]] spoke.",
  ],
);

describe.each([
  "Press Secretary",
  "U.S. Senator",
  "Foreign Affairs Minister",
  "Minister of Foreign Affairs",
  "Princess",
])("%s is no plural before a list", (title) => {
  rows(
    "nobody of ours",
    [named("Anna Baker", { titles: [title] })],
    [`On Monday ${title} Smith and Baker met.`, `On Monday ${title} [[Baker]] and Smith met.`],
  );
});

rows(
  "a list in the plural ends before a name that goes on",
  [named("Anna Baker", { titles: ["Senator"] })],
  ["Senators Smith and Baker Mayfield met.", "Senators Smith and [[Baker]] met."],
);
