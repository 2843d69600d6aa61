import * as DOUBT from "./doubt.ts";
import type { Lexicon, PersonEntry } from "./lexicon.ts";
import { findCandidates } from "./scan.ts";
import * as TRAIT from "./trait.ts";
import type { Candidate, Mention, PageFacts, Reason } from "./types.ts";

/** Somebody of one surname whom the page introduces: a person of ours, or a stranger by what sets them apart. */
interface Bearer {
  person?: number;
  /** Folded given name, title or suffix of a stranger. */
  other?: string;
  by: string;
  /** A stranger read only where any word has a capital: may be none. */
  isVague: boolean;
  /** A stranger named only as somebody's relative. */
  isRelative: boolean;
  /** Places of introduction: block indexes, in order; -1 is the document's title. */
  blocks: number[];
}

/** Points a bare surname needs when the page never introduces its bearer. */
const ENOUGH = 2;
/** Endings of English nouns that few surnames share. */
const NOUN = /(?:sion|tion|ment)s?$/i;
const GERMANIC = /^(?:de|nl|da|sv|nb|nn|no)\b/;

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

/** Whether a stranger bears the surname, and nobody of ours has been introduced. */
const isTaken = (bearers: readonly Bearer[], people: readonly number[]): boolean =>
  bearers.some((own) => own.person === undefined && !own.isVague && !own.isRelative) &&
  !bearers.some((own) => own.person !== undefined && people.includes(own.person));

