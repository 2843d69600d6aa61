import type { DossierRow, FeedRow, StorageInfo } from "./rows.ts";

/**
 * Name of the port that an extension page opens to follow what is installed. The background posts a `LibrarySnapshot`
 * when it opens and after every change; progress of a download at most four times a second.
 */
export const LIBRARY_PORT = "dramatis-library";

export interface LibrarySnapshot {
  feeds: FeedRow[];
  dossiers: DossierRow[];
  storage: StorageInfo;
  vetoes: VetoRow[];
}

/** One "not this person here". */
export interface VetoRow {
  /** `dossier/person` */
  person: string;
  name: string;
  scope: "page" | "site";
  host: string;
  path: string;
}
