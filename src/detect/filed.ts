import { atOnce, type Steps } from "../dossier/slices.ts";
import { drawerOf } from "./bloom.ts";
import { type Compiled, wordLists } from "./compile.ts";
import { filterSteps } from "./filter.ts";
import { fileForms, lookupForms } from "./forms.ts";
import { addAnchor, type Lexicon, type LexiconBody, openLexicon, type PersonEntry, type Phrase } from "./lexicon.ts";

/** Anchors a drawer: some 4 KB of JSON, so that a page's few dozen names cost a few dozen small reads. */
const ANCHORS_A_DRAWER = 2;

/** Anchors that are filed between two looks at the clock: less than a millisecond of work. */
const ANCHORS_A_STEP = 50;

/** A lexicon too big for pages, in pieces: each anchor with its phrases and people lies in the drawers of its forms. */
export interface FiledLexicon {
  /** What pages get instead; see `filter.ts`. */
  filter: string;
  head: FiledHead;
  /** As JSON; one by one, since all together are many megabytes. */
  drawers(): Generator<string, void>;
}

export interface FiledHead {
  flags: string;
  casts: LexiconBody["casts"];
  /** How many drawers there are. */
  drawers: number;
}

interface Drawer {
  anchors: [anchor: number, entry: string, phrases: readonly Phrase[]][];
  people: [index: number, person: PersonEntry][];
}

/** Files what was compiled, in one go. */
export const fileLexicon = (compiled: Compiled): FiledLexicon => atOnce(fileSteps(compiled));

/** The same, yielding wherever others may go first. */
export function* fileSteps(compiled: Compiled): Steps<FiledLexicon> {
  const { body, entries, flags } = compiled;
  const count = Math.max(1, Math.ceil(entries.length / ANCHORS_A_DRAWER));
  const filed: number[][] = Array.from({ length: count }, () => []);
  for (const [anchor, entry] of entries.entries()) {
    for (const drawer of new Set(fileForms(entry).map((form) => drawerOf(form, count)))) filed[drawer]?.push(anchor);
    if (anchor % ANCHORS_A_STEP === 0) yield;
  }
  return {
    filter: yield* filterSteps(compiled),
    head: { flags, casts: body.casts, drawers: count },
    *drawers() {
      for (const anchors of filed) {
        const people = new Set(anchors.flatMap((anchor) => (body.phrases[anchor] ?? []).map(([, , person]) => person)));
        const drawer: Drawer = {
          anchors: anchors.map((anchor) => [anchor, entries[anchor] ?? "", body.phrases[anchor] ?? []]),
          people: [...people].filter((index) => index >= 0).map((index) => [index, body.people[index] as PersonEntry]),
        };
        yield JSON.stringify(drawer);
      }
    },
  };
}

/**
 * The part of a filed lexicon that some words need; it grows by asking. On a text of which all words that may be
 * anchors have been asked for, it finds what the whole lexicon would find, under the same numbers.
 */
export class PartOfLexicon {
  readonly #head: FiledHead;
  readonly #read: (drawers: readonly number[]) => Promise<readonly (string | undefined)[]>;
  readonly #known = new Set<number>();
  readonly #anchors = new Map<string, number>();
  readonly #people: PersonEntry[] = [];
  readonly #phrases: Phrase[][] = [];
  readonly #entries: string[] = [];
  readonly lexicon: Lexicon;

  /** `read` gets drawers by number. */
  constructor(head: FiledHead, read: (drawers: readonly number[]) => Promise<readonly (string | undefined)[]>) {
    this.#head = head;
    this.#read = read;
    const index = { anchors: this.#anchors, lower: head.flags.includes("l"), otherScripts: head.flags.includes("s") };
    const lists = openLexicon(index, `{}\n${wordLists()}`);
    const body: LexiconBody = { people: this.#people, phrases: this.#phrases, casts: head.casts };
    this.lexicon = { ...index, body, people: this.#people, is: lists.is };
  }

  /** How many drawers it holds. */
  get size(): number {
    return this.#known.size;
  }

  /** Adds every anchor that one of these words of a text may be. Rejects where drawers cannot be read. */
  async learn(words: Iterable<string>): Promise<void> {
    const wanted = new Set<number>();
    for (const word of words) for (const form of lookupForms(word)) wanted.add(drawerOf(form, this.#head.drawers));
    const missing = [...wanted].filter((drawer) => !this.#known.has(drawer));
    if (missing.length === 0) return;
    const found = await this.#read(missing);
    missing.forEach((drawer, i) => {
      const text = found[i];
      if (text === undefined) throw new Error(`drawer ${drawer} of the names is missing`);
      this.#add(JSON.parse(text) as Drawer);
      this.#known.add(drawer);
    });
  }

  /** The forms under which an anchor is filed that was asked for. */
  formsOf(anchor: number): string[] {
    return fileForms(this.#entries[anchor] ?? "");
  }

  #add({ anchors, people }: Drawer): void {
    for (const [index, person] of people) this.#people[index] ??= person;
    for (const [anchor, entry, phrases] of anchors) {
      if (this.#phrases[anchor]) continue;
      this.#phrases[anchor] = [...phrases];
      this.#entries[anchor] = entry;
      addAnchor(this.#anchors, anchor, entry);
    }
  }
}
