import { codeAt, kindOf, LETTER } from "./characters.ts";
import { enclosing, hasWordEdges } from "./edges.ts";
import { fold } from "./fold.ts";
import { hasAllInitials, initialsFit, middleFits, readLead } from "./given-names.ts";
import { type Lexicon, type PersonEntry, type Phrase, TRAIT } from "./lexicon.ts";
import { Line } from "./line.ts";
import { givenOfStranger, isNamedAfter, isPartOfName } from "./neighbours.ts";
import { candidatesOf, indexOf, joins } from "./phrases.ts";
import { senseOf, startsSentence } from "./place.ts";
import { isQuotedWork } from "./quoted-work.ts";
import { StoryWords } from "./story-words.ts";
import { readTitle } from "./titles.ts";
import { type Token, tokensAfter, tokensBefore } from "./tokens.ts";
import { type Candidate, DOUBT } from "./types.ts";

const NOBODY: readonly Phrase[] = [];
const SUFFIX = /^(?:jr|sr|junior|senior|snr|jnr|ii|iii|iv)$/;
const SUFFIX_GAP = /^,? $/;

/** Reads the name around an anchor word of one text. */
export class NameReader {
  readonly #lexicon: Lexicon;
  readonly #text: string;
  readonly #story: StoryWords;

  constructor(lexicon: Lexicon, text: string) {
    this.#lexicon = lexicon;
    this.#text = text;
    this.#story = new StoryWords(lexicon, text);
  }

