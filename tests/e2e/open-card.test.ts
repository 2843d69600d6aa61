/** A card that the reader keeps open while its dossier is updated: real extension, a feed on a loopback server. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { placeOfMark } from "../browsers/marks.ts";
import { boxInside } from "../card-suite/inside.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { marked, openNews } from "../ui/live/card.ts";
import { feedHost } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { pause, press, says, until } from "../ui/live/reader.ts";
import { CASTS, WORDS } from "../ui/live/story.ts";

describe.each(BROWSERS)("a card that stays open in %s", (kind) => {
  let server: TestServer;
  let session: Session;

  beforeAll(async () => {
    server = await serve();
    session = await launch(kind);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  const saysInCard = (page: Page, words: string) =>
    until(
      `“${words}” in the card`,
      () => cardText(page),
      (now) => Boolean(now?.includes(words)),
    );

  it("tells of a statement that it was withdrawn while the card was pinned", async () => {
    const feed = await feedHost(server, "/pinned", CASTS[0]!);
    await feed.publish(1);
    const reader = await OptionsPage.open(session);
    const row = await reader.add(feed);
    const page = await openNews(session, feed.pageAddress);
    await marked(page, [feed.cast.speaker, feed.cast.other]);
    await pause(300);
    const { x, y } = (await placeOfMark(page, feed.cast.speaker))!;
    await page.mouse.move(x, y, { steps: 3 });
    expect(await saysInCard(page, WORDS.withdrawn)).not.toContain("Withdrawn on");
    const pin = (await boxInside(page, { tag: "button", with: { "data-act": "pin" } }))!;
    await page.mouse.click((pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2);

    await feed.publish(2);
    await reader.page.bringToFront();
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    await page.bringToFront();
    const card = await saysInCard(page, "Withdrawn on");
    expect(card).toContain(WORDS.reason);
    await page.close();
    await reader.page.close();
  });
});
