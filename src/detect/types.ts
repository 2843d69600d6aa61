import type { Person } from "../dossier/schema.ts";
import type { PersonRef } from "../dossier/views.ts";

/** What the lexicon is made from: the cast of one installed dossier. `id` is the id under which it is installed. */
export interface Cast {
  id: string;
  people: readonly Person[];
  context: readonly string[];
}

/** One person as the lexicon knows them; the same person in several dossiers has several refs. */
export interface LexiconPerson {
  refs: PersonRef[];
  name: string;
}

/** Why a mention was taken; the card turns it into a sentence ("matched because …"). */
export type Reason =
  | { type: "full-name" }
  | { type: "alias" }
  | { type: "title"; title: string }
  | { type: "introduced"; by: string }
  | { type: "context"; words: string[] };

/** A name found in a text; offsets in UTF-16 code units of that text, covering the name only (no title, no possessive). */
export interface Mention {
  start: number;
  end: number;
  /** Index into `Lexicon.people`. */
  person: number;
  reason: Reason;
}

/** What the page knows of itself beyond its blocks. */
export interface PageFacts {
  /** BCP 47, of the document. */
  lang?: string;
  /** `document.title`: names in it count as introduced. */
  title?: string;
  url?: string;
}

/**
 * A place where a person of the lexicon, or a namesake, may be named. It refers to no offset but its own `start` and
 * `end`: a page may shift both by a constant and use it again.
 */
export interface Candidate {
  start: number;
  end: number;
  /** Whom it can name, as indexes into `Lexicon.people`; empty for somebody else of that surname. */
  people: readonly number[];
  kind: "full" | "alias" | "surname" | "part" | "stranger";
  /** The surname it ends in, as an index into the lexicon's anchors. */
  anchor: number;
  /** The words that were read, in the text's own spelling. */
  text: string;
  /** What sets a stranger apart: the folded given name or title before, the suffix after. */
  other?: string;
  /** The title before the name, if it is one that this person holds or may hold (`anyTitle` of doubt.ts). */
  title?: string;
  /** Doubts about the place: bits of doubt.ts. */
  doubt: number;
  /** Words of the story near the name. */
  words: readonly string[];
}
