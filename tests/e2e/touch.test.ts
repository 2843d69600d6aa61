/** The reader with a finger: taps, long presses, and nothing that only a hovering pointer would tell. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { boxInside } from "../card-suite/inside.ts";
import { overlap, Reader, until, wait } from "../card-suite/reader.ts";
import { type PageServer, servePages } from "../card-suite/serve.ts";

const BODY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title></head>
<body style="font:18px/1.6 serif"><p>Then Jeff Sessions spoke, and <a id="link" href="#there">Sergey Kislyak</a> listened.</p>
<p>${"The hearing went on. ".repeat(200)}</p></body></html>`;

describe.each(BROWSERS)("by touch in %s", (kind) => {
  let session: Session;
  let server: PageServer;
  let page: Page;
  let reader: Reader;

  beforeAll(async () => {
    server = await servePages();
    session = await launch(kind);
    page = await session.browser.newPage();
    await page.setViewport({ width: 390, height: 760, hasTouch: true });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await page.goto(server.add({ body: BODY }));
    await page.bringToFront();
    reader = new Reader(page);
    await reader.marked(2);
  });

  const middle = async (text: string) => {
    const box = (await reader.linesOf(text))[0]!;
    return { box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  };
  const says = (part: string) => until(`"${part}"`, async () => (await cardText(page))?.includes(part));

  it("opens on a tap, beside the name, inside the view", async () => {
    const { box, x, y } = await middle("Jeff Sessions");
    await page.touchscreen.tap(x, y);
    await says("Attorney General");
    const card = await reader.opened();
    expect(overlap(card, box)).toBe(false);
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(390);
  });

  it("stays while the finger reads, and goes with a tap beside it", async () => {
    const { x, y } = await middle("Jeff Sessions");
    await page.touchscreen.tap(x, y);
    const card = await reader.opened();
    await page.touchscreen.tap((card.left + card.right) / 2, card.top + 90);
    await reader.staysOpen(900);
    await page.touchscreen.tap(200, card.bottom > 600 ? 8 : 740);
    await reader.closed(1500);
  });

  it("a tap on a linked name follows the link and opens nothing", async () => {
    const { x, y } = await middle("Sergey Kislyak");
    await page.touchscreen.tap(x, y);
    await until("the link", () => page.evaluate(() => location.hash === "#there"));
    await reader.staysClosed(900);
  });

  it("a long press on a linked name opens its card and follows nothing", async () => {
    const { x, y } = await middle("Sergey Kislyak");
    const finger = await page.touchscreen.touchStart(x, y);
    await says("Ambassador");
    await finger.end();
    await wait(500);
    expect(await page.evaluate(() => location.hash)).toBe("");
    await reader.opened();
  });

  it("the same holds once the card's code is there", async () => {
    const name = await middle("Jeff Sessions");
    await page.touchscreen.tap(name.x, name.y);
    const card = await reader.opened();
    const { x, y } = await middle("Sergey Kislyak");
    if (card.top < y && card.bottom > y) await page.touchscreen.tap(200, card.bottom > 600 ? 8 : 740);
    const finger = await page.touchscreen.touchStart(x, y);
    await says("Ambassador");
    await finger.end();
    await wait(500);
    expect(await page.evaluate(() => location.hash)).toBe("");
    await page.touchscreen.tap(x, y);
    await until("the link", () => page.evaluate(() => location.hash === "#there"));
  });

  it("scrolling with the finger opens nothing", async () => {
    const { x, y } = await middle("Jeff Sessions");
    const finger = await page.touchscreen.touchStart(x, y);
    for (let i = 1; i < 8; i++) await finger.move(x, y + i * 9);
    await finger.end();
    await reader.staysClosed(900);
  });

  it("the buttons of the card work by tap", async () => {
    const { x, y } = await middle("Jeff Sessions");
    await page.touchscreen.tap(x, y);
    await says("Attorney General");
    const close = (await boxInside(page, { tag: "button", with: { "aria-label": "Close" } }))!;
    expect(close.right - close.left).toBeGreaterThanOrEqual(24);
    await page.touchscreen.tap((close.left + close.right) / 2, (close.top + close.bottom) / 2);
    await reader.closed(1500);
  });
});
