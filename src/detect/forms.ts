import { fold, foldGerman } from "./fold.ts";
import { anchorKeys } from "./lexicon.ts";
import { isLowerKey, isMarked } from "./words.ts";

/** Before a form that may be in lower case: "May" need not make "may" a false alarm. */
export const LOWER = "=";

/**
 * The forms under which an anchor is filed, given its entry in a lexicon's index. Each word that may be the anchor has
 * one of them among its `lookupForms`.
 */
export function fileForms(entry: string): string[] {
  return [...new Set([...filterWords(entry)].map((word) => word.replace(LOWER, "")))];
}

/** `fileForms`, those in lower case with their sign. */
export function* filterWords(entry: string): Generator<string> {
  for (const key of anchorKeys(entry)) {
    const isFolded = key[0] === "~";
    const form = fold(isFolded ? key.slice(1) : key);
    // Words with diacritics are looked up in folded form whatever their first letter.
    yield !isFolded && isLowerKey(key) ? LOWER + form : form;
  }
}

/** The forms under which anchors are filed that a word of a text may be: a spelling, or its genitive with an s. */
export function lookupForms(word: string): string[] {
  const folded = isMarked(word) ? [fold(word), foldGerman(word)] : [fold(word)];
  if (!word.endsWith("s")) return folded;
  return [...folded, ...folded.map((form) => form.slice(0, -1))];
}
