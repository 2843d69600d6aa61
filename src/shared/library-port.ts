import type { ErrorInfo } from "../dossier/errors.ts";
import type { DossierRow, FeedRow, RemovedDossier, StorageInfo } from "./rows.ts";

/**
 * Name of the port that an extension page opens to follow what is installed. The background posts a `LibrarySnapshot`
 * when it opens and after every change, progress at most four times a second, the begin of a phase at once; where one cannot be taken,
 * the `ErrorInfo` that says why.
 */
export const LIBRARY_PORT = "dramatis-library";

/** What comes over the port. */
export type LibraryMessage = { type: "snapshot"; snapshot: LibrarySnapshot } | { type: "failed"; error: ErrorInfo };

export interface LibrarySnapshot {
  feeds: FeedRow[];
  dossiers: DossierRow[];
  /** Removed, and can be had back. */
  removed?: RemovedDossier[];
  storage: StorageInfo;
  vetoes: VetoRow[];
}

/** One "not this person here". */
export interface VetoRow {
  /** `dossier/person` */
  person: string;
  /** The person's name; the short name (slug) of somebody whose dossier is not in use. */
  name: string;
  scope: "page" | "site";
  host: string;
  path: string;
  /** When the reader said it, milliseconds since 1970; absent where an earlier version kept no time. */
  at?: number;
}
