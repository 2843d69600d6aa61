const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts that write no word edges: UAX 29 breaks between them and a Latin word. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
/** What French and Italian elide before a vowel; Irish and Italian surnames hold other words there. */
const ELISION =
  /(?:^|[^\p{L}\p{N}])(?:[dlnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|un|quell)['’]$/iu;
const JOINERS = /[./@#_=&?%~:+\\-]/;
const ADDRESS =
  /:\/\/|^www\.|@|[\p{L}\p{N}-]\.[a-z]{2,}(?:[/:?#]|$)|[a-z0-9]\/[a-z0-9-]+\/|[?&]\w+=|^[~./\\]|\w-\w+-\w+-\w/iu;

/** The visible character at or next to `at` in direction `step`; "" at the end of the text. */
function visible(text: string, at: number, step: 1 | -1): string {
  let character = text[at] ?? "";
  for (let i = 0; i < 4 && INVISIBLE.test(character); i++) {
    at += step;
    character = text[at] ?? "";
  }
  const code = character.charCodeAt(0);
  // The other half of a surrogate pair.
  if (code >= 0xdc00 && code < 0xe000) return (text[at - 1] ?? "") + character;
  if (code >= 0xd800 && code < 0xdc00) return character + (text[at + 1] ?? "");
  return character;
}

const glues = (character: string) => WORD_CHARACTER.test(character) && !UNSPACED.test(character);

/** Whether a name has a Unicode word edge (UAX 29) on both sides; an apostrophe parts elisions and genitives only. */
export function hasWordEdges(text: string, start: number, end: number): boolean {
  if (glues(visible(text, start - 1, -1)) || glues(visible(text, end, 1))) return false;
  if (/['’]/.test(text[end] ?? "") && glues(visible(text, end + 1, 1)))
    return /^['’][sS](?![\p{L}\p{N}])/u.test(text.slice(end, end + 4));
  if (/['’]/.test(text[start - 1] ?? "") && glues(visible(text, start - 2, -1)))
    return ELISION.test(text.slice(Math.max(0, start - 10), start));
  return true;
}

/** "@" or "#" if the word belongs to a handle or hashtag, "address" inside a web or mail address, else "". */
export function enclosing(text: string, start: number, end: number): "" | "@" | "#" | "address" {
  const before = text[start - 1] ?? "";
  if (!JOINERS.test(before) && !JOINERS.test(text[end] ?? "")) return "";
  if ((before === "@" || before === "#") && !/[\p{L}\p{N}.]/u.test(text[start - 2] ?? "")) return before;
  const head = text.slice(Math.max(0, start - 120), start).match(/[^\s\u2028\u2029<>()[\]"“”«»,;|]*$/)?.[0] ?? "";
  const tail = text.slice(end, end + 120).match(/^[^\s\u2028\u2029<>()[\]"“”«»,;|]*/)?.[0] ?? "";
  return ADDRESS.test(head + text.slice(start, end) + tail) ? "address" : "";
}
