import type { Table } from "dexie";
import type { Dossier, Person } from "../dossier/schema.ts";
import type { Database, GenerationRow } from "./tables.ts";

/** A whole generation as a dossier, records in the order of the file. For the viewer and for comparing versions. */
export async function wholeDossier(db: Database, generation: GenerationRow): Promise<Dossier> {
  const { g, head } = generation;
  return db.transaction("r", db.sources, db.people, db.events, db.statements, async () => {
    const sources = await inOrder(db.sources, g);
    const people = await inOrder(db.people, g);
    const events = await inOrder(db.events, g);
    const statements = await inOrder(db.statements, g);
    return { ...head, sources, people, events, statements } as Dossier;
  });
}

/** All people of a generation, in the order of the file. */
export function peopleOf(db: Database, g: number): Promise<Person[]> {
  return db.transaction("r", db.people, () => inOrder(db.people, g));
}

/** Records read at a time: a browser unpacks all that one request asks for in one go, and nobody else's turn comes. */
const PAGE = 1_000;

async function inOrder<T>(
  table: Table<{ id: string; n: number; record: T }, [number, string]>,
  g: number,
): Promise<T[]> {
  const rows: { n: number; record: T }[] = [];
  for (let after = ""; ; ) {
    const page = await table.where("[g+id]").between([g, after], [g, []], false).limit(PAGE).toArray();
    rows.push(...page);
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  return rows.sort((a, b) => a.n - b.n).map((row) => row.record);
}

/** Generation in which each statement and event of a generation was added or changed. */
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
