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
  /** The title before the name, if it is one that this person holds or may hold (`DOUBT.anyTitle`). */
  title?: string;
  /** Doubts about the place: bits of `DOUBT`. */
  doubt: number;
  /** Words of the story near the name. */
  words: readonly string[];
}

/** Why a place is less telling than it looks. */
export const DOUBT = {
  /** A capital says nothing here: start of a sentence, headline in title case or capitals. */
  capital: 1,
  /** A capitalised word of unknown sense stands beside the name. */
  neighbour: 2,
  /** Named in quotes as a work is. */
  quoted: 4,
  /** Written in lower case. */
  lower: 8,
  /** A number stands right before it. */
  number: 16,
  /** A title or rank before it that the dossier does not give this person. */
  title: 32,
  /** German genitive: the name with an s. */
  genitive: 64,
  /** Only initials before the surname. */
  initials: 128,
  /** In a headline, before a capitalised word that may be a given name's surname. */
  given: 256,
  /** No doubt but its opposite: some title or form of address before it says that a person is meant. */
  address: 512,
  /** A full name with a middle name that the dossier does not know. */
  middle: 1024,
  /** Named only to say whose relative somebody is: "granddaughter of Benito Mussolini". */
  kin: 2048,
  /** No doubt either: the title before it may be theirs, since the dossier tells of none. */
  anyTitle: 4096,
} as const;
