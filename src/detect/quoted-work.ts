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
