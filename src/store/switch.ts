import { DramatisError } from "../dossier/errors.ts";
import type { ChangeSummary, SyncResult } from "../dossier/rows.ts";
import { isWhole } from "./integrity.ts";
import { writing } from "./storage-error.ts";
import type { Database, HistoryRow, InstalledRow, Origin } from "./tables.ts";

/** Another version has come into use since this one was compared with it. */
export class Overtaken extends DramatisError {
  constructor() {
    super("overtaken");
  }
}

export interface Switch {
  id: string;
  origin: Origin;
  /** The staged generation that comes into use. */
  g: number;
  /** The generation that it was compared with; see `switchTo` for another one in use by now. */
  base: number | undefined;
  /** First version of a feed's dossier that the reader already had: that row, whose generation becomes the previous one. */
  takesOver?: InstalledRow | undefined;
  run: number;
  /** What must change together with the switch: called inside its transaction, which also covers `feeds` and `meta`. */
  alongside?: (() => Promise<void>) | undefined;
  /** History of the feed, written in the same transaction, so that no update is without a record. */
  history?: { feed: string; at: number; changes: ChangeSummary[] };
}

/**
 * Brings a staged generation into use, in one transaction: before it everything is old, after it everything is new. Throws
 * `Overtaken` where another version is in use than at the comparison, `cancelled` where none is any more.
 */
export async function switchTo(db: Database, change: Switch): Promise<InstalledRow> {
  return writing(db, [db.installed, db.generations, db.history, db.seen, db.feeds, db.meta], async () => {
    const [held, staged] = await Promise.all([db.installed.get(change.id), db.generations.get(change.g)]);
    if (!held && change.base !== undefined) throw new DramatisError("cancelled");
    if (staged?.state !== "staged" || held?.current !== change.base) throw new Overtaken();
    // Read anew: the reader may have switched it meanwhile.
    const replaced = change.takesOver && (await db.installed.get(change.takesOver.id));
    const mark = { version: staged.head.version, digest: staged.digest };
    const row: InstalledRow = {
      id: change.id,
      dossier: staged.head.id,
      origin: change.origin,
      enabled: held?.enabled ?? replaced?.enabled ?? true,
      current: change.g,
      run: change.run,
      highest: held && held.highest.version > mark.version ? held.highest : mark,
    };
    const previous = held?.current ?? change.takesOver?.current;
    // What came by a stolen key must not be what the reader goes back to.
    if (previous !== undefined && !(await db.generations.get(previous))?.void) row.previous = previous;
    await db.generations.update(change.g, { state: "ready" });
    await db.installed.put(row);
    if (!held && change.takesOver) await copySeen(db, change.takesOver.id, change.id);
    if (change.history) await db.history.add(updateEntry(change.history));
    await change.alongside?.();
    return row;
  });
}

/** What the reader has seen of the bundled copy counts for the feed's copy too. */
async function copySeen(db: Database, from: string, to: string): Promise<void> {
  const rows = await db.seen.where("[installed+person]").between([from, ""], [from, []]).toArray();
  await db.seen.bulkPut(rows.map((row) => ({ ...row, installed: to })));
}

/** Records that history keeps of one list: a first version of a large dossier alone would fill megabytes. */
const KEPT = 500;

function shortened(changes: ChangeSummary): ChangeSummary {
  const { added, changed, withdrawn, removed = [] } = changes;
  const all = { added, changed, withdrawn, removed };
  const lists = { ...all };
  let omitted = 0;
  for (const name of ["added", "changed", "withdrawn", "removed"] as const) {
    lists[name] = all[name].slice(0, KEPT);
    omitted += all[name].length - lists[name].length;
  }
  return { ...changes, ...lists, ...(omitted ? { omitted } : {}) };
}

function updateEntry({ feed, at, changes }: NonNullable<Switch["history"]>): HistoryRow {
  const dossiers = changes.map(({ dossier, title, from, to }) => ({
    id: dossier,
    title,
    ...(from === undefined ? {} : { from }),
    to,
  }));
  const result: SyncResult = { type: "updated", dossiers };
  return { feed, at, result, changes: changes.map(shortened) };
}

export interface RolledBack {
  id: string;
  title: string;
  from: number;
  to: number;
}

/**
 * Brings the previous generations of these dossiers of a feed back, in one transaction with the feed's result and history.
 * What was rolled back is remembered and not taken again until something newer is offered. Throws `not-found` where the feed
 * is gone, `no-previous-version`.
 */
export async function rollBack(db: Database, ids: readonly string[], { feed, at }: { feed: string; at: number }) {
  const records = [db.people, db.statements, db.events, db.sources];
  return writing(db, [db.installed, db.generations, db.history, db.feeds, ...records], async () => {
    if (!(await db.feeds.get(feed))) throw new DramatisError("not-found", [feed]);
    const done: RolledBack[] = [];
    for (const row of await db.installed.bulkGet([...ids])) {
      if (!row || row.previous === undefined) continue;
      const [current, previous] = await db.generations.bulkGet([row.current, row.previous]);
      // It may be half deleted: room was being freed, and the browser ended the background.
      if (!current || !previous || !(await isWhole(db, row.previous))) continue;
      const { previous: _, ...rest } = row;
      const refused = { version: current.head.version, digest: current.digest };
      await db.installed.put({ ...rest, current: row.previous, refused });
      done.push({
        id: row.id,
        title: previous.head.title,
        from: current.head.version,
        to: previous.head.version,
      });
    }
    if (!done.length) throw new DramatisError("no-previous-version");
    const result: SyncResult = { type: "rolled-back", dossiers: done };
    await db.history.add({ feed, at, result, changes: [] });
    await db.feeds.update(feed, { result });
    return done;
  });
}
