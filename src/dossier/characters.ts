/**
 * Which characters may stand in names, one-line labels and running text. Text that looks like one thing and is another
 * (reversed, invisible, padded) could put words into the wrong mouth; refused with the code point named.
 * After Unicode UAX #31 (joiners in context, section 2.3) and UTS #39 (default ignorable code points).
 */

/** Never needed in a name or label, unless an exception below says so: controls, separators, all default ignorables. */
const HIDDEN_IN_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\p{Noncharacter_Code_Point}]/gu;

/** Never needed in running text: controls but tab and line ends, bidirectional overrides, interlinear marks, tag characters. */
const HIDDEN_IN_TEXT =
  /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u206A-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;

/** Printable ASCII, what most texts are: spares them the long classes. */
const PLAIN = /^[ -~]*$/;

/** Scripts whose spelling needs the zero-width joiner or non-joiner. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const MONGOLIAN = /\p{Script=Mongolian}/u;
const TAKES_SELECTOR = /[\p{Script=Han}\p{Emoji}]/u;
const PICTOGRAPH_END = /\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier}/u;

/** The code point of the first character that a name or label must not hold, as "U+202E"; `undefined` when it is clean. */
export function hiddenInLine(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  for (const match of text.matchAll(HIDDEN_IN_LINE)) {
    if (!allowedInContext(text, match[0], match.index)) return codePoint(match[0]);
  }
  return undefined;
}

/** The same for running text, where joiners, marks of direction and soft hyphens are ordinary. */
export function hiddenInText(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  const match = HIDDEN_IN_TEXT.exec(text);
  return match ? codePoint(match[0]) : undefined;
}

/** Whether a text has at least two letters or digits: less would match everywhere, or nowhere. */
export function hasTwoLetters(text: string): boolean {
  return /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(text);
}

/** "U+202E" */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

function allowedInContext(text: string, character: string, index: number): boolean {
  const before = lastCharacter(text.slice(Math.max(0, index - 2), index));
  const next = text.codePointAt(index + character.length);
  const after = next === undefined ? "" : String.fromCodePoint(next);
  const code = character.codePointAt(0)!;
  // Zero-width non-joiner and joiner: Persian "علی‌رضا", Indic clusters; joiner also in emoji sequences.
  if (code === 0x200c) return JOINING.test(before) && JOINING.test(after);
  if (code === 0x200d) {
    if (PICTOGRAPH_END.test(before)) return /\p{Extended_Pictographic}/u.test(after);
    return JOINING.test(before) && (after === "" || after === " " || JOINING.test(after));
  }
  // Variation selectors: which form of a Han character or emoji is meant.
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return TAKES_SELECTOR.test(before);
  if (code >= 0x180b && code <= 0x180f) return MONGOLIAN.test(before);
  return false;
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? "";
}
