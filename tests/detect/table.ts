import { describe, expect, test } from "vitest";
import {
  compileLexicon,
  findCandidates,
  type Lexicon,
  loadLexicon,
  type Mention,
  type PageFacts,
  resolveCandidates,
} from "../../src/detect/index.ts";
import { CAST, CONTEXT } from "./cast.ts";

export const lexicon = loadLexicon(compileLexicon([{ id: "invented", people: CAST, context: CONTEXT }]));

/** A page's text with its names marked: "[[Mara Ellingworth]] spoke.¶Then [[Ellingworth|mara]] left."; ¶ parts blocks. */
export type Row = string | [text: string, facts: PageFacts];

const NAME = /\[\[(.+?)(?:\|(\w+))?\]\]/gs;

/** The mentions of a page, block by block. */
export function mentionsOf(blocks: readonly string[], facts: PageFacts = {}, own: Lexicon = lexicon): Mention[][] {
  return resolveCandidates(
    own,
    blocks.map((block) => findCandidates(own, block)),
    facts,
  );
}

/** Marks the names of a page as rows do; `withPeople` tells whose each name is. */
export function mark(text: string, facts?: PageFacts, withPeople = false, own: Lexicon = lexicon): string {
  const blocks = text.split("¶");
  return mentionsOf(blocks, facts, own)
    .map((mentions, i) => {
      const block = blocks[i] as string;
      let edge = 0;
      let marked = "";
      for (const { start, end, person } of mentions) {
        const id = withPeople ? `|${own.people[person]?.refs[0]?.person}` : "";
        marked += `${block.slice(edge, start)}[[${block.slice(start, end)}${id}]]`;
        edge = end;
      }
      return marked + block.slice(edge);
    })
    .join("¶");
}

/** One rule: texts in which the marked names and no others are found. */
export function table(rule: string, rows: readonly Row[]): void {
  describe(rule, () => {
    test.each(rows.map((row): [string, PageFacts] => (typeof row === "string" ? [row, {}] : row)))(
      "%s",
      (marked, facts) => {
        const plain = marked.replace(NAME, "$1");
        expect(mark(plain, facts, /\|\w+\]\]/.test(marked))).toBe(marked);
      },
    );
  });
}
