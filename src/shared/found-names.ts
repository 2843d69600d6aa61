import type { PersonRef } from "../dossier/views.ts";

/** More texts are not asked for in one message; a page of short runs sends several. */
export const MOST_TEXTS = 1_000;

/** What deciding who is meant needs of a person. */
export interface KnownPerson {
  name: string;
  refs: PersonRef[];
  /** Numbers of the casts they belong to. */
  casts: number[];
  /** Bits, see `detect/lexicon.ts`. */
  traits: number;
}

/** The answer to `names.find`: the detector's candidates (`Candidate` of `detect/types.ts`) text by text, and whom they name. */
export interface FoundNames<Candidate = unknown> {
  found: Candidate[][];
  people: [index: number, person: KnownPerson][];
  /** Surnames, in the forms under which they are filed, that stand here for one of these people: a page then needs their strangers too. */
  used: string[];
}
