import { DramatisError, errorInfo } from "../dossier/errors.ts";
import type { ChangeSummary, FailedDossier, FailedResult, SyncResult, UpdatedDossier } from "../dossier/rows.ts";
import type { Checked, DossierFailure } from "./check-feed.ts";
import { HttpFailure } from "./http-status.ts";

/** How a check went, and how long (ms) a host asked to be left alone. */
export interface Outcome {
  result: SyncResult;
  retryAfter?: number | undefined;
  /** Entries of the history that the check has written, failures aside. */
  noted?: number;
}

/** The outcome of a check that took the index: of several failures the first is told before the others, and the longest wish counts. */
export function outcomeOf({ changes, failures, delisted, noted: beside }: Checked): Outcome {
  const updated = changes.map(updatedDossier);
  const noted = updated.length + beside;
  const [first, ...others] = failures;
  if (!first && updated.length) return { result: { type: "updated", dossiers: updated }, noted };
  if (!first && delisted.length) return { result: { type: "delisted", dossiers: delisted }, noted };
  if (!first) return { result: { type: "unchanged" }, noted };
  const wishes = failures.map(({ error }) => wishOf(error)).filter((wish) => wish !== undefined);
  const result: FailedResult = {
    type: "failed",
    error: errorInfo(first.error),
    dossier: { id: first.id, title: first.title },
  };
  if (updated.length) result.updated = updated;
  if (others.length) result.others = others.slice(0, LISTED).map(failedDossier);
  if (others.length > LISTED) result.unlisted = others.length - LISTED;
  return wishes.length ? { result, noted, retryAfter: Math.max(...wishes) } : { result, noted };
}

/** Dossiers that one failure lists beside the first: a feed may hold a thousand, and the history a hundred failures. */
const LISTED = 20;

const failedDossier = ({ id, title, error }: DossierFailure): FailedDossier => ({ id, title, error: errorInfo(error) });

/** The outcome of a check that came to nothing. */
export function failureOf(error: unknown): Outcome {
  if (error instanceof DramatisError && error.code === "cancelled") return { result: { type: "cancelled" } };
  return { result: { type: "failed", error: errorInfo(error) }, retryAfter: wishOf(error) };
}

const wishOf = (error: unknown) => (error instanceof HttpFailure ? error.retryAfter : undefined);

function updatedDossier({ dossier, title, from, to }: ChangeSummary): UpdatedDossier {
  return { id: dossier, title, ...(from === undefined ? {} : { from }), to };
}
