/** Width of a text in pixels. */
export type Measure = (text: string) => number;

/** A label cut to fewer letters than this says nothing. */
const FEWEST_LETTERS = 4;
/** So much of a long compound is read as one: it may be cut within. */
const LONG_WORD = 10;
const DOTS = "…";

/**
 * The longest beginning of `text` that fits `width` with the dots that say "cut": whole words, but for a word so long
 * that its beginning says more than what stands before it. Empty when too little would be left to read.
 */
export function fitLabel(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let least = 0;
  let most = letters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(letters.slice(0, middle).join("").trimEnd() + DOTS) <= width) least = middle;
    else most = middle - 1;
  }
  const fitting = letters.slice(0, least).join("");
  const word = text[fitting.length] === " " ? fitting.length : fitting.lastIndexOf(" ");
  const isLong = fitting.length - word > Math.max(LONG_WORD, word);
  const shown = (isLong ? fitting : fitting.slice(0, Math.max(word, 0))).replace(/[\s,;:–—-]+$/u, "");
  return [...shown].length < FEWEST_LETTERS ? "" : shown + DOTS;
}

/** Measures with the browser's own font metrics, each text once. */
export function textMeasure(font: string): Measure {
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  context.font = font;
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
}
