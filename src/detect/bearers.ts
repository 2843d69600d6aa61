/** Somebody of one surname of whom the page speaks: a person of ours, or a stranger by what sets them apart. */
export interface Bearer {
  person?: number;
  /** The name that introduced them; "": the story alone told of them. */
  by: string;
  /** A stranger read only where any word has a capital: may be none. */
  isVague: boolean;
  /** A stranger named only as somebody's relative. */
  isRelative: boolean;
  /** Introductions, and uses of the bare surname, in what has been read. */
  named: number;
  bare: number;
  /** How many of that surname the page introduces before. */
  rank: number;
  /** Block of the last use that has been read. */
  last: number;
}

/** Less than the block before the title, which is block -1. */
const NEVER = -9;

/** So many people, and no more, are sought one by one. */
const FEW = 4;

/** A stranger who is surely some, and of whom the page speaks for their own sake. */
const isApart = (bearer: Bearer): boolean => bearer.person === undefined && !bearer.isVague && !bearer.isRelative;

/**
 * How often the surname was a person's, in what has been read. Who has it after one full name is who it is used for; who
 * is named in full again and again is not.
 */
const usesOf = ({ named, bare }: Bearer): number => bare + Math.min(named, bare + 1);

/**
 * Everybody who bears one surname on a page. First all introductions are noted, then the page is read in order. Each step
 * takes the same time however many strangers there are, and for people of ours of one surname as long as their list.
 */
export class Bearers {
  /** By the number of a person of ours, or by what sets a stranger apart. */
  readonly #all = new Map<number | string, Bearer>();
  readonly #ours: Bearer[] = [];
  /** Strangers who are surely some, and those of them who are more than somebody's relatives. */
  #firm = 0;
  #apart = 0;
  /** The first stranger, however vague. */
  #stranger: Bearer | undefined;
  /** Who is introduced first for their own sake, and who was read first. */
  #first: Bearer | undefined;
  #firstRead: Bearer | undefined;
  /** The stranger most used in what has been read. */
  #mostUsed: Bearer | undefined;
  /** The stranger used last, and whom the surname was last used for. */
  #lastStranger: Bearer | undefined;
  #last: Bearer | undefined;
  /** That last use was of the bare surname. */
  #isBare = false;
  /** Somebody has been read, be it a vague stranger. */
  isRead = false;

  /** Notes an introduction: of a person of ours by number, or of a stranger by what sets them apart. */
  introduce(who: number | string, by: string, isVague: boolean, isRelative: boolean): Bearer {
    const bearer = this.enter(who, by);
    const wasApart = isApart(bearer);
    const wasVague = bearer.isVague;
    bearer.isVague &&= isVague;
    bearer.isRelative &&= isRelative;
    if (bearer.isVague) return bearer;
    if (!bearer.isRelative) this.#first ??= bearer;
    if (bearer.person !== undefined) return bearer;
    if (wasVague) this.#firm += 1;
    if (!wasApart && isApart(bearer)) this.#apart += 1;
    return bearer;
  }

  /** The bearer noted so, new if need be; of whom nobody introduces (`by` is "") only the story tells. */
  enter(who: number | string, by: string): Bearer {
    let bearer = this.#all.get(who);
    if (bearer) return bearer;
    bearer = { by, isVague: true, isRelative: true, named: 0, bare: 0, last: NEVER, rank: this.#all.size };
    this.#all.set(who, bearer);
    if (typeof who === "number") {
      bearer.person = who;
      this.#ours.push(bearer);
    } else this.#stranger ??= bearer;
    return bearer;
  }

  /** A person of ours, or a certain stranger, if the page introduces them. */
  introduced(who: number | string | undefined): Bearer | undefined {
    const bearer = who === undefined ? undefined : this.#all.get(who);
    return bearer?.by ? bearer : undefined;
  }

  /** Those of `people` of whom the page speaks, in the order in which it introduces them. */
  ours(people: readonly number[]): Bearer[] {
    // Looking through a list of numbers is quick, for a few of the people.
    if (this.#ours.length > FEW) {
      const found = people.flatMap((person) => this.#all.get(person) ?? []);
      return found.sort((a, b) => a.rank - b.rank);
    }
    return this.#ours.filter(({ person }) => people.includes(person as number));
  }

  get hasOurs(): boolean {
    return this.#ours.length > 0;
  }

  /** Whether there is anybody but this person. */
  hasOthersThan(person: number): boolean {
    return this.#all.size > (this.#all.has(person) ? 1 : 0);
  }

  get hasStrangers(): boolean {
    return this.#stranger !== undefined;
  }

  /** Whether all strangers are known only as somebody's relatives, for sure. */
  get hasRelativesOnly(): boolean {
    return this.#apart === 0 && this.#firm > 0 && this.#firm === this.#all.size - this.#ours.length;
  }

  /** Whether some stranger is no doubt one. */
  get hasFirmStrangers(): boolean {
    return this.#firm > 0;
  }

  /** Whether some stranger is no doubt one, and not just somebody's relative. */
  get hasStrangersApart(): boolean {
    return this.#apart > 0;
  }

  /** Reads on: the page names this bearer in a block, in full or by the bare surname. */
  use(bearer: Bearer, block: number, isBare: boolean): void {
    this.isRead = true;
    if (isBare) bearer.bare += 1;
    else bearer.named += 1;
    bearer.last = block;
    if (bearer.isVague && bearer.person === undefined) return;
    this.#firstRead ??= bearer;
    this.#last = bearer;
    this.#isBare = isBare;
    if (bearer.person !== undefined) return;
    // A relative who comes in beside somebody hides nobody.
    if (!bearer.isRelative || !this.#lastStranger) this.#lastStranger = bearer;
    if (!this.#mostUsed || usesOf(bearer) > usesOf(this.#mostUsed)) this.#mostUsed = bearer;
  }

  /**
   * Whom the bare surname means in a block, of some people of ours and all strangers. `bonus` speaks for people of ours.
   */
  meant(ours: readonly Bearer[], block: number, bonus: number): Bearer | undefined {
    const isOpen = (bearer: Bearer) => bearer.person === undefined || ours.includes(bearer);
    if (!this.#firstRead) {
      // A headline: whoever is introduced first, but a story's people before strangers.
      if (this.#first && !bonus && isOpen(this.#first)) return this.#first;
      return ours[0] ?? this.#stranger;
    }
    const last = this.#last;
    // As long as the text goes on about somebody, the surname is theirs.
    if (this.#isBare && last && last.last >= block - 1 && isOpen(last)) return last;
    const strangers = [this.#firstRead, this.#mostUsed, this.#lastStranger].filter((own) => own?.person === undefined);
    let best = this.#stranger;
    let highest = -1;
    for (const bearer of [...strangers, ...ours]) {
      const score = bearer ? this.#score(bearer, block, bonus) : -1;
      if (score > highest) {
        highest = score;
        best = bearer;
      }
    }
    return best;
  }

  #score(bearer: Bearer, block: number, bonus: number): number {
    const isStranger = bearer.person === undefined;
    // Who has just been introduced is talked of, but not a relative of somebody's.
    const near = bearer.last >= block - 1 && !bearer.isRelative ? 1 : 0;
    return usesOf(bearer) + near + (bearer === this.#firstRead ? 0.5 : 0) + (isStranger ? 0 : bonus);
  }
}
