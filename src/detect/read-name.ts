import { isInvisible } from "./characters.ts";
import * as DOUBT from "./doubt.ts";
import { enclosing, hasEnding, hasWordEdges } from "./edges.ts";
import { fold } from "./fold.ts";
import type { Lexicon, Phrase } from "./lexicon.ts";
import { Line } from "./line.ts";
import { isNamedAfter } from "./named-after.ts";
import { isPartOfName } from "./neighbours.ts";
import { candidatesOf, indexOf, joins } from "./phrases.ts";
import { SurnameReader } from "./read-surname.ts";
import { endOfSuffix } from "./suffix.ts";
import { type Token, tokensAfter, tokensBefore } from "./tokens.ts";
import * as TRAIT from "./trait.ts";
import type { Candidate } from "./types.ts";

const NOBODY: readonly Phrase[] = [];

/** Reads the name around an anchor word of one text. */
export class NameReader {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  readonly #surnames: SurnameReader;

  constructor(lexicon: Lexicon, text: string) {
    this.#lexicon = lexicon;
    this.#text = text;
    this.#surnames = new SurnameReader(lexicon, text);
  }

  /** The name at the anchor `from`–`to`, if anybody can be meant there. */
  read(anchor: number, from: number, to: number): Candidate | undefined {
    const lexicon = this.#lexicon;
    const text = this.#text;
    // Invisible characters beside a name are none of it.
    while (isInvisible(text.charCodeAt(from))) from += 1;
    while (isInvisible(text.charCodeAt(to - 1))) to -= 1;
    const raw = text.slice(from, to);
    const index = indexOf(lexicon.body.phrases[anchor] ?? NOBODY);
    const around = enclosing(text, from, to);
    if (around) return around === "@" ? this.#handle(anchor, index.handles, from) : undefined;
    let end = to;
    let doubt = 0;
    const folded = fold(raw);
    if (folded.endsWith("s") && lexicon.anchors.get(`~${folded}`) !== anchor) {
      end -= 1;
      doubt |= DOUBT.genitive;
    }
    const lower = raw[0] === raw[0]?.toLowerCase();
    const before = tokensBefore(text, from);
    const after = tokensAfter(text, to);
    const blank: Candidate = { start: from, end, people: [], kind: "stranger", anchor, text: raw, doubt, words: [] };

    let best: Candidate | undefined;
    for (const [wordsBefore, wordsAfter, person, kind] of candidatesOf(index, before[0], after[0])) {
      if (!joins(before, wordsBefore, -1) || !joins(after, wordsAfter)) continue;
      if (lower && kind !== "blocked" && !((lexicon.people[person]?.traits ?? 0) & TRAIT.lowerFull)) continue;
      const start = wordsBefore.length ? (before[wordsBefore.length - 1] as Token).start : from;
      const last = after[wordsAfter.length - 1];
      const stop = last ? endOfSuffix(text, last) : end;
      if (best && best.end - best.start > stop - start) continue;
      const line = new Line(lexicon, text, from, to);
      const isWord = kind === "alias" && wordsBefore.length + wordsAfter.length === 0;
      if (isWord && isPartOfName(lexicon, text, before[0], after, line)) continue;
      best = { ...blank, start, end: stop, text: text.slice(start, stop) };
      if (kind === "blocked")
        best.other =
          wordsAfter.length && !lexicon.is("suffixes", wordsAfter[0] as string)
            ? ""
            : wordsBefore.join(" ") || wordsAfter[0] || "";
      else if (isNamedAfter(lexicon, last ? tokensAfter(text, stop) : after, before[wordsBefore.length], line, true))
        best.other = "";
      else Object.assign(best, { people: [person], kind });
    }
    if (best && !hasWordEdges(text, best.start, Math.max(best.end, to))) best = undefined;
    let surname = this.#surnames.read(index.surnames, before, after, { ...blank }, lower);
    if (surname && !hasWordEdges(text, surname.start, Math.max(surname.end, to))) surname = undefined;
    const found = !surname || (best && best.end - best.start >= surname.end - surname.start) ? best : surname;
    if (found && hasEnding(text, found.end)) found.doubt |= DOUBT.ending;
    return found;
  }

  #handle(anchor: number, phrases: readonly Phrase[], from: number): Candidate | undefined {
    for (const [[handle = ""], , person] of phrases) {
      const found = this.#text.slice(from, from + handle.length);
      if (found.toLowerCase() !== handle.toLowerCase() || /[\p{L}\p{N}_]/u.test(this.#text[from + handle.length] ?? ""))
        continue;
      return {
        start: from - 1,
        end: from + handle.length,
        people: [person],
        kind: "alias",
        anchor,
        text: `@${found}`,
        doubt: 0,
        words: [],
      };
    }
    return undefined;
  }
}
