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
  const [p] = await reader.people([ref.person]); if (!p) return undefined; const st = await reader.statementsBy(ref.person); const h = await reader.head(); return { ref, name: p.name, dossier: {id: ref.dossier, title: String(h.title), version: h.version as number, asOf: "", publisher: "", ...(options.feedTitle?{feedTitle: options.feedTitle}:{})}, statements: st.map((s) => ({ id: s.id, kind: s.kind, speakerName: p.name, quote: s.quote ?? "", relations: [], sources: [], isNew: options.isNew?.("statement", s.id) ?? false })), statementCount: st.length, timeline: [], people: [], sameAs: [] } as CardView;
}
