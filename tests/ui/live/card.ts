import type { Page } from "puppeteer";
import { cardText } from "../../browsers/card-text.ts";
import type { Session } from "../../browsers/launch.ts";
import { markedNames, placeOfMark } from "../../browsers/marks.ts";
import { pause, until } from "./reader.ts";

/** Rests the pointer on a name; the text of its card, once it says `words`. The card is closed again. */
export async function cardOf(page: Page, name: string, words: string, limit = 10_000): Promise<string> {
  await page.bringToFront();
  await page.mouse.move(4, 4);
  await until(
    `a mark on ${name}`,
    () => placeOfMark(page, name),
    (place) => place !== undefined,
  );
  // Cards do not open right after the page has moved.
  await pause(300);
  const place = await placeOfMark(page, name);
  await page.mouse.move(place!.x, place!.y, { steps: 3 });
  const text = await until(
    `“${words}” in the card of ${name}`,
    () => cardText(page),
    (now) => Boolean(now?.includes(words)),
    limit,
  );
  await page.keyboard.press("Escape");
  await until(
    "the card to close",
    () => cardText(page),
    (now) => !now,
  );
  return text!;
}

/** Waits until exactly these names are marked, each at least once. */
export function marked(page: Page, names: readonly string[], limit = 10_000): Promise<string[]> {
  return until(
    `marks on ${names.join(", ") || "nobody"}`,
    async () => [...new Set(await markedNames(page))].sort(),
    (now) => now.join() === [...names].sort().join(),
    limit,
  );
}

/** A news page in a tab of its own. */
export async function openNews(session: Session, address: string): Promise<Page> {
  const page = await session.browser.newPage();
  await page.setViewport({ width: 900, height: 700 });
  await page.goto(address);
  return page;
}
