import type { Dossier, Person } from "../dossier/schema.ts";
import type { Database, GenerationRow } from "./tables.ts";

/** A whole generation as a dossier, records in the order of the file. For the viewer and for comparing versions. */
export async function wholeDossier(db: Database, generation: GenerationRow): Promise<Dossier> {
  const { g, head } = generation;
  const [sources, people, events, statements] = await Promise.all([
    inOrder(db.sources, g),
    inOrder(db.people, g),
    inOrder(db.events, g),
    inOrder(db.statements, g),
  ]);
  return { ...head, sources, people, events, statements } as Dossier;
}

/** All people of a generation, in the order of the file. */
export function peopleOf(db: Database, g: number): Promise<Person[]> {
  return inOrder(db.people, g);
}

interface RecordTable<T> {
  where(index: string): {
    between(lower: unknown, upper: unknown): { toArray(): PromiseLike<{ n: number; record: T }[]> };
  };
}

async function inOrder<T>(table: RecordTable<T>, g: number): Promise<T[]> {
  const rows = await table.where("[g+id]").between([g, ""], [g, []]).toArray();
  return rows.sort((a, b) => a.n - b.n).map((row) => row.record);
}

/** Version in which each statement and event of a generation was added or changed. */
export async function sinceOf(db: Database, g: number): Promise<Map<string, number>> {
  const since = new Map<string, number>();
  for (const [type, table] of [["statement", db.statements] as const, ["event", db.events] as const]) {
    await table
      .where("[g+id]")
      .between([g, ""], [g, []])
      .each((row) => {
        if (row.since) since.set(`${type}/${row.id}`, row.since);
      });
  }
  return since;
}
