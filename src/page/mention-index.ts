import type { LexiconPerson, Reason } from "../detect/index.ts";

/** One painted name of a page. Start and end may lie in different text nodes (names split over elements). */
export interface PageMention {
  startNode: Text;
  startOffset: number;
  endNode: Text;
  endOffset: number;
  /** `dossier/person` of the first ref: what vetoes and summaries go by. */
  key: string;
  person: LexiconPerson;
  reason: Reason;
}

/** What hovering and keyboard need to know of the marks; painting keeps it up to date. */
export interface MentionIndex {
  /** In document order. */
  list(): readonly PageMention[];
  /** The mention whose name covers this place of a text node, if any. */
  at(node: Node, offset: number): PageMention | undefined;
  /** Calls back after marks were added or removed; returns how to stop. */
  subscribe(listener: (removed: ReadonlySet<PageMention>) => void): () => void;
}
