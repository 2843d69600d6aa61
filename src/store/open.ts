import { DramatisError } from "../dossier/errors.ts";
import { Database } from "./tables.ts";

/** The part of a browser that keeps data; tests pass fake-indexeddb. Undefined or throwing where the browser refuses. */
export interface IndexedDb {
  indexedDB: IDBFactory | undefined;
  IDBKeyRange: typeof IDBKeyRange | undefined;
}

/** Milliseconds after which an open that never answers counts as refused: some private windows do neither. */
const OPEN_TIMEOUT = 10_000;

/** The browser neither opens nor refuses: asking again would only wait as long again. */
export class NoAnswer extends Error {}

/**
 * Opens the database, or throws `database-blocked` with the browser's own reason. Firefox refuses in windows that
 * never remember history; a full or damaged profile refuses everywhere.
 */
export async function openDatabase(idb: IndexedDb): Promise<Database> {
  if (!idb.indexedDB || !idb.IDBKeyRange) throw new DramatisError("database-blocked", ["IndexedDB is not available"]);
  const db = new Database({ indexedDB: idb.indexedDB, IDBKeyRange: idb.IDBKeyRange });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer in ${OPEN_TIMEOUT / 1000} s`)), OPEN_TIMEOUT);
  });
  try {
    await Promise.race([db.open(), late]);
    return db;
  } catch (cause) {
    db.close();
    throw new DramatisError("database-blocked", [reasonOf(cause)], { cause });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Calls back once when the connection has ended: the browser took the database away, or somebody deletes it. The database
 * library would open it anew by itself, empty, and everything would go on as though there had never been anything.
 */
export function whenClosed(db: Database, callback: () => void): void {
  db.on.close.subscribe(function closed() {
    db.on.close.unsubscribe(closed);
    queueMicrotask(() => {
      db.close();
      callback();
    });
  });
}

/** Whether work failed for no other reason than that the connection ended in the middle of it. */
export const isClosed = (error: unknown): boolean => (error as Error | undefined)?.name === "DatabaseClosedError";

/** The browser's words; the database library repeats them on a second line. */
function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!.trim();
}
