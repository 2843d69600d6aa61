import { type BareName, readBare } from "./bare-surname.ts";
import * as DOUBT from "./doubt.ts";
import { fold } from "./fold.ts";
import { hasNewMiddle, middleFits, readLead } from "./given-names.ts";
import type { Lexicon, PersonEntry, Phrase } from "./lexicon.ts";
import { Line } from "./line.ts";
import { isNamedAfter } from "./named-after.ts";
import { goesFurther, isKin, isRelative } from "./neighbours.ts";
import { joins } from "./phrases.ts";
import { startsSentence } from "./place.ts";
import { isQuotedWork } from "./quoted-work.ts";
import { StoryWords } from "./story-words.ts";
import { endOfSuffix, suffixOf } from "./suffix.ts";
import { isTitle, readTitle } from "./titles.ts";
import { type Token, tokensAfter } from "./tokens.ts";
import * as TRAIT from "./trait.ts";
import type { Candidate } from "./types.ts";

/** Reads names of which the anchor ends the surname: with a given name before or after it, or alone. */
export class SurnameReader {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  readonly #story: StoryWords;

  constructor(lexicon: Lexicon, text: string) {
    this.#lexicon = lexicon;
    this.#text = text;
    this.#story = new StoryWords(lexicon, text);
  }

  /** `phrases` are the surnames of the anchor; `blank` covers the anchor alone. */
  read(
    phrases: readonly Phrase[],
    before: readonly Token[],
    after: readonly Token[],
    blank: Candidate,
    lower: boolean,
  ): Candidate | undefined {
    let { bearers, length, isPart } = longest(phrases, before);
    if (!bearers.length) return undefined;
    const text = this.#text;
    const own = (index: number) => this.#lexicon.people[index] as PersonEntry;
    const rest = before.slice(length);
    const start = length ? (before[length - 1] as Token).start : blank.start;
    let end = blank.end;
    const make = (change: Partial<Candidate>): Candidate => {
      const made = { ...blank, start, end, ...change };
      return { ...made, text: text.slice(made.start, made.end).replace(/\s+/g, " ") };
    };

    let next = after[0];
    // "Liang Wen-chong" in a text, "Wen-Chong" in the dossier.
    if (isPart && next?.gap === "-" && bearers.every((index) => fold(own(index).name).includes(`-${next?.folded}`))) {
      end = next.end;
      next = after[1];
    }
    // "Joaquín Terralba Ochoa", of whom the dossier says that Terralba is the surname.
    while (next && /^[ -]$/.test(next.gap) && bearers.every((index) => goesOn(own(index), next as Token))) {
      end = next.end;
      after = after.slice(1);
      next = after[0];
    }
    let suffix = suffixOf(this.#lexicon, next);
    let beyond = after;
    if (next && suffix) {
      const holders = bearers.filter((index) => own(index).suffix === suffix);
      if (holders.length) {
        bearers = holders;
        end = endOfSuffix(text, next);
        suffix = "";
      }
      // "King Jr. Boulevard": its full stop parts no thing's name.
      beyond = tokensAfter(text, endOfSuffix(text, next));
      next = after[1];
    }

    const line = new Line(this.#lexicon, text, blank.start, blank.end);
    const lead = this.#lead(bearers, rest, start, lower);
    // In German a noun follows the genitive: "Trumps Plan".
    const isGenitive = (blank.doubt & DOUBT.genitive) !== 0;
    const isFull = lead.named.length > 0;
    // "Willy-Brandt-Haus", "Charles-de-Gaulle": with a hyphen that the name has not.
    const isHyphened =
      isFull && lead.next < 2 && rest[0]?.gap === "-" && !own(lead.named[0] as number).name.includes("-");
    const thing =
      isHyphened ||
      (!isGenitive && isNamedAfter(this.#lexicon, beyond, rest[lead.next], line, isFull, rest[lead.next + 1]));
    if (thing) return make({ start: lead.start, other: "" });
    if (isFull) {
      let doubt = blank.doubt | lead.doubt;
      if (isRelative(this.#lexicon, rest.slice(lead.next))) doubt |= DOUBT.relative;
      if (suffix) return make({ start: lead.start, other: suffix, doubt });
      const further = isGenitive ? "" : goesFurther(this.#lexicon, after, line);
      if (further === "yes") return make({ start: lead.start, other: next?.folded ?? "", doubt: DOUBT.capital });
      if (further) doubt |= DOUBT.middle;
      if (isQuotedWork(this.#lexicon, text, lead.start, end)) doubt |= DOUBT.quoted;
      if (isKin(this.#lexicon, rest.slice(lead.next))) doubt |= DOUBT.kin;
      const title = readTitle(this.#lexicon, text, lead.start, own(lead.named[0] as number)).own;
      return make({ start: lead.start, people: lead.named, kind: "full", doubt, ...(title ? { title } : {}) });
    }
    if (lead.contradicted) return make({ start: lead.start, other: suffix || `${lead.contradicted} ` });
    if (suffix) return make({ other: suffix });
    const inverted = next && !isGenitive && this.#inverted(bearers, rest[0], after, line, start);
    if (inverted) return make(inverted);
    const bare: BareName = {
      lexicon: this.#lexicon,
      text,
      bearers,
      before: rest,
      next,
      line,
      start,
      lower,
      end,
      isPart,
    };
    const read = readBare(bare, make, (at, casts) => this.#story.near(at, casts));
    return isPart && read?.kind === "surname" ? { ...read, kind: "part" } : read;
  }

  /** The given names before a surname: whose they are, or that they are nobody's. */
  #lead(bearers: readonly number[], before: readonly Token[], start: number, lower: boolean) {
    const lead = { named: [] as number[], contradicted: "", start, next: 0, doubt: 0 };
    for (const index of bearers) {
      const person = this.#lexicon.people[index] as PersonEntry;
      if (lower && !(person.traits & (TRAIT.lowerFull | TRAIT.lower))) continue;
      const read = readLead(this.#lexicon, person, before, start);
      if (read.given === undefined) continue;
      if (!middleFits(person, read.middle)) {
        lead.contradicted = read.given;
        lead.start = Math.min(lead.start, read.start);
        continue;
      }
      if (hasNewMiddle(person, read.middle)) lead.doubt |= DOUBT.middle;
      lead.named.push(index);
      lead.start = read.start;
      lead.next = read.next;
    }
    return lead;
  }

  /** Surname first: "SESSIONS Jeff", "Trump, Donald", "Ho Chi Minh"; or somebody else so: "Trump, Ivanka." */
  #inverted(
    bearers: readonly number[],
    left: Token | undefined,
    after: readonly Token[],
    line: Line,
    start: number,
  ): Partial<Candidate> | undefined {
    const next = after[0] as Token;
    if (!next.capital) return undefined;
    // "1. Ellingworth, Mara": a rank.
    const isItem = left?.gap === "; " || /^\d{1,3}$/.test(left?.raw ?? "") || startsSentence(this.#text, start);
    const isListed = next.gap === ", " && isItem;
    if (next.gap !== " " && !isListed) return undefined;
    const person = (index: number) => this.#lexicon.people[index] as PersonEntry;
    const first = bearers.filter((index) => person(index).given.includes(` ${next.folded} `));
    const written = this.#text.slice(start, next.start - next.gap.length);
    const isCapitals = written === written.toUpperCase();
    // "ELLINGWORTH Mara NOR": so lists of results write it; but "ELLINGWORTH Will Quit".
    const isResult = isCapitals && !next.caps && !this.#lexicon.is("wordNames", next.folded);
    if (!first.length) {
      const ends = isListed && /^\s*(?:[;.(\u2028\u2029]|$)/.test(this.#text.slice(next.end, next.end + 20));
      return (ends || isResult) && this.#lexicon.is("given", next.folded) ? { other: next.folded } : undefined;
    }
    // "King Stephen" is not Stephen King, but "KING Stephen" may be.
    const own = fold(written);
    const isWord = isTitle(this.#lexicon, own) || this.#lexicon.is("questions", own);
    if (isWord && !isListed && !isCapitals) return { other: "" };
    let last = 0;
    for (let token = after[1]; token && isMiddle(person(first[0] as number), token); token = after[last + 1]) last += 1;
    const beyond = after[last + 1];
    // "Kim Jong-il", "Kim Jong" are not Kim Jong Un, but "Kim Jongun" is.
    const [{ name, middle }] = first.map(person) as [PersonEntry];
    const whole = fold(name);
    const isFirst = whole.startsWith(`${own} `) && !whole.replace("-", "").endsWith(` ${next.folded}`);
    if (middle.trim() && (beyond?.gap === "-" || (!last && isFirst && !this.#lexicon.is("given", next.folded))))
      return { other: next.folded + beyond?.folded };
    if (beyond?.capital && beyond.gap === " " && line.style === "running" && !(isResult && beyond.caps))
      return undefined;
    return { people: first, kind: "full", end: (after[last] as Token).end };
  }
}

/** Whom the longest of the surnames that end in the anchor name. Who bears it as a surname goes before whom it names in part. */
function longest(phrases: readonly Phrase[], before: readonly Token[]) {
  const found = { bearers: [] as number[], length: -1, isPart: false };
  for (const [words, , person, kind] of phrases) {
    if (words.length < found.length || !joins(before, words, -1)) continue;
    const isPart = kind === "part";
    if (words.length > found.length || (found.isPart && !isPart)) {
      found.bearers = [];
      found.length = words.length;
      found.isPart = isPart;
    } else if (isPart && !found.isPart) continue;
    found.bearers.push(person);
  }
  found.length = Math.max(0, found.length);
  return found;
}

/** Whether a word after a surname is what follows it in the dossier's name, and no given name. */
const goesOn = ({ tail, given }: PersonEntry, { folded, capital }: Token): boolean =>
  capital && !!tail?.includes(` ${folded} `) && !given.includes(` ${folded} `);

/** Whether a word after a given name goes on with it: "Lee Seung-hyo", "Ho Chi Minh". */
const isMiddle = (person: PersonEntry, token: Token) =>
  /^[ -]$/.test(token.gap) && person.middle.includes(` ${token.folded} `);
