import type { Table } from "dexie";
import type { DossierReader } from "../dossier/reader.ts";
import type { DossierHead } from "../dossier/schema.ts";
import { type Database, key } from "./tables.ts";

/** A reader that also knows in which generation each record it has returned was added or changed (0: not news). */
export interface StoreReader extends DossierReader {
  since(type: "statement" | "event", id: string): number;
}

type AnyRow = { id: string; since: number };

/** Answers from one generation without loading the dossier: each question is one or a few index lookups. */
export function databaseReader(db: Database, g: number, head: DossierHead): StoreReader {
  const since = { statement: new Map<string, number>(), event: new Map<string, number>() };
  const note = <T extends AnyRow>(type: "statement" | "event", rows: T[]): T[] => {
    for (const row of rows) since[type].set(row.id, row.since);
    return rows;
  };
  const byIds = async <T>(table: Table<T, [number, string]>, ids: readonly string[]) => {
    const rows = await table.bulkGet([...new Set(ids)].map((id): [number, string] => [g, id]));
    return rows.filter((row) => row !== undefined);
  };
  const records = <T>(rows: readonly { record: T }[]) => rows.map((row) => row.record);

  return {
    since: (type, id) => since[type].get(id) ?? 0,
    head: async () => head,
    people: async (ids) => records(await byIds(db.people, ids)),
    statements: async (ids) => records(note("statement", await byIds(db.statements, ids))),
    events: async (ids) => records(note("event", await byIds(db.events, ids))),
    sources: async (ids) => records(await byIds(db.sources, ids)),
    statementsBy: async (person) =>
      records(note("statement", await db.statements.where("[g+speaker]").equals([g, person]).toArray())),
    statementsAbout: async (person) =>
      records(note("statement", await db.statements.where("about").equals(key(g, person)).toArray())),
    eventsOf: async (person) =>
      records(note("event", await db.events.where("people").equals(key(g, person)).toArray())),
    statementsRelatedTo: async (targets) => {
      const keys = targets.map((id) => key(g, id));
      return records(note("statement", await db.statements.where("targets").anyOf(keys).distinct().toArray()));
    },
  };
}
