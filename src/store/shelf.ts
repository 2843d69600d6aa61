import type { Dossier, Person, Statement } from "../dossier/schema.ts";
import type { PersonRef } from "../dossier/views.ts";
import { databaseReader, type StoreReader } from "./reader.ts";
import type { Database, GenerationRow, InstalledRow } from "./tables.ts";
import { peopleOf, wholeDossier } from "./whole.ts";

/** An installed dossier with the version in use. */
export interface Held {
  row: InstalledRow;
  generation: GenerationRow;
}

/** The reading side of the store: the same over the database and, where the browser refuses one, over the bundled file. */
export interface Shelf {
  /** All installed dossiers; `serving` says which of them serve. */
  held(): Promise<Held[]>;
  reader(held: Held): StoreReader;
  /** Does what asks several questions in one go: it waits for others who write once, not at each question. */
  reading<T>(work: () => Promise<T>): Promise<T>;
  people(held: Held): Promise<Person[]>;
  whole(held: Held): Promise<Dossier>;
  /** The first people and statements that pass, at most `limit` of each. */
  find(
    held: Held,
    test: { person(record: Person): boolean; statement(record: Statement): boolean },
    limit: number,
  ): Promise<{ people: Person[]; statements: Statement[] }>;
  /** Number of the generation in which the reader last looked at this person. */
  seen(ref: PersonRef): Promise<number | undefined>;
  markSeen(ref: PersonRef, g: number): Promise<void>;
}

/** The reading side over the database. */
export function databaseShelf(db: Database): Shelf {
  return {
    held: () =>
      db.transaction("r", db.installed, db.generations, async () => {
        const rows = await db.installed.toArray();
        const generations = await db.generations.bulkGet(rows.map((row) => row.current));
        return rows.flatMap((row, i) => {
          const generation = generations[i];
          return generation ? [{ row, generation }] : [];
        });
      }),
    reading: (work) => db.transaction("r", db.people, db.statements, db.events, db.sources, work),
    reader: ({ generation }) => databaseReader(db, generation.g, generation.head),
    people: ({ generation }) => peopleOf(db, generation.g),
    whole: ({ generation }) => wholeDossier(db, generation),
    async find({ generation: { g } }, test, limit) {
      const range = [
        [g, ""],
        [g, []],
      ] as const;
      const people = db.people.where("[g+id]").between(...range);
      const statements = db.statements.where("[g+id]").between(...range);
      return {
        people: await records(people.filter((row) => test.person(row.record)).limit(limit)),
        statements: await records(statements.filter((row) => test.statement(row.record)).limit(limit)),
      };
    },
    seen: async ({ dossier, person }) => (await db.seen.get([dossier, person]))?.g,
    markSeen: async ({ dossier, person }, g) => {
      await db.seen.put({ installed: dossier, person, g });
    },
  };
}

async function records<T>(rows: { toArray(): PromiseLike<{ record: T }[]> }): Promise<T[]> {
  return (await rows.toArray()).map((row) => row.record);
}
