import type { Origin } from "./tables.ts";

interface Candidate {
  dossier: string;
  origin: Origin;
  version: number;
}

/**
 * Which installed dossiers serve the reader. A dossier that came with the extension (or from a file) and the same
 * dossier from a feed are one: the newer version serves, the feed's where both are equal, and no person shows twice.
 * Two feeds that use the same dossier id are two publishers, so both serve and the card labels them.
 */
export function serving<T extends Candidate>(rows: readonly T[]): T[] {
  return rows.filter((row) => !rows.some((other) => replaces(other, row)));
}

function replaces(other: Candidate, row: Candidate): boolean {
  const fromFeed = other.origin.type === "feed";
  if (other.dossier !== row.dossier || fromFeed === (row.origin.type === "feed")) return false;
  return fromFeed ? other.version >= row.version : other.version > row.version;
}
