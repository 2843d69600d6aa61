import { kindOf } from "./characters.ts";
import type { Lexicon } from "./lexicon.ts";
import { ABBREVIATION, type Style } from "./line.ts";
import type { Token } from "./tokens.ts";

/** Whether a word stands where any word has a capital: start of block, line, sentence or quotation. A rank ("3.") starts none. */
export function startsSentence(text: string, at: number): boolean {
  // After a word or comma and one space: most places of running text.
  const beyond = text.charCodeAt(at - 2);
  if (text[at - 1] === " " && (beyond === 0x2c || (beyond < 0x80 && kindOf(beyond)))) return false;
  const before = text
    .slice(Math.max(0, at - 80), at)
    .replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]*$/, (space) =>
      space.replace(/[^\u2028\u2029]/g, ""),
    );
  if (!before || /[\u2028\u2029]$/.test(before)) return true;
  if (/(?:^|\s|\u2029)\d{1,3}\.$/.test(before)) return false;
  if (ABBREVIATION.test(before)) return false;
  return /[.!?:;…•|·–—"“«‘]["'”’)\]]*$|["“‘'([]$|^-$|\s-$/.test(before);
}

export type Sense = "name" | "word" | "unknown";

/** What German offices and callings end in, which have a capital anywhere: "Parteichefin", "Ministerpräsident". */
const OFFICE =
  /(?:chef|minister|prasident|kanzler|sprecher|fuhrer|kandidat|politiker|demokrat|meister|anwalt|richter|trainer|direktor|leiter|inhaber|kolleg|genoss|freund|botschafter|beauftragt|vorsitzend|abgeordnet)(?:in|e[nrs]?|s|en)?$/;

/** What a capitalised word beside a surname can be. */
export function senseOf(lexicon: Lexicon, token: Token, isStart: boolean, style: Style): Sense {
  const word = token.folded;
  const free = isStart || style !== "running";
  if (/\d/.test(word)) return "word";
  if (lexicon.is("given", word)) {
    // In a sentence these begin a question ("Will Ellingworth run?"), and no more than that; in a headline other words do.
    const isWord = style === "running" ? isStart && lexicon.is("questions", word) : lexicon.is("wordNames", word);
    return isWord ? "unknown" : "name";
  }
  if (lexicon.is("notNames", word) || lexicon.is("words", word) || lexicon.is("titles", word)) return "word";
  if (isStart && lexicon.is("leading", word)) return "word";
  // Acronyms of agencies and parties beside a name in small letters; "JD", "AJ" are initials.
  if (token.caps && style !== "capitals" && word.length > 2) return "word";
  if (free && /(?:ed|ing|ly|ers|ists|ans|ese|ish|ian|ies|ness|tion|ment)$/.test(word)) return "word";
  if (/(?:ican|ese|ish|ians?|ists?|crats?)$/.test(word) && word.length > 5) return "word";
  if (OFFICE.test(word)) return "word";
  return style === "running" ? "name" : "unknown";
}
