/** Popup and options of the built extension: axe in both themes, and everything by keyboard alone. */
import { readFile } from "node:fs/promises";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { placeOfMark } from "../browsers/marks.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { marked, openNews } from "../ui/live/card.ts";
import { type FeedHost, feedHost } from "../ui/live/feed-host.ts";
import { allStops, controlCount, focusOn, tabTo } from "../ui/live/keyboard.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { closePopup, openPopup, saysOfPage } from "../ui/live/popup.ts";
import { control, press, says, until } from "../ui/live/reader.ts";
import { CASTS } from "../ui/live/story.ts";

const AXE = await readFile("node_modules/axe-core/axe.min.js", "utf8");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // Colours half-way between two themes are nobody's.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const result = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  });
}

describe.each(BROWSERS)("popup and options in %s", (kind) => {
  const [cast] = CASTS;
  let server: TestServer;
  let session: Session;
  let feed: FeedHost;
  let news: Page;

  beforeAll(async () => {
    server = await serve();
    feed = await feedHost(server, "/feed", cast);
    await feed.publish(1);
    session = await launch(kind);
    news = await openNews(session, feed.pageAddress);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  it("adds, updates and removes a feed by keyboard alone", async () => {
    const { page } = await OptionsPage.open(session);
    await tabTo(page, "Feed address");
    await page.keyboard.type(feed.address);
    // The yes is to what is shown, and the button's alone.
    await control(page, "region", "What this feed holds");
    await tabTo(page, "Add feed");
    await page.keyboard.press("Enter");
    const row = await control(page, "row", feed.title);
    await says(row, "was added at version 1");
    await feed.publish(2);
    await tabTo(page, `${feed.title} / Check now`);
    await page.keyboard.press("Enter");
    await says(row, "was updated from version 1 to 2.");
    await tabTo(page, `${feed.title} / Remove`);
    await page.keyboard.press(" ");
    await focusOn(page, "Keep");
    await page.keyboard.press("Escape");
    await focusOn(page, `${feed.title} / Remove`);
    await page.keyboard.press("Enter");
    await focusOn(page, "Keep");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await focusOn(page, "Undo");
    await page.keyboard.press("Enter");
    const back = await control(page, "row", feed.title);
    await focusOn(page, "Feeds");
    await tabTo(page, `${feed.title} / What changed`);
    await page.keyboard.press("Enter");
    await says(back, "Withdrawn statement:");
    await page.close();
  });

  it("changes settings by keyboard alone", async () => {
    const { page } = await OptionsPage.open(session);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await tabTo(page, "As the system");
    await page.keyboard.press("ArrowDown");
    await until("light", theme, (now) => now === "light");
    await page.keyboard.press("ArrowUp");
    await until("the system's", theme, (now) => now === undefined);
    await tabTo(page, "Site to add");
    await page.keyboard.type("bank.example");
    await page.keyboard.press("Enter");
    await control(page, "button", "Remove bank.example");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await focusOn(page, "Remove bank.example");
    await page.keyboard.press("Enter");
    await says(page, "None yet.");
    await page.close();
  });

  it("reaches every control of the options by Tab, and shows where the focus is", async () => {
    const { page } = await OptionsPage.open(session);
    await control(page, "row", feed.title);
    const stops = await allStops(page);
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
    expect(stops.length).toBe(await controlCount(page));
    await page.close();
  });

  it("uses the popup by keyboard alone", async () => {
    await news.bringToFront();
    await marked(news, [cast.speaker, cast.other]);
    let popup = await openPopup(session, news);
    await saysOfPage(popup, "2 people on this page");
    const stops = await allStops(popup);
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
    expect(stops.length).toBe(await controlCount(popup));
    // In Firefox the focus has gone on to the window by now.
    await closePopup(popup);
    popup = await openPopup(session, news);
    await saysOfPage(popup, "2 people on this page");
    await tabTo(popup, "On this site");
    await popup.keyboard.press(" ");
    await marked(news, []);
    await popup.keyboard.press(" ");
    await marked(news, [cast.speaker, cast.other]);
    await saysOfPage(popup, "2 people on this page");
    await news.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tabTo(popup, new RegExp(`^${cast.speaker} named`));
    await popup.keyboard.press("Enter");
    await until(
      "the mention in view",
      () => placeOfMark(news, cast.speaker),
      (place) => place !== undefined && place.y > 0,
    );
    await closePopup(popup);
  });

  it.each(["Light", "Dark"])("gives axe nothing to find in the theme %s", async (theme) => {
    const reader = await OptionsPage.open(session);
    await (await control(reader.page, "radio", theme)).click();
    await until(
      "the theme",
      () => reader.page.evaluate(() => document.documentElement.dataset.theme),
      (now) => now === theme.toLowerCase(),
    );
    const row = await reader.row(feed.title);
    await (await row.waitForSelector("summary"))!.click();
    await says(row, "Withdrawn statement:");
    expect(await violations(reader.page)).toEqual([]);
    await reader.typeAddress(`${server.origin}/nothing.json`);
    await press(reader.page, "button", "Add feed");
    await reader.page.waitForSelector("[role=alert]");
    await press(row, "button", "Remove");
    await reader.page.waitForSelector("[role=alertdialog]:modal");
    expect(await violations(reader.page)).toEqual([]);
    await reader.page.close();

    for (const [address, words] of [
      [feed.pageAddress, "2 people on this page"],
      ["about:blank", /cannot be annotated|Nobody/],
    ] as const) {
      await news.goto(address);
      const popup = await openPopup(session, news);
      await saysOfPage(popup, words);
      expect(await violations(popup)).toEqual([]);
      await closePopup(popup);
    }
  });
});
