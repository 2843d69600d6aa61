import type { Dossier } from "../dossier/schema.ts";

/** What the switch between installed dossiers shows of each. */
export interface DossierListing {
  /** Id under which it is installed (`DossierRow.id`): what the address of the viewer names. */
  id: string;
  title: string;
  version: number;
  publisher?: string;
  feedTitle?: string;
  /** Another number is another content, whatever the version says. */
  generation?: number;
  /** Ids of installed copies of it that it stands for: a link to one of them means this one. */
  copies?: readonly string[];
}

/**
 * The dossier that an address asks for, without an id the first. A page on the web may hold a link to a copy made before
 * a feed took over; an id alone makes no copy, since another publisher can choose the same.
 */
export function findListing(
  listings: readonly DossierListing[],
  wanted: string | undefined,
): DossierListing | undefined {
  if (!wanted) return listings[0];
  return listings.find(({ id }) => id === wanted) ?? listings.find(({ copies }) => copies?.includes(wanted));
}

/** A person or a statement of another dossier that has all words of a query. */
export interface ElsewhereHit {
  type: "person" | "statement";
  /** Id under which its dossier is installed. */
  dossier: string;
  dossierTitle: string;
  id: string;
  label: string;
}

/** Where the viewer's dossiers come from; the browser's store in the extension, plain objects in tests. */
export interface ViewerSource {
  list(): Promise<DossierListing[]>;
  /** The whole dossier. Rejects with a `DramatisError` of code `not-found` when it is not installed. */
  load(id: string): Promise<Dossier>;
  /** Looks through the dossiers in use but this one (by the id under which it is installed). */
  searchOthers(installed: string, query: string): Promise<ElsewhereHit[]>;
  /** Calls back after each change of a dossier in use; returns what ends that. */
  subscribe?(listener: () => void): () => void;
  /** Set when nothing is kept: the browser refused its database and the bundled file is shown instead. */
  readonly degraded?: boolean;
}
