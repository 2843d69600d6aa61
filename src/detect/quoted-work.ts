/** Characters on either side of a quoted name in which a word may say that it is the title of a work. */
const NEAR = 60;
const WORK =
  /(?:^|[^\p{L}])(?:films?|movies?|biopics?|documentar(?:y|ies)|books?|novels?|memoirs?|biograph(?:y|ies)|poems?|songs?|singles?|albums?|tracks?|mixtapes?|operas?|musicals?|sitcoms?|epics?|plays?|paintings?|sculptures?|podcasts?|series|episodes?|titled|entitled|retitled|soundtracks?)(?![\p{L}])/iu;
const SPEAKER = /^,?["”»],? (?:he|she|said|says)/;

/**
 * Whether a full name stands alone in double quotation marks and a word near it, in the same sentence, says that it is
 * the title of a work: a song called “Donald Trump”. Quotation marks alone say nothing.
 */
export function isQuotedWork(text: string, start: number, end: number): boolean {
  if (!/["“„«]/.test(text[start - 1] ?? "") || !/^[,.]?["”“»]/.test(text.slice(end, end + 2))) return false;
  if (SPEAKER.test(text.slice(end, end + 9))) return false;
  const before = text.slice(Math.max(0, start - NEAR), start).split(/[\u2028\u2029]|[.!?]\s/);
  const after = text.slice(end, end + NEAR).split(/[\u2028\u2029]|[.!?]["”“»]?\s/);
  return WORK.test(before.at(-1) ?? "") || WORK.test(after[0] ?? "");
}

/** A quotation of capitalised and small joining words up to the name, and on from it to its end. */
const OPENING = /["“«](?:[A-Z][\p{L}'’]*\s+|(?:of|the|a|an|and|in|on|for|to|with)\s+){1,5}$/u;
const CLOSING = /^(?:['’]s)?(?:\s+[A-Z][\p{L}'’]*|\s+(?:of|the|a|an|and|in|on|for|to|with)){0,5}[,.]?["”»]/u;

/** Whether a bare surname stands in the quoted title of a work: the song “Sweet Southern Moon”. */
export function isInQuotedWork(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  if (!/["“«]/.test(before)) return false;
  const opening = before.match(OPENING);
  if (!opening) return false;
  const closing = text.slice(end, end + NEAR).match(CLOSING);
  if (!closing) return false;
  const from = start - opening[0].length + 1;
  return isQuotedWork(text, from, end + closing[0].replace(/[,.]?["”»]$/, "").length);
}
