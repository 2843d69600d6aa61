import type { Database, InstalledRow } from "./tables.ts";

/** Whether a generation is there with all its records. Browsers have lost single tables after a crash or a full disk. */
export async function isWhole(db: Database, g: number | undefined): Promise<boolean> {
  const row = g === undefined ? undefined : await db.generations.get(g);
  if (g === undefined || row?.state !== "ready") return false;
  for (const name of ["people", "statements", "events", "sources"] as const) {
    const count = await db.table(name).where("[g+id]").between([g, ""], [g, []]).count();
    if (count !== row.counts[name]) return false;
  }
  return true;
}

export interface Damage {
  row: InstalledRow;
  /** The previous version was whole and is in use again. */
  rescued: boolean;
}

/**
 * Looks at every installed dossier. A damaged one falls back to its previous version where that is whole; else it is
 * taken out, so that it is seeded or downloaded again. Returns what was found damaged.
 */
export async function repair(db: Database): Promise<Damage[]> {
  const found: Damage[] = [];
  for (const row of await db.installed.toArray()) {
    if (await isWhole(db, row.current)) continue;
    const { previous, ...rest } = row;
    const rescued = await isWhole(db, previous);
    await db.transaction("rw", db.installed, async () => {
      if ((await db.installed.get(row.id))?.current !== row.current) return;
      if (rescued) await db.installed.put({ ...rest, current: previous as number });
      else await db.installed.delete(row.id);
    });
    found.push({ row, rescued });
  }
  return found;
}
