import type { Database, InstalledRow } from "./tables.ts";

/** Up to so many records of a kind are read through at each start, some 10 ms; of larger dossiers they are counted. */
const READ_THROUGH = 2_000;

/**
 * Whether a generation is there with all its records, and these are what they were stored as. Browsers have lost single
 * tables after a crash or a full disk.
 */
export async function isWhole(db: Database, g: number | undefined): Promise<boolean> {
  const row = g === undefined ? undefined : await db.generations.get(g);
  if (g === undefined || row?.state !== "ready") return false;
  for (const name of ["people", "statements", "events", "sources"] as const) {
    const own = db.table<StoredRecord>(name).where("[g+id]").between([g, ""], [g, []]);
    const count = await own.count();
    if (count !== row.counts[name]) return false;
    if (count <= READ_THROUGH && !(await own.toArray()).every(isRecord)) return false;
  }
  return true;
}

interface StoredRecord {
  id: string;
  record: unknown;
}

function isRecord({ id, record }: StoredRecord): boolean {
  return typeof record === "object" && record !== null && (record as { id?: unknown }).id === id;
}

export interface Damage {
  row: InstalledRow;
  /** The previous version was whole and is in use again. */
  rescued: boolean;
}

/**
 * Looks at every installed dossier. A damaged one falls back to its previous version where that is whole; else it is
 * taken out, so that it is seeded or downloaded again. Adds what was found damaged to `found`, one by one: where it fails in the
 * middle, that much is done.
 */
export async function repair(db: Database, found: Damage[]): Promise<void> {
  for (const row of await db.installed.toArray()) {
    if (await isWhole(db, row.current)) continue;
    const { previous, ...rest } = row;
    const rescued = await isWhole(db, previous);
    const isDone = await db.transaction("rw", db.installed, async () => {
      // Another version came into use, or it was removed.
      if ((await db.installed.get(row.id))?.current !== row.current) return false;
      if (rescued) await db.installed.put({ ...rest, current: previous as number });
      else await db.installed.delete(row.id);
      return true;
    });
    if (isDone) found.push({ row, rescued });
  }
}
