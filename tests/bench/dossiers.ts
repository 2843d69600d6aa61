import { readFile } from "node:fs/promises";
import type { Dossier, Person } from "../../src/dossier/schema.ts";
import { madePeople } from "./names.ts";

const BUNDLED = "assets/dossiers/sessions-kislyak.json";

/** The numbers of people that are compared; 16 is the bundled dossier alone. */
export const SIZES = [16, 540, 12_000, 100_000] as const;

export const bundled = async (): Promise<Dossier> => JSON.parse(await readFile(BUNDLED, "utf8")) as Dossier;

/** `count` generated people, as a dossier of its own that can be imported beside the bundled one. */
export async function generated(count: number): Promise<Dossier> {
  const { publisher, license, language, asOf, updated } = await bundled();
  const people = madePeople(count).map(
    ({ first, surname }, index): Person => ({
      id: `p${index}`,
      name: `${first} ${surname}`,
      aliases: [{ text: surname, kind: "surname" }],
      blocked: [],
      titles: [],
      roles: [],
      sameAs: [],
    }),
  );
  const head = { format: "dramatis-dossier/1" as const, id: `bench-${count}`, version: 1, title: `${count} people` };
  const rest = { changes: [], context: [], sources: [], people, events: [], statements: [] };
  return { ...head, language, asOf, publisher, license, updated, ...rest };
}

/** All people of a lexicon of `size`: the bundled ones and as many generated ones as are missing. */
export async function peopleOf(size: number): Promise<Person[]> {
  const { people } = await bundled();
  return [...people, ...(await generated(Math.max(0, size - people.length))).people];
}

/** What the peers look for, which know no people, only strings: each name and alias once, the longest first. */
export async function stringsOf(size: number): Promise<string[]> {
  const people = await peopleOf(size);
  const strings = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]));
  return [...strings].sort((a, b) => b.length - a.length);
}
