import type { Dossier } from "./schema.ts";

/** What changed between two versions of a dossier. */
export interface ChangeSummary {
  dossier: string;
  title: string;
  from?: number;
  to: number;
  added: ChangedRecord[];
  changed: ChangedRecord[];
  withdrawn: ChangedRecord[];
}

export interface ChangedRecord {
  type: "person" | "event" | "statement" | "source";
  id: string;
  /** One line for people. */
  label: string;
  /** Ids of the persons it concerns. */
  people: string[];
  /** The publisher's reason for a correction or withdrawal. */
  reason?: string;
}

/** What `next` brings over `previous` (`undefined`: all is added). Pure. */
export function diffDossiers(previous: Dossier | undefined, next: Dossier): ChangeSummary {
  throw new Error(`not built yet ${previous} ${next}`);
}
