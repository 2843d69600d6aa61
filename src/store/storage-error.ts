import type { Table } from "dexie";
import { DramatisError } from "../dossier/errors.ts";
import type { Database } from "./tables.ts";

/** What the database threw, as one of our codes: a full disk hides some levels down in Dexie's errors. */
export function storageError(error: unknown): unknown {
  if (error instanceof DramatisError) return error;
  return saysFull(error) ? new DramatisError("quota", [], { cause: error }) : error;
}

/** Whether this is the disk being full. */
export const isFull = (error: unknown): boolean => error instanceof DramatisError && error.code === "quota";

function saysFull(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { name, inner, cause, failures } = error as Partial<Record<"name" | "inner" | "cause" | "failures", unknown>>;
  if (name === "QuotaExceededError") return true;
  const parts = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : [])];
  return parts.some((part) => saysFull(part, depth + 1));
}

/**
 * Writes in one transaction. Throws what `work` throws, `quota` where the disk is full: a browser that finds that out when
 * it commits says so only of the transaction, and of each request no more than that it was aborted.
 */
export async function writing<T>(db: Database, tables: Table[], work: () => PromiseLike<T>): Promise<T> {
  let own: IDBTransaction | undefined;
  try {
    return await db.transaction("rw", tables, async ({ idbtrans }) => {
      own = idbtrans;
      return work();
    });
  } catch (error) {
    throw storageError(own?.error?.name === "QuotaExceededError" ? own.error : error);
  }
}
