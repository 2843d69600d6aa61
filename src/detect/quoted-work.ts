import type { Lexicon } from "./lexicon.ts";

/** Characters on either side of a quoted name in which a word may say that it is the title of a work. */
const NEAR = 60;
const SPEAKER = /^,?["”»],? (?:he|she|said|says)/;

/** What follows a name that begins a title: “Donald Trump: A Life”. */
const REST = /^(?:: \p{Lu}[^"”“»\u2029]{1,50})?[,.]?["”“»]/u;

/**
 * Whether a full name stands in double quotation marks, alone or before a colon and a subtitle, and a word in them or near
 * them, in the same sentence, says that it is the title of a work: a song called “Donald Trump”. Quotation marks alone say
 * nothing.
 */
export function isQuotedWork(lexicon: Lexicon, text: string, start: number, end: number): boolean {
  if (!/["“„«]/.test(text[start - 1] ?? "") || !REST.test(text.slice(end, end + NEAR))) return false;
  if (SPEAKER.test(text.slice(end, end + 9))) return false;
  const before = text.slice(Math.max(0, start - NEAR), start).split(/[\u2028\u2029]|[.!?]\s/);
  const after = text.slice(end, end + NEAR).split(/[\u2028\u2029]|[.!?]["”“»]?\s/);
  const words = `${before.at(-1)} ${after[0]}`.toLowerCase().match(/\p{L}+/gu);
  return words?.some((word) => lexicon.is("works", word)) ?? false;
}

/** A quotation of capitalised and small joining words up to the name, and on from it to its end. */
const OPENING = /["“«](?:[A-Z][\p{L}'’]*\s+|(?:of|the|a|an|and|in|on|for|to|with)\s+){0,5}$/u;
const CLOSING = /^(?:['’]s)?(?:\s+[A-Z][\p{L}'’]*|\s+(?:of|the|a|an|and|in|on|for|to|with)){0,5}[,.]?["”»]/u;

/** Whether a bare surname stands in the quoted title of a work: the song “Sweet Southern Moon”. */
export function isInQuotedWork(lexicon: Lexicon, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  if (!/["“«]/.test(before)) return false;
  const opening = before.match(OPENING);
  if (!opening) return false;
  const closing = text.slice(end, end + NEAR).match(CLOSING);
  if (!closing) return false;
  const from = start - opening[0].length + 1;
  return isQuotedWork(lexicon, text, from, end + closing[0].replace(/[,.]?["”»]$/, "").length);
}
