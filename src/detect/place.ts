import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** Characters looked at on either side to tell what a capital says here. */
const SIGHT = 160;

/**
 * What a line's capitals say: "running" text capitalises names only; in "title" case and in "capitals" every word has
 * one. Read from up to 160 characters on either side within the line and sentence.
 */
export function lineStyle(text: string, start: number, end: number): "running" | "title" | "capitals" {
  let before = text.slice(Math.max(0, start - SIGHT), start);
  before = before.slice(before.search(/[^\u2028\u2029]*$/));
  let after = text.slice(end, end + SIGHT);
  const stop = after.search(/[\u2028\u2029]/);
  if (stop >= 0) after = after.slice(0, stop);
  const cut = before.match(/^[\s\S]*[.!?]["'”’)]*\s+(?=\S)/);
  if (cut && !/\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|U\.S|vs?)\.\s+$/.test(cut[0]))
    before = before.slice(cut[0].length);
  const full = after.search(/[a-z]{2}[.!?]["'”’)]*(?:\s|$)/);
  if (full >= 0) after = after.slice(0, full + 2);
  let lower = 0;
  let title = 0;
  let capitals = 0;
  for (const [word] of `${before} ${after}`.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
    if (word.length < 4 && !/^\p{Lu}{2,}$/u.test(word)) {
      // Short words stay small in titles; a pronoun or verb in small letters tells running text.
      if (/^(?:he|she|it|is|was|has|had|his|her|we|i|did|are|you|not)$/.test(word)) lower += 1;
      continue;
    }
    if (/^\p{Ll}/u.test(word)) lower += 1;
    else if (word === word.toUpperCase()) capitals += 1;
    else title += 1;
  }
  if (capitals >= 2 && capitals > (title + lower) * 2) return "capitals";
  if (title + capitals >= 3 && title + capitals > lower * 3) return "title";
  return "running";
}

/** Whether a word stands where any word has a capital: start of block, line, sentence or quotation. A rank ("3.") starts none. */
export function startsSentence(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - 80), at)
    .replace(/[\s\u00AD\u200B-\u200F\uFEFF]*$/, (space) => space.replace(/[^\u2028\u2029]/g, ""));
  if (!before || /[\u2028\u2029]$/.test(before)) return true;
  if (/(?:^|\s|\u2029)\d{1,3}\.$/.test(before)) return false;
  if (/(?:\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Lt|Col|Prof|Rev|vs?))\.$/u.test(before)) return false;
  return /[.!?:;…•|·–—"“«‘]["'”’)\]]*$|["“‘'([]$|^-$|\s-$/.test(before);
}

export type Sense = "name" | "word" | "unknown";

/** What a capitalised word beside a surname can be. */
export function senseOf(
  lexicon: Lexicon,
  token: Token,
  isStart: boolean,
  style: "running" | "title" | "capitals",
): Sense {
  const word = token.folded;
  const free = isStart || style !== "running";
  if (/\d/.test(word)) return "word";
  if (lexicon.is("given", word)) return free && lexicon.is("wordNames", word) ? "unknown" : "name";
  if (lexicon.is("notNames", word) || lexicon.is("words", word) || lexicon.is("titles", word)) return "word";
  // Acronyms of agencies and parties beside a name in small letters; "JD", "AJ" are initials.
  if (token.caps && style !== "capitals" && word.length > 2) return "word";
  if (free && /(?:ed|ing|ly|ers|ists|ans|ese|ish|ian|ies|ness|tion|ment)$/.test(word)) return "word";
  if (/(?:ican|ese|ish|ians?|ists?|crats?)$/.test(word) && word.length > 5) return "word";
  return style === "running" ? "name" : "unknown";
}
