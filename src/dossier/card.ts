import type { DossierReader } from "./reader.ts";
import type { CardView, PersonRef } from "./views.ts";

export interface CardOptions {
  /** Title of the feed the dossier came by. */
  feedTitle?: string;
  /** Whether a record was added or changed since the reader last looked at this person. */
  isNew?: (type: "statement" | "event", id: string) => boolean;
  /** Statements listed at most; `statementCount` tells how many there are. Default 50. */
  limit?: number;
}

/**
 * The card of one person, from one dossier. `ref.dossier` is the id under which the dossier is installed and goes into every
 * link of the view; `undefined` when the dossier has no such person.
 */
export async function buildCard(
  reader: DossierReader,
  ref: PersonRef,
  options: CardOptions = {},
): Promise<CardView | undefined> {
  throw new Error(`not built yet: ${ref.person} ${options.limit} ${reader}`);
}