class Page {
  readonly #lexicon: Lexicon;
  readonly #facts: PageFacts;
  /** By anchor. */
  readonly #bearers = new Map<number, Bearer[]>();
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
      const introduce = (candidate: Candidate, at: number) => {
        if ((candidate.doubt & DOUBT.anyTitle) === anyTitle) this.#introduce(candidate, at);
      };
      for (const candidate of title) introduce(candidate, -1);
      blocks.forEach((block, i) => {
        for (const candidate of block) introduce(candidate, i);
      });
    }
  }

  #introduce(candidate: Candidate, block: number): void {
    const { kind, people, anchor, text, title, doubt } = candidate;
    // "Joe Leigh Simpson" may be another than the dossier's Joe Simpson.
    const isOther = kind === "full" && (doubt & DOUBT.middle) !== 0;
    const other = isOther ? text : candidate.other;
    if (kind === "stranger" && !other) return;
    if (kind === "part" || (kind === "surname" && !title)) return;
    if (kind === "full" && doubt & DOUBT.quoted) return;
    const bearers = this.#bearers.get(anchor) ?? [];
    // "Omar Ellingworth joined. Captain Ellingworth left."
    if (doubt & DOUBT.anyTitle && isTaken(bearers, people)) return;
    this.#bearers.set(anchor, bearers);
    const person = isOther || other === "m" ? undefined : people[0];
    let bearer = bearers.find((own) => (person === undefined ? own.other === other : own.person === person));
    if (!bearer) {
      const by = kind === "surname" ? `${title} ${text}` : text;
      bearer = {
        ...(person === undefined ? { other: other ?? "" } : { person }),
        by,
        isVague: true,
        isRelative: true,
        blocks: [],
      };
      bearers.push(bearer);
    }
    if (kind === "full" && bearer.by.length < text.length && bearer.blocks.length === 0) bearer.by = text;
    bearer.blocks.push(block);
    if (person !== undefined || !(doubt & (DOUBT.capital | DOUBT.middle))) bearer.isVague = false;
    if (!(doubt & DOUBT.relative)) bearer.isRelative = false;
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
    /** Whom each surname was last used for in this block. */
    const current = new Map<number, Bearer>();
    for (const candidate of block) {
      const found = this.#resolveOne(candidate, index, current);
      if (found) mentions.push({ start: candidate.start, end: candidate.end, ...found });
    }
    return mentions;
  }

  #resolveOne(
    candidate: Candidate,
    block: number,
    current: Map<number, Bearer>,
  ): { person: number; reason: Reason } | undefined {
    const { kind, people, anchor, doubt, other } = candidate;
    let bearers = this.#bearers.get(anchor) ?? [];
    // Who is only somebody's relative is not talked of.
    const isAside = (doubt & DOUBT.kin) !== 0 && current.has(anchor);
    if (kind === "stranger") {
      const bearer = bearers.find((own) => own.other !== undefined && own.other === other);
      if (bearer && !bearer.isVague && !isAside) current.set(anchor, bearer);
      // "the elder Flynn" is ours where a "Flynn Jr." is on the page, and only there.
      const ours = bearers.find((own) => own.person !== undefined && people.includes(own.person));
      if (
        ours?.person === undefined ||
        !/^(?:elder|senior)$/.test(other ?? "") ||
        !bearers.some((own) => own.other === "jr")
      )
        return undefined;
      return { person: ours.person, reason: { type: "introduced", by: ours.by } };
    }
    if (kind === "alias") return { person: people[0] as number, reason: { type: "alias" } };
    if (kind === "full") {
      const person = this.#choose(people);
      const bearer = bearers.find((own) => own.person === person);
      if (bearer && !isAside) current.set(anchor, bearer);
      if (doubt & (DOUBT.quoted | DOUBT.middle) && !bearer) return undefined;
      if (doubt & DOUBT.genitive && /^en\b/.test(this.#facts.lang ?? "")) return undefined;
      return { person, reason: { type: "full-name" } };
    }
    if (doubt & DOUBT.genitive && !GERMANIC.test(this.#facts.lang ?? "")) return undefined;
    if (kind === "part") return this.#part(candidate, bearers);
    // In German "Ellingworth Geld" is subject and object.
    if (doubt & DOUBT.longer && !/^de\b/.test(this.#facts.lang ?? "")) return undefined;
    const bearerByTitle = bearers.find((own) => own.person === people[0]);
    if (candidate.title && (bearerByTitle || !(doubt & DOUBT.anyTitle))) {
      const person = people[0] as number;
      const bearer = bearerByTitle;
      if (bearer) current.set(anchor, bearer);
      return { person, reason: { type: "title", title: candidate.title } };
    }
    if (doubt & DOUBT.ahead) {
      const known = bearers.filter((own) => own === current.get(anchor) || own.blocks.some((at) => at < block));
      if (!known.length && bearers.some((own) => own.person !== undefined)) return undefined;
      bearers = known;
    }
    const bearer = this.#introducedBearer(candidate, bearers, block, current.get(anchor));
    if (bearer) {
      if (bearer.person === undefined) return undefined;
      current.set(anchor, bearer);
      return { person: bearer.person, reason: { type: "introduced", by: bearer.by } };
    }
    return this.#fromContext(candidate, bearers);
  }

  /** A part of a name: whoever of ours is named in full somewhere on the page, if nobody else bears it. */
  #part({ people, doubt }: Candidate, bearers: readonly Bearer[]): { person: number; reason: Reason } | undefined {
    const named = people.filter((person) => this.#named.has(person));
    const [person] = named;
    if (person === undefined || named.length > 1 || doubt & (DOUBT.neighbour | DOUBT.given | DOUBT.lower))
      return undefined;
    if (bearers.some((own) => own.person !== person)) return undefined;
    return { person, reason: { type: "introduced", by: this.#named.get(person)?.by ?? "" } };
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
    return Math.max(0, ...this.#person(person).casts.map((cast) => this.#castCount.get(cast)?.size ?? 0));
  }

  /** Which introduced bearer of the surname a bare one means; undefined if none was introduced. */
  #introducedBearer(
    candidate: Candidate,
    bearers: readonly Bearer[],
    block: number,
    current: Bearer | undefined,
  ): Bearer | undefined {
    const all = bearers.filter((own) => own.person === undefined || candidate.people.includes(own.person));
    const firm = all.filter((own) => !own.isVague);
    const fitting = firm.length ? firm : all;
    const ours = fitting.filter((own) => own.person !== undefined);
    if (!ours.length) {
      // Where the story makes the surname plain a stranger takes only the names beside their own.
      return this.#isStory(candidate) ? current : fitting[0];
    }
    if (candidate.doubt & DOUBT.given && candidate.doubt & DOUBT.capital && fitting.length > ours.length)
      return fitting.find((own) => own.person === undefined);
    if (fitting.length === 1) return ours[0];
    if (current) return current;
    // Nearest introduction before, in this block or the one before; the page's main subject otherwise.
    let best: Bearer | undefined;
    let most = -1;
    for (const bearer of fitting) {
      const near = bearer.blocks.filter((at) => at <= block && at >= block - 1).length;
      const plain = bearer.person !== undefined && this.#isStory(candidate) ? 2 : 0;
      const score = bearer.blocks.length + near + plain + (bearer === fitting[0] ? 0.5 : 0);
      if (score > most) {
        most = score;
        best = bearer;
      }
    }
    return best;
  }

  #isStory(candidate: Candidate): boolean {
    return candidate.people.some((index) => this.#person(index).traits & TRAIT.story);
  }

  /** A surname whose bearer the page never introduces: the story must make it plain. */
  #fromContext(candidate: Candidate, bearers: readonly Bearer[]): { person: number; reason: Reason } | undefined {
    const { doubt, words, people } = candidate;
    const person = this.#choose(people);
    // Of two cast members with one surname none is plain, unless others of their story are here.
    if (people.some((own) => own !== person && this.#company(own) === this.#company(person))) return undefined;
    const { traits, casts } = this.#person(person);
    const others = casts.flatMap((cast) => [...(this.#castCount.get(cast) ?? [])]).filter((own) => own !== person);
    let points = Math.min(2, words.length) + Math.min(2, new Set(others).size);
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
    if (bearers.some((own) => own.person === undefined)) points -= 2;
    // "Sessions begin at nine": first in a sentence, a surname formed like an English noun needs the story beside it.
    if (doubt & DOUBT.capital && NOUN.test(candidate.text) && !words.length && !others.length) points -= 1;
    if (points < ENOUGH) return undefined;
    const names = [...new Set(others)].slice(0, 3).map((own) => this.#person(own).name);
    return { person, reason: { type: "context", words: [...words.slice(0, 3), ...names].slice(0, 4) } };
  }
}
