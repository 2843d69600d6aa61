import { type Bearer, Bearers } from "./bearers.ts";
import * as DOUBT from "./doubt.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import { isNounLike } from "./noun.ts";
import { findCandidates } from "./scan.ts";
import * as TRAIT from "./trait.ts";
import type { Candidate, Mention, PageFacts, Reason } from "./types.ts";

/** Points a bare surname needs when the page never introduces its bearer. */
const ENOUGH = 2;
const GERMANIC = /^(?:de|nl|da|sv|nb|nn|no)\b/;
/** Languages that join endings to names by an apostrophe. */
const ENDING = /^(?:az|et|fi|pl|tr|uz)\b/;

/**
 * Says who is meant by each candidate, over all blocks of a page in document order; pure. Evidence works both ways: a
 * headline is read by the introduction that follows it.
 */
export function resolveCandidates(
  lexicon: Lexicon,
  blocks: readonly (readonly Candidate[])[],
  facts: PageFacts = {},
): Mention[][] {
  const read = /^fr\b/.test(facts.lang ?? "") ? blocks.map((block) => block.map(asFrench)) : blocks;
  const page = new Page(lexicon, read, facts);
  return read.map((block, i) => page.resolve(block, i));
}

/** What is an initial in other languages is "Monsieur" in French: "M. Macron". */
const asFrench = (candidate: Candidate): Candidate =>
  candidate.other === "m" && candidate.people.length > 0
    ? { ...candidate, kind: "surname", doubt: candidate.doubt | DOUBT.address }
    : candidate;

/** Whom the surnames of one block were last used for, by anchor. */
type Current = Map<number, Bearer>;
type Found = { person: number; reason: Reason };

/** Whether a stranger bears the surname, and nobody of ours has been introduced. */
const isTaken = (bearers: Bearers, people: readonly number[]): boolean =>
  bearers.hasStrangersApart && bearers.ours(people).length === 0;

class Page {
  readonly #lexicon: Lexicon;
  readonly #facts: PageFacts;
  /** By anchor. */
  readonly #bearers = new Map<number, Bearers>();
  /** Whom each introduction introduces. */
  readonly #introduced = new Map<Candidate, Bearer>();
  /** People of ours whom the page names in full. */
  readonly #named = new Map<number, Bearer>();
  /** Introduced people of ours by cast. */
  readonly #castCount = new Map<number, Set<number>>();

  constructor(lexicon: Lexicon, blocks: readonly (readonly Candidate[])[], facts: PageFacts) {
    this.#lexicon = lexicon;
    this.#facts = facts;
    const title = facts.title ? findCandidates(lexicon, facts.title) : [];
    // A title that may be anybody's waits until all full names are known: "CEO Ellingworth quits", of Omar Ellingworth.
    for (const anyTitle of [0, DOUBT.anyTitle]) {
      for (const block of [title, ...blocks])
        for (const candidate of block) if ((candidate.doubt & DOUBT.anyTitle) === anyTitle) this.#introduce(candidate);
    }
    for (const candidate of title) this.#resolveOne(candidate, -1, new Map());
  }

