import { compileLexicon, findCandidates, loadLexicon, resolveCandidates } from "../../src/detect/index.ts";
import { person } from "./cast.ts";

const PEOPLE = [
  person("mayer", "Maria Goeppert Mayer"),
  person("leahy", "Patrick Joseph Leahy"),
  person("sessions", "Jeff Sessions"),
  person("trump", "Donald Trump"),
  person("flynn", "Michael Flynn"),
];
export const lexicon = loadLexicon(compileLexicon([{ id: "case", people: PEOPLE, context: [] }]));

/** The names found in a page's blocks, in order, as the page spells them. */
export function find(...blocks: string[]): string[] {
  const candidates = blocks.map((block) => findCandidates(lexicon, block));
  return resolveCandidates(lexicon, candidates).flatMap((mentions, i) =>
    mentions.map(({ start, end }) => (blocks[i] as string).slice(start, end)),
  );
}
