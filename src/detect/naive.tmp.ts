// Temporary engine with the final interface: full names, and surnames after a full name. To be replaced.
import type { Cast, LexiconPerson, Mention } from "./types.ts";

export interface Lexicon {
  type: "full" | "filter";
  people: LexiconPerson[];
  names: Map<string, number>;
  surnames: Map<string, number>;
}
export interface Candidate {
  start: number;
  end: number;
  person: number;
  full: boolean;
}

export function compileLexicon(casts: readonly Cast[]): string {
  return JSON.stringify(casts);
}
export function loadLexicon(data: string): Lexicon {
  const casts = JSON.parse(data) as Cast[];
  const lexicon: Lexicon = { type: "full", people: [], names: new Map(), surnames: new Map() };
  for (const cast of casts) {
    for (const person of cast.people) {
      const index = lexicon.people.push({ name: person.name, refs: [{ dossier: cast.id, person: person.id }] }) - 1;
      lexicon.names.set(person.name, index);
      for (const alias of person.aliases)
        (alias.kind === "surname" ? lexicon.surnames : lexicon.names).set(alias.text, index);
    }
  }
  return lexicon;
}
export function findCandidates(lexicon: Lexicon, text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const [table, full] of [
    [lexicon.names, true],
    [lexicon.surnames, false],
  ] as const) {
    for (const [name, person] of table) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (/\p{L}/u.test(text[at - 1] ?? " ") || /\p{L}/u.test(text[at + name.length] ?? " ")) continue;
        if (found.some((f) => at < f.end && at + name.length > f.start)) continue;
        found.push({ start: at, end: at + name.length, person, full });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
export function resolveCandidates(_lexicon: Lexicon, blocks: readonly (readonly Candidate[])[]): Mention[][] {
  const introduced = new Set(
    blocks
      .flat()
      .filter((c) => c.full)
      .map((c) => c.person),
  );
  return blocks.map((block) =>
    block
      .filter((c) => introduced.has(c.person))
      .map(({ start, end, person, full }) => ({
        start,
        end,
        person,
        reason: full ? { type: "full-name" } : { type: "introduced", by: "" },
      })),
  );
}
