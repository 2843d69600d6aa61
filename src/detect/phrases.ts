import type { Phrase } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** The phrases of one anchor by what they need beside it, so that a name is compared with few of them. */
export interface PhraseIndex {
  /** Those of which the given name may stand before: surnames, and parts of names. */
  surnames: readonly Phrase[];
  handles: readonly Phrase[];
  /** The others that begin and end with the anchor. */
  alone: readonly Phrase[];
  /** The others by the word right before the anchor, or else the one right after it. */
  before: ReadonlyMap<string, Phrase[]>;
  after: ReadonlyMap<string, Phrase[]>;
}

const made = new WeakMap<readonly Phrase[], PhraseIndex>();

/** The index of an anchor's phrases; made when first asked. */
export function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  let index = made.get(phrases);
  if (!index) {
    index = makeIndex(phrases);
    made.set(phrases, index);
  }
  return index;
}

function makeIndex(phrases: readonly Phrase[]): PhraseIndex {
  const before = new Map<string, Phrase[]>();
  const after = new Map<string, Phrase[]>();
  const file = (map: Map<string, Phrase[]>, word: string, phrase: Phrase) =>
    map.get(word)?.push(phrase) ?? map.set(word, [phrase]);
  const rest = phrases.filter(([, , , kind]) => kind !== "surname" && kind !== "part" && kind !== "handle");
  for (const phrase of rest) {
    const left = phrase[0].at(-1);
    const right = phrase[1][0];
    if (left !== undefined) file(before, left, phrase);
    else if (right !== undefined) file(after, right, phrase);
  }
  return {
    surnames: phrases.filter(([, , , kind]) => kind === "surname" || kind === "part"),
    handles: phrases.filter(([, , , kind]) => kind === "handle"),
    alone: rest.filter(([left, right]) => left.length + right.length === 0),
    before,
    after,
  };
}

const NONE: readonly Phrase[] = [];

/** The phrases, neither surnames nor handles, that may stand between these neighbours of an anchor. */
export function candidatesOf(index: PhraseIndex, left: Token | undefined, right: Token | undefined): readonly Phrase[] {
  const byLeft = (left && index.before.size > 0 && index.before.get(left.folded)) || NONE;
  const byRight = (right && index.after.size > 0 && index.after.get(right.folded)) || NONE;
  if (byLeft.length + byRight.length === 0) return index.alone;
  return [...index.alone, ...byRight, ...byLeft];
}

const JOINED = /^ ?$|^-$|^\. ?$|^['’‘ʼ´`]$|^\u2028$/;

/** Whether `words` follow one another from the anchor on, or with `step` -1 up to it; only a space, hyphen, full stop or apostrophe parts them. */
export function joins(tokens: readonly Token[], words: readonly string[], step: 1 | -1 = 1): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[i];
    if (!token || token.folded !== words[step > 0 ? i : words.length - 1 - i]) return false;
    if (token.gap !== " " && !JOINED.test(token.gap)) return false;
    // "Gabriel Garcia. Marquez" are two sentences, "St. John" is none.
    if (token.gap === ". " && step < 0 && token.raw.length > 3) return false;
  }
  return true;
}
