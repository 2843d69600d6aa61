import { DramatisError } from "../dossier/errors.ts";

/** What the database threw, as one of our codes: a full disk hides some levels down in Dexie's abort errors. */
export function storageError(error: unknown): unknown {
  if (error instanceof DramatisError) return error;
  for (let level = error, depth = 0; level && depth < 5; depth++) {
    const { name, inner, cause } = level as { name?: string; inner?: unknown; cause?: unknown };
    if (name === "QuotaExceededError") return new DramatisError("quota", [], { cause: error });
    level = inner ?? cause;
  }
  return error;
}
