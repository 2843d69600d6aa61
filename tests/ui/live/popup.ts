/** The popup over a page: the real one where the browser lets a test open it, else as a tab beside the page. */
import type { Page } from "puppeteer";
import type { Session } from "../../browsers/launch.ts";
import { pause, until } from "./reader.ts";

/** Chromium: a click on the toolbar button. Firefox: no protocol reaches its popups, so the page in a tab. */
export async function openPopup(session: Session, page: Page): Promise<Page> {
  await page.bringToFront();
  if (session.kind === "firefox") return session.open("popup.html", "main > *");
  const id = new URL(session.url("")).host;
  const extension = (await session.browser.extensions()).get(id)!;
  const opened = session.browser.waitForTarget((target) => target.url() === session.url("popup.html"));
  await extension.triggerAction(page);
  const popup = await (await opened).asPage();
  await popup.waitForSelector("main > *");
  return popup;
}

/** Once the popup has made up its mind about the page: its text. */
export function saysOfPage(popup: Page, words: string | RegExp): Promise<string> {
  return until(
    `“${words}” in the popup`,
    // biome-ignore lint/performance/useDomNodeTextContent: what counts is what the reader sees.
    () => popup.$eval("main", (main) => (main as HTMLElement).innerText),
    (text) => (typeof words === "string" ? text.includes(words) : words.test(text)),
  );
}

/** Chromium closes a real popup when the page is clicked; here it is closed by hand. */
export async function closePopup(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.close();
  await pause(100);
}
