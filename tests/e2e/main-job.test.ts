/** The main job, end to end: what a reader does with Dramatis, in both browsers. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { markedNames, placeOfMark, settledNames } from "../browsers/marks.ts";
import { type Demo, serveDemo } from "../demo/server.ts";

const CAST = [
  "Jeff Sessions",
  "Sergey Kislyak",
  "Donald Trump",
  "Al Franken",
  "Patrick J. Leahy",
  "Sarah Isgur Flores",
];
const CAST_LATER = ["Joaquin Castro", "Adam Schiff", "Cory Booker", "John McCain", "Lindsey Graham", "Nancy Pelosi"];
const CAST_LAST = ["Elizabeth Warren", "Michael Flynn", "Mike Pence", "Bradd Jaffy"];
/** Of the statement that the demo's update adds, and words that stand on the same card in both versions. */
const ONLY_IN_UPDATE = "Graham said this for the case that Sessions spoke with the Russian diplomat";
const IN_BOTH = "special prosecutor";
const ALL = [...CAST, ...CAST_LATER, ...CAST_LAST];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function until<T>(what: string, get: () => Promise<T>, good: (value: T) => boolean, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  let value = await get();
  while (!good(value)) {
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)} after ${limit} ms`);
    await pause(50);
    value = await get();
  }
  return value;
}

describe.each(BROWSERS)("the main job in %s", (kind) => {
  let session: Session;
  let demo: Demo;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    demo = await serveDemo();
    session = await launch(kind);
    page = await session.browser.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
    });
    await page.setViewport({ width: 1280, height: 900 });
  });
  afterAll(async () => {
    await session?.close();
    await demo?.close();
  });

  async function openCard(name: string, nth = 0): Promise<string> {
    await page.bringToFront();
    await page.mouse.move(4, 4);
    await until(`a mark on ${name}`, () => placeOfMark(page, name, nth), Boolean);
    await page.evaluate((top) => scrollBy(0, top - innerHeight / 3), (await placeOfMark(page, name, nth))!.y);
    // Cards do not open while the page scrolls, nor right after.
    await pause(300);
    const place = await placeOfMark(page, name, nth);
    await page.mouse.move(place!.x, place!.y, { steps: 3 });
    const text = await until(
      `the card of ${name}`,
      () => cardText(page),
      (now) => Boolean(now?.includes("Timeline")),
    );
    return text!;
  }
  const closeCard = async () => {
    await page.keyboard.press("Escape");
    await until(
      "the card to close",
      () => cardText(page),
      (text) => !text,
    );
  };
  const isOn = (own: Page, name: string) =>
    own.$eval(
      `aria/${name}[role="switch"]`,
      (element) => (element as HTMLInputElement).ariaChecked ?? String((element as HTMLInputElement).checked),
    );

  it("underlines all people of the story and changes nothing in the page", async () => {
    const before = await fetch(demo.pageUrl).then((response) => response.text());
    await page.goto(demo.pageUrl);
    await page.waitForSelector(".comment");
    const names = await until(
      "all of the cast",
      () => markedNames(page),
      (now) => ALL.every((name) => now.includes(name)),
    );
    expect(names.length).toBeGreaterThanOrEqual(ALL.length);
    const annotated = await page.evaluate(() => document.documentElement.outerHTML);
    expect(before).toContain("<h1>Sessions under pressure");
    await page.goto("about:blank");
    const popup = await session.open("popup.html", '[role="switch"]');
    await popup.click('aria/Annotations[role="switch"]');
    await page.bringToFront();
    await page.goto(demo.pageUrl);
    await page.waitForSelector(".comment");
    expect(await settledNames(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(annotated);
    await popup.bringToFront();
    await popup.click('aria/Annotations[role="switch"]');
    await popup.close();
    await until(
      "marks without reload",
      () => markedNames(page),
      (now) => now.length >= ALL.length,
    );
  });

  it("marks nobody of the confusable names", async () => {
    const names = await settledNames(page);
    for (const other of ["Warren Buffett", "Pete Sessions", "Billy Graham", "Fidel Castro"])
      expect(names).not.toContain(other);
    const aside = await page.evaluate(() => {
      const box = document.querySelector("aside")!;
      let inside = 0;
      for (const [, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>)
        for (const range of highlight) if (box.contains(range.startContainer)) inside++;
      return inside;
    });
    expect(aside).toBe(0);
  });

  it("shows who it is, what they said and when on hover, and closes on Escape", async () => {
    const text = await openCard("Jeff Sessions");
    expect(text).toContain("Attorney General");
    expect(text).toContain("I never met with any Russian officials to discuss issues of the campaign.");
    expect(text).toContain("I did not have communications with the Russians");
    expect(text).toContain("At odds with");
    expect(text).toContain("Timeline");
    expect(text).toContain("Nancy Pelosi");
    await closeCard();
  });

  it("opens a card after the background was stopped", async () => {
    await session.stopBackground();
    expect(await openCard("Sergey Kislyak")).toContain("mbassador");
    await closeCard();
  });

  it("turns off and on at once, everywhere and for this site", async () => {
    const popup = await session.open("popup.html", '[role="switch"]');
    for (const name of ["Annotations", "On this site"]) {
      await until(
        `${name} to be on`,
        () => isOn(popup, name),
        (on) => on === "true",
      );
      await popup.click(`aria/${name}[role="switch"]`);
      await until(
        `no marks with ${name} off`,
        () => markedNames(page),
        (now) => now.length === 0,
      );
      await popup.click(`aria/${name}[role="switch"]`);
      await until(
        `marks with ${name} on`,
        () => markedNames(page),
        (now) => now.length >= ALL.length,
      );
    }
    await popup.close();
  });

  it("syncs an update from a feed and uses it on open pages without reload", async () => {
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    const before = await openCard("Lindsey Graham");
    expect(before).toContain(IN_BOTH);
    expect(before).not.toContain(ONLY_IN_UPDATE);
    await closeCard();
    const options = await session.open("options.html", 'aria/Feed address[role="textbox"]');
    await options.type('aria/Feed address[role="textbox"]', demo.feedUrl);
    // The yes is to what is shown.
    await options.waitForSelector('aria/What this feed holds[role="region"]');
    await options.click('aria/Add feed[role="button"]');
    await options.waitForSelector('aria/The Demo Courier’s dossiers[role="row"]');
    // biome-ignore lint/performance/useDomNodeTextContent: what counts is what the reader sees.
    const status = () => options.$eval('[role="row"]', (row) => (row as HTMLElement).innerText);
    await until("version 2 in the row", status, (text) => /\b2\b/.test(text) && /updated/i.test(text), 20_000);
    await options.close();
    expect(await page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
    const after = await openCard("Lindsey Graham");
    expect(after).toContain(IN_BOTH);
    expect(after).toContain(ONLY_IN_UPDATE);
    await closeCard();
  });

  it("keeps the old data when a feed is bad, and says what is wrong", async () => {
    const options = await session.open("options.html", 'aria/Feed address[role="textbox"]');
    await options.type('aria/Feed address[role="textbox"]', demo.pageUrl);
    await options.click('aria/Add feed[role="button"]');
    const alert = await options.waitForSelector('[role="alert"]');
    const sentence = await until(
      "a sentence",
      () => alert!.evaluate((element) => element.textContent ?? ""),
      (text) => text.length > 20,
    );
    expect(sentence).toMatch(/feed|JSON|page/i);
    await options.close();
    expect(await openCard("Jeff Sessions")).toContain("I never met with any Russian officials");
    await closeCard();
  });

  it("never complains on the page's console", () => {
    expect(complaints).toEqual([]);
  });
});