  /** The name at the anchor `from`–`to`, if anybody can be meant there. */
  read(anchor: number, from: number, to: number): Candidate | undefined {
    const lexicon = this.#lexicon;
    const text = this.#text;
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
      const stop = wordsAfter.length ? (after[wordsAfter.length - 1] as Token).end : end;
      if (best && best.end - best.start > stop - start) continue;
      if (
        kind === "alias" &&
        !wordsBefore.length &&
        !wordsAfter.length &&
        isPartOfName(lexicon, text, before[0], after[0], new Line(text, from, to))
      )
        continue;
      best = { ...blank, start, end: stop, text: text.slice(start, stop) };
      if (kind === "blocked")
        best.other =
          wordsAfter.length && !SUFFIX.test(wordsAfter[0] as string)
            ? ""
            : wordsBefore.join(" ") || wordsAfter[0] || "";
      else Object.assign(best, { people: [person], kind });
    }
    if (best && !hasWordEdges(text, best.start, Math.max(best.end, to))) best = undefined;
    let surname = this.#surname(index.surnames, before, after, { ...blank, doubt }, lower);
    if (surname && !hasWordEdges(text, surname.start, Math.max(surname.end, to))) surname = undefined;
    if (!surname || (best && best.end - best.start >= surname.end - surname.start)) return best;
    return surname;
  }

  readonly #person = (index: number): PersonEntry => this.#lexicon.people[index] as PersonEntry;

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

  #surname(
    phrases: readonly Phrase[],
    before: Token[],
    after: Token[],
    blank: Candidate,
    lower: boolean,
  ): Candidate | undefined {
    const lexicon = this.#lexicon;
    const text = this.#text;
    let bearers: number[] = [];
    let length = -1;
    let isPart = false;
    for (const [words, , person, kind] of phrases) {
      if (words.length < length || !joins(before, words, -1)) continue;
      // Who bears it as a surname goes before whom it names in part.
      if (words.length > length || (isPart && kind === "surname")) bearers = [];
      else if (kind === "part" && !isPart) continue;
      length = words.length;
      isPart = kind === "part";
      bearers.push(person);
    }
    if (!bearers.length) return undefined;
    const rest = before.slice(length);
    const start = length ? (before[length - 1] as Token).start : blank.start;
    let end = blank.end;
    const line = new Line(text, blank.start, blank.end);
    const own = this.#person;
    const make = (change: Partial<Candidate>): Candidate => {
      const made = { ...blank, start, end, ...change };
      return { ...made, text: text.slice(made.start, made.end).replace(/\s+/g, " ") };
    };

    // After the name: a suffix, a thing named after the person, another capitalised word.
    let next = after[0];
    let suffix = "";
    if (
      next &&
      SUFFIX.test(next.folded) &&
      (SUFFIX_GAP.test(next.gap) || /^['’]s $/.test(next.gap)) &&
      (next.capital || next.raw.length > 3)
    ) {
      suffix = next.folded === "junior" || next.folded === "jnr" ? "jr" : next.folded;
      const holders = bearers.filter((index) => own(index).suffix === suffix);
      if (holders.length) {
        bearers = holders;
        end = next.end;
        if (text[end] === ".") end += 1;
        suffix = "";
      }
      next = after[1];
    }

    // Before the name: this person's given names.
    const named: number[] = [];
    let contradicted = "";
    let nameStart = start;
    let leadEnd = 0;
    for (const index of bearers) {
      if (lower && !(own(index).traits & (TRAIT.lowerFull | TRAIT.lower))) continue;
      const lead = readLead(lexicon, own(index), rest, start);
      if (lead.given === undefined) continue;
      if (!middleFits(own(index), lead.middle)) {
        contradicted = lead.given;
        nameStart = Math.min(nameStart, lead.start);
        continue;
      }
      named.push(index);
      nameStart = lead.start;
      leadEnd = lead.next;
    }
    const thing = isNamedAfter(lexicon, after, rest[leadEnd], line, !!named.length);
    if (named.length || contradicted) {
      const given = contradicted && !named.length ? contradicted : "";
      if (thing) return make({ start: nameStart, other: "" });
      if (given || suffix) return make({ start: nameStart, other: suffix || `${given} ` });
      let doubt = blank.doubt;
      if (isQuotedWork(text, nameStart, end)) doubt |= DOUBT.quoted;
      const title = readTitle(lexicon, text, nameStart, own(named[0] as number)).own;
      return make({ start: nameStart, people: named, kind: "full", doubt, ...(title ? { title } : {}) });
    }
    // Surname first: "SESSIONS Jeff", "Trump, Donald".
    if (
      next &&
      !suffix &&
      (next.gap === " " || (next.gap === ", " && (startsSentence(text, start) || rest[0]?.gap === "; ")))
    ) {
      const first = bearers.filter((index) => own(index).given.includes(` ${next.folded} `) && next.capital);
      let last = 0;
      while (first.length && after[last + 1] && isMiddle(own(first[0] as number), after[last + 1] as Token)) last += 1;
      const beyond = after[last + 1];
      if (first.length && !(beyond?.capital && beyond.gap === " " && line.style === "running"))
        return make({ people: first, kind: "full", end: (after[last] as Token).end });
    }
    if (thing) return make({ other: "" });
    if (suffix) return make({ other: suffix });
    const bare = this.#bare(make, bearers, rest, next, line, start, lower);
    return isPart && bare?.kind === "surname" ? { ...bare, kind: "part" } : bare;
  }

  /** A surname without this person's given name: who else it may be, and how telling the place is. */
  #bare(
    make: (change: Partial<Candidate>) => Candidate,
    bearers: number[],
    before: Token[],
    next: Token | undefined,
    line: Line,
    start: number,
    lower: boolean,
  ): Candidate | undefined {
    const lexicon = this.#lexicon;
    const text = this.#text;
    const own = this.#person;
    const candidate = make({});
    let doubt = candidate.doubt;
    if (lower) {
      const allowed = bearers.filter((index) => own(index).traits & TRAIT.lower);
      if (!allowed.length) return undefined;
      bearers = allowed;
      doubt |= DOUBT.lower;
    }
    const { style } = line;
    if (style !== "running" || startsSentence(text, start)) doubt |= DOUBT.capital;

    let at = 0;
    const initials: string[] = [];
    while (before[at] && initials.length < 4) {
      const token = before[at] as Token;
      if (
        !(
          token.capital &&
          (token.raw.length === 1 ||
            (token.caps && token.raw.length === 2 && style !== "capitals" && !/[aeiou]/.test(token.folded.slice(1))))
        )
      )
        break;
      if (!/^\. ?$|^ $/.test(token.gap)) break;
      // "I Trump", "A Warren" begin sentences.
      if (/^ $/.test(token.gap) && /^[ai]$/.test(token.folded)) break;
      initials.push(...[...token.folded].reverse());
      at += 1;
    }
    const title = readTitle(lexicon, text, start, ...bearers.map(own));
    let mine = bearers;
    if (initials.length && !title.any) {
      mine = bearers.filter((index) => initialsFit(own(index), initials));
      if (!mine.length) return make({ other: initials.join(" ") });
      const whole = mine.filter((index) => hasAllInitials(own(index), initials));
      if (whole.length && initials.length > 1)
        return make({ people: whole, kind: "full", start: (before[at - 1] as Token).start });
      doubt |= DOUBT.initials;
    }
    if (title.sex) {
      mine = mine.filter((index) => !own(index).sex || own(index).sex === title.sex);
      if (!mine.length) return make({ other: title.any });
    }
    if (title.other) return make({ other: title.other, people: mine });
    if (title.owners.length) mine = mine.filter((index) => title.owners.includes(own(index)));
    else if (title.any && !title.address && mine.every((index) => own(index).titles.length)) doubt |= DOUBT.title;

    const left = before[at];
    if (
      left?.folded === "the" &&
      left.gap === " " &&
      style === "running" &&
      /^['’]s\b/.test(text.slice(candidate.end, candidate.end + 3))
    )
      return make({ other: "the" });
    if (left?.folded === "of" && before[at + 1]?.capital && style === "running") doubt |= DOUBT.neighbour;
    if (title.any) doubt |= DOUBT.address;
    if (left && !title.any) {
      const stranger = givenOfStranger(lexicon, text, left, before[at + 1], line);
      if (stranger === "name") return make({ other: left.folded, start: left.start });
      if (stranger === "unknown") doubt |= DOUBT.neighbour;
      if (/^\d+$/.test(left.raw) && left.gap === " ") doubt |= DOUBT.number;
    }
    if (next?.capital && next.gap === " " && kindOf(codeAt(next.raw, 0)) & LETTER && style !== "capitals") {
      const sense = senseOf(lexicon, next, false, style);
      const isGiven = mine.every((index) => own(index).traits & TRAIT.given);
      if (sense !== "word" && style === "running" && isGiven)
        return make({ other: `${fold(candidate.text)} ${next.folded}` });
      if (sense !== "word") doubt |= isGiven ? DOUBT.given : style === "running" ? DOUBT.neighbour : 0;
    }
    return make({
      people: mine,
      kind: "surname",
      doubt,
      words: this.#story.near(candidate.start, own(mine[0] as number).casts),
      ...(title.own || (title.any && !title.address && !own(mine[0] as number).titles.length)
        ? { title: title.own || title.any }
        : {}),
    });
  }
}

/** Whether a word after a given name goes on with it: "Lee Seung-hyo", "Ho Chi Minh". */
const isMiddle = (person: PersonEntry, token: Token) =>
  /^[ -]$/.test(token.gap) && person.middle.includes(` ${token.folded} `);
