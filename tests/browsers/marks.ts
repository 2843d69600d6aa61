import type { Page } from "puppeteer";

interface Mark {
  text: string;
  /** Middle of its first line box in CSS pixels of the viewport; absent where it is not laid out. */
  place?: { x: number; y: number };
}

/** The marks of a page's top document in document order, those inside shadow roots after them. */
function marksOf(page: Page, wanted?: string): Promise<Mark[]> {
  return page.evaluate((text) => {
    const live: Range[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      if (!name.startsWith("dramatis")) continue;
      for (const range of highlight) {
        const copy = document.createRange();
        copy.setStart(range.startContainer, range.startOffset);
        copy.setEnd(range.endContainer, range.endOffset);
        if (text === undefined || copy.toString() === text) live.push(copy);
      }
    }
    // Ranges of different trees cannot be compared.
    const root = (range: Range) => range.startContainer.getRootNode();
    live.sort((a, b) =>
      root(a) === root(b)
        ? a.compareBoundaryPoints(Range.START_TO_START, b)
        : Number(root(b) === document) - Number(root(a) === document),
    );
    return live.map((range) => {
      const rect = text === undefined ? undefined : range.getClientRects()[0];
      return {
        text: range.toString(),
        ...(rect && { place: { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } }),
      };
    });
  }, wanted);
}

/** The marked names of a page's top document, in document order, as the page itself can see them. */
export async function markedNames(page: Page): Promise<string[]> {
  return (await marksOf(page)).map(({ text }) => text);
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
export async function placeOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number } | undefined> {
  return (await marksOf(page, text))[nth]?.place;
}
