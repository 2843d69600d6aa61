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