  #introduce(candidate: Candidate): void {
    const { kind, people, anchor, text, title, doubt } = candidate;
    // "Joe Leigh Simpson" may be another than the dossier's Joe Simpson.
    const isOther = kind === "full" && (doubt & DOUBT.middle) !== 0;
    const other = isOther ? text : candidate.other;
    if (kind === "stranger" && !other) return;
    if (kind === "part" || (kind === "surname" && !title)) return;
    if (kind === "full" && doubt & DOUBT.quoted) return;
    const bearers = this.#bearers.get(anchor) ?? new Bearers();
    // "Omar Ellingworth joined. Captain Ellingworth left."
    if (doubt & DOUBT.anyTitle && isTaken(bearers, people)) return;
    this.#bearers.set(anchor, bearers);
    const person = isOther || other === "m" ? undefined : people[0];
    const bearer = bearers.introduce(
      person ?? other ?? "",
      kind === "surname" ? `${title} ${text}` : text,
      person === undefined && (doubt & (DOUBT.capital | DOUBT.middle)) !== 0,
      (doubt & DOUBT.relative) !== 0,
    );
    this.#introduced.set(candidate, bearer);
    if (person === undefined) return;
    if (kind === "full") this.#named.set(person, this.#named.get(person) ?? bearer);
    for (const cast of this.#person(person).casts) {
      const known = this.#castCount.get(cast) ?? new Set();
      this.#castCount.set(cast, known.add(person));
    }
  }

  #person(index: number): PersonEntry {
    return this.#lexicon.people[index] as PersonEntry;
  }

  resolve(block: readonly Candidate[], index: number): Mention[] {
    const mentions: Mention[] = [];
    const current: Current = new Map();
    for (const candidate of block) {
      const found = this.#resolveOne(candidate, index, current);
      if (found) mentions.push({ start: candidate.start, end: candidate.end, ...found });
    }
    return mentions;
  }

  #resolveOne(candidate: Candidate, block: number, current: Current): Found | undefined {
    const { kind, people, anchor, doubt, other } = candidate;
    const bearers = this.#bearers.get(anchor);
    const introduced = this.#introduced.get(candidate);
    if (bearers && introduced) bearers.use(introduced, block, false);
    // Who is only somebody's relative is not talked of, nor is "his son Omar Ellingworth" where the father is ours, unless
    // the bare surname has been the son's more often.
    const before = current.get(anchor);
    const isBeside = before?.person !== undefined && !(introduced && introduced.bare > before.bare);
    const isAside = before && (doubt & DOUBT.kin || (doubt & DOUBT.relative && isBeside));
    if (kind === "stranger") {
      if (introduced && !introduced.isVague && !isAside) current.set(anchor, introduced);
      // "the elder Flynn" is ours where a "Flynn Jr." is on the page, and only there.
      const ours = bearers?.ours(people).find((own) => own.by);
      if (ours?.person === undefined || !/^(?:elder|senior)$/.test(other ?? "") || !bearers?.introduced("jr"))
        return undefined;
      return { person: ours.person, reason: { type: "introduced", by: ours.by } };
    }
    if (doubt & DOUBT.ending && kind !== "full" && !ENDING.test(this.#facts.lang ?? "")) return undefined;
    if (kind === "alias") return { person: people[0] as number, reason: { type: "alias" } };
    if (kind === "full") {
      const person = this.#choose(people);
      const bearer = bearers?.introduced(person);
      if (bearer && !isAside) current.set(anchor, bearer);
      if (doubt & (DOUBT.quoted | DOUBT.middle) && !bearer) return undefined;
      if (doubt & DOUBT.genitive && /^en\b/.test(this.#facts.lang ?? "")) return undefined;
      return { person, reason: { type: "full-name" } };
    }
    if (doubt & DOUBT.genitive && !GERMANIC.test(this.#facts.lang ?? "")) return undefined;
    if (kind === "part") return this.#part(candidate, bearers);
    // In German "Ellingworth Geld" is subject and object.
    if (doubt & DOUBT.longer && !/^de\b/.test(this.#facts.lang ?? "")) return undefined;
    const bearerByTitle = bearers?.introduced(people[0]);
    if (candidate.title && (bearerByTitle || !(doubt & DOUBT.anyTitle))) {
      if (bearerByTitle) current.set(anchor, bearerByTitle);
      return { person: people[0] as number, reason: { type: "title", title: candidate.title } };
    }
    return this.#bare(candidate, block, current);
  }

  /** A part of a name: whoever of ours is named in full somewhere on the page, if nobody else bears it. */
  #part({ people, doubt }: Candidate, bearers: Bearers | undefined): Found | undefined {
    const named = people.filter((person) => this.#named.has(person));
    const [person] = named;
    if (person === undefined || named.length > 1 || doubt & (DOUBT.neighbour | DOUBT.given | DOUBT.lower))
      return undefined;
    if (bearers?.hasOthersThan(person)) return undefined;
    return { person, reason: { type: "introduced", by: this.#named.get(person)?.by ?? "" } };
  }

  /** The surname alone: whom it is used for here, and whether that is plain. */
  #bare(candidate: Candidate, block: number, current: Current): Found | undefined {
    const { anchor, doubt } = candidate;
    const known = this.#bearers.get(anchor);
    let bearers = known;
    // Where a full name follows in the sentence only what was read before it counts.
    if (bearers && doubt & DOUBT.ahead && !bearers.isRead) {
      if (bearers.hasOurs) return undefined;
      bearers = undefined;
    }
    const bearer = bearers && this.#bearerOf(candidate, bearers, block, current.get(anchor));
    let found: Found | undefined;
    if (!bearer) found = this.#fromContext(candidate, bearers);
    else if (bearer.person !== undefined)
      found = bearer.by
        ? { person: bearer.person, reason: { type: "introduced", by: bearer.by } }
        : this.#fromContext({ ...candidate, people: [bearer.person] }, bearers);
    // Later uses of the surname go by this one, also where only the story told of somebody.
    const used = bearer ?? (found && known?.enter(found.person, ""));
    if (used) known?.use(used, block, true);
    if (bearer && found) current.set(anchor, bearer);
    return found;
  }

  /** Which bearer of the surname a bare one means; undefined if none is introduced. */
  #bearerOf(candidate: Candidate, bearers: Bearers, block: number, current: Bearer | undefined): Bearer | undefined {
    const { people, doubt } = candidate;
    const ours = bearers.ours(people).filter((own) => own.named + own.bare > 0 || !(doubt & DOUBT.ahead));
    const isStory = this.#isStory(candidate);
    if (!ours.length) {
      // Where the story makes the surname plain a stranger takes only the names beside their own.
      if (isStory) return current?.person === undefined ? current : undefined;
      // "Pence and his wife, Karen Pence": who has a relative on the page is another, if named before.
      if (!current && !bearers.isRead && bearers.hasRelativesOnly) return undefined;
      return bearers.meant([], block, 0);
    }
    if (bearers.hasFirmStrangers && doubt & DOUBT.given && doubt & DOUBT.capital) return bearers.meant([], block, 0);
    if (ours.length === 1 && !bearers.hasFirmStrangers) return ours[0];
    return current ?? bearers.meant(ours, block, isStory ? 2 : 0);
  }

  /** Of several people with one full name: who shares a story with others on the page. */
  #choose(people: readonly number[]): number {
    let best = people[0] as number;
    let most = -1;
    for (const person of people) {
      const known = this.#company(person);
      if (known > most) {
        most = known;
        best = person;
      }
    }
    return best;
  }

  /** How many people of a story of this person the page introduces. */
  #company(person: number): number {
    let most = 0;
    for (const cast of this.#person(person).casts) most = Math.max(most, this.#castCount.get(cast)?.size ?? 0);
    return most;
  }

  /** Up to three other people of some casts whom the page introduces. */
  #others(casts: readonly number[], person: number): number[] {
    const others = new Set<number>();
    for (const cast of casts)
      for (const own of this.#castCount.get(cast) ?? []) {
        if (others.size === 3) return [...others];
        if (own !== person) others.add(own);
      }
    return [...others];
  }

  #isStory(candidate: Candidate): boolean {
    return candidate.people.some((index) => this.#person(index).traits & TRAIT.story);
  }

  /** A surname whose bearer the page never introduces: the story must make it plain. */
  #fromContext(candidate: Candidate, bearers: Bearers | undefined): Found | undefined {
    const { doubt, words, people } = candidate;
    const person = this.#choose(people);
    // Of two cast members with one surname none is plain, unless others of their story are here.
    const company = this.#company(person);
    if (people.some((own) => own !== person && this.#company(own) === company)) return undefined;
    const { traits, casts } = this.#person(person);
    const others = this.#others(casts, person);
    let points = Math.min(2, words.length) + Math.min(2, others.length);
    if (traits & TRAIT.story) points += 2;
    if (!(traits & (TRAIT.common | TRAIT.word | TRAIT.given))) points += traits & TRAIT.exact ? 1 : 2;
    if (traits & TRAIT.lower) points += 1;
    // A compound surname is seldom borne by others.
    if (/[ -]/.test(candidate.text)) points += 3;
    if (doubt & DOUBT.address) points += 1;
    if (traits & TRAIT.common) points -= 1;
    if (traits & TRAIT.given) points -= 1;
    if (traits & TRAIT.word) points -= doubt & DOUBT.capital ? 2 : 1;
    for (const bit of [DOUBT.neighbour, DOUBT.given, DOUBT.number, DOUBT.title, DOUBT.lower])
      if (doubt & bit) points -= 2;
    if (bearers?.hasStrangers && !bearers.hasRelativesOnly) points -= 2;
    // "Sessions begin at nine": first in a sentence, a surname formed like an English noun needs the story beside it.
    if (doubt & DOUBT.capital && isNounLike(candidate.text) && !words.length && !others.length) points -= 1;
    if (points < ENOUGH) return undefined;
    const names = others.map((own) => this.#person(own).name);
    return { person, reason: { type: "context", words: [...words.slice(0, 3), ...names].slice(0, 4) } };
  }
}
