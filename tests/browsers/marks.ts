import type { Page } from "puppeteer";

/** The marked names of a page's top document, in document order, as the page itself can see them. */
export function markedNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ranges: AbstractRange[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      if (name.startsWith("dramatis")) ranges.push(...highlight);
    }
    const live = ranges.map((range) => {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      return copy;
    });
    live.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return live.map(String);
  });
}

/** Waits until the number of marks has not changed for `quiet` ms, and returns the names. Throws after `limit` ms. */
export async function settledNames(page: Page, quiet = 300, limit = 10_000): Promise<string[]> {
  const end = Date.now() + limit;
  let names = await markedNames(page);
  let since = Date.now();
  while (Date.now() - since < quiet) {
    if (Date.now() > end) throw new Error(`marks still change after ${limit} ms`);
    await new Promise((done) => setTimeout(done, 50));
    const now = await markedNames(page);
    if (now.join("\n") !== names.join("\n")) since = Date.now();
    names = now;
  }
  return names;
}

/** Where the nth mark with this text is, in CSS pixels of the viewport: the middle of its first line box. */
export function placeOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number } | undefined> {
  return page.evaluate(
    (wanted, index) => {
      const hits: Range[] = [];
      for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
        if (!name.startsWith("dramatis")) continue;
        for (const range of highlight) {
          const copy = document.createRange();
          copy.setStart(range.startContainer, range.startOffset);
          copy.setEnd(range.endContainer, range.endOffset);
          if (copy.toString() === wanted) hits.push(copy);
        }
      }
      hits.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const rect = hits[index]?.getClientRects()[0];
      return rect && { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    text,
    nth,
  );
}
