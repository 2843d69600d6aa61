import { codeAt, codeBefore, isInvisible, kindOf, LETTER, MARK, NUMBER, UNSPACED } from "./characters.ts";

/** What French and Italian elide before a vowel; Irish and Italian surnames hold other words there. */
const ELISION =
  /(?:^|[^\p{L}\p{N}])(?:[dlnsjcmt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|un|quell)['’]$/iu;
const JOINERS = /[./@#_=&?%~:+\\-]/;
/** A domain's last part is in small or capital letters: "Schiff.The" is but a space that is missing. */
const ADDRESS =
  /:\/\/|^[wW]{3}\.|@|[A-Za-z0-9\u00AA-\u1FFF\u2C00-\uFFFD-]\.(?:[a-z]{2,}|[A-Z]{2,})(?:[/:?#]|$)|[A-Za-z0-9]\/[A-Za-z0-9-]+\/|[?&]\w+=|^[~./]|\\|\w-\w+-\w+-\w/;
const MOST_INVISIBLE = 4;

/** Whether the visible character that ends before `at`, or begins at it, makes one word with a letter beside it. */
function gluesBefore(text: string, at: number): boolean {
  for (let i = 0; i < MOST_INVISIBLE && isInvisible(text.charCodeAt(at - 1)); i++) at -= 1;
  return glues(codeBefore(text, at));
}
function gluesAfter(text: string, at: number): boolean {
  for (let i = 0; i < MOST_INVISIBLE && isInvisible(text.charCodeAt(at)); i++) at += 1;
  return glues(codeAt(text, at));
}
function glues(code: number): boolean {
  const kind = kindOf(code);
  return code === 0x5f || ((kind & (LETTER | MARK | NUMBER)) !== 0 && !(kind & UNSPACED));
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0xb4;
/** A genitive or contraction, or else an ending of up to five small letters: of a case as in Turkish, but no German "'sche". */
const ENDING = /^['’ʼ´](?:[sSdD]|ll|LL|((?!sch)\p{Ll}{1,5}(?!['’])))(?![\p{L}\p{N}])/u;
/** The same, of nearly all texts: the first page that asks spends a millisecond less on compiling. */
const PLAIN_ENDING = /^['’ʼ´](?:[sSdD]|ll|LL|((?!sch)[a-z]{1,5}(?!['’])))(?![A-Za-z0-9])/;

function readEnding(text: string, end: number): RegExpExecArray | null {
  const ending = text.slice(end, end + 8);
  return (/^.[\0-\x7f\u2000-\u206f]*$/.test(ending) ? PLAIN_ENDING : ENDING).exec(ending);
}

/** Whether an apostrophe joins an ending to a name that English has not: "Ellingworth'ün". */
export const hasEnding = (text: string, end: number): boolean => !!readEnding(text, end)?.[1];

/** "Ellingworth+", "Ellingworth®" are brands, "Ellingworth+Quillfeather" are two. */
function isBrand(text: string, end: number): boolean {
  const sign = text[end] ?? "";
  if (sign === "+") return !(kindOf(codeAt(text, end + 1)) & (LETTER | NUMBER));
  return sign === "®" || sign === "™";
}

/** Whether a name has a Unicode word edge (UAX 29) on both sides; an apostrophe parts elisions and endings only. */
export function hasWordEdges(text: string, start: number, end: number): boolean {
  if (gluesBefore(text, start) || gluesAfter(text, end) || isBrand(text, end)) return false;
  if (isApostrophe(text.charCodeAt(end)) && gluesAfter(text, end + 1)) return readEnding(text, end) !== null;
  if (isApostrophe(text.charCodeAt(start - 1)) && gluesBefore(text, start - 1))
    return ELISION.test(text.slice(Math.max(0, start - 10), start));
  return true;
}

/** "@" or "#" if the word belongs to a handle or hashtag, "address" inside a web or mail address, else "". */
export function enclosing(text: string, start: number, end: number): "" | "@" | "#" | "address" {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  if (!JOINERS.test(before)) {
    if (!JOINERS.test(after)) return "";
    // The end of a sentence.
    if (before === " " && (after === "." || after === ":") && /^\s?$/.test(text[end + 1] ?? "")) return "";
  }
  if (
    (before === "@" || before === "#") &&
    // ".@handle" with which an answer to somebody begins, but not "mail.@name".
    (text[start - 2] !== "." || /^\s?$/.test(text[start - 3] ?? "")) &&
    !(kindOf(codeBefore(text, start - 1)) & (LETTER | NUMBER))
  )
    return before;
  const head = text.slice(Math.max(0, start - 120), start).match(/[^\s\u2028\u2029<>()[\]"“”«»,;|]*$/)?.[0] ?? "";
  const tail = text.slice(end, end + 120).match(/^[^\s\u2028\u2029<>()[\]"“”«»,;|]*/)?.[0] ?? "";
  return ADDRESS.test(head + text.slice(start, end) + tail) ? "address" : "";
}
