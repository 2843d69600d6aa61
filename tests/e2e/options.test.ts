/** The options page as a reader uses it: the built extension in real browsers, feeds on a loopback server. */
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { status } from "../server/faults.ts";
import { type Answer, serve, type TestServer } from "../server/serve.ts";
import { publish } from "../sync/publisher.ts";
import { cardOf, marked, openNews } from "../ui/live/card.ts";
import { type FeedHost, feedHost, OPEN, slowly } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { alerts, control, has, press, says, shown, told, until } from "../ui/live/reader.ts";
import { CASTS, WORDS } from "../ui/live/story.ts";

describe.each(BROWSERS)("the options page in %s", (kind) => {
  let server: TestServer;
  let session: Session;
  let reader: OptionsPage;
  let options: Page;
  let feeds = 0;

  beforeAll(async () => {
    server = await serve();
    session = await launch(kind);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });
  beforeEach(async () => {
    reader = await OptionsPage.open(session);
    options = reader.page;
  });
  afterEach(async () => {
    for (const row of await options.$$('[role="row"]')) await reader.remove(row);
    await options.close();
  });

  /** A feed of its own for each test, with version 1 on the server. */
  async function newFeed(cast = CASTS[0]!): Promise<FeedHost> {
    const host = await feedHost(server, `/${++feeds}`, cast);
    await host.publish(1);
    return host;
  }

  it("shows what a feed holds before the reader says yes, then a row with its controls", async () => {
    const feed = await newFeed();
    const page = await openNews(session, feed.pageAddress);
    await marked(page, []);
    await options.bringToFront();
    await reader.typeAddress(feed.address);
    const preview = await control(options, "region", "What this feed holds");
    const promise = await shown(preview);
    expect(promise).toContain(feed.title);
    expect(promise).toContain("Harbour Gazette");
    expect(promise).toMatch(/([0-9a-f]{4}[ -]?){4}/i);
    expect(promise).toContain("The harbour bridge");
    expect(promise).toContain("Version 1");
    expect(promise).toMatch(/\d\skB/);
    expect(await has(options, "row", feed.title)).toBe(false);
    expect(feed.downloads()).toBe(0);

    await press(options, "button", "Add feed");
    const row = await control(options, "row", feed.title);
    for (const name of ["Check now", "Cancel", "Roll back", "Remove"]) await control(row, "button", name);
    await says(row, "“The harbour bridge” was added at version 1.");
    expect(await told(options, "status")).toContain(feed.title);
    expect(await alerts(options)).toEqual([]);
    await marked(page, [feed.cast.speaker, feed.cast.other]);
    expect(await cardOf(page, feed.cast.speaker, WORDS.kept)).toContain(WORDS.withdrawn);
    await page.close();
  });

  it("brings the preview of a feed into view, and Enter in the field adds nothing", async () => {
    const feed = await newFeed();
    await options.setViewport({ width: 1100, height: 500 });
    /** Pixels of it above and below what the window shows; a fraction is not seen. */
    const outOfView = async () =>
      (await control(options, "region", "What this feed holds")).evaluate((region) => {
        const { top, bottom } = region.getBoundingClientRect();
        return [-top, bottom - innerHeight].map((pixels) => Math.max(0, Math.floor(pixels)));
      });
    const focus = () => options.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    // It came by itself: the reader may be writing on.
    await reader.typeAddress(feed.address);
    expect(await outOfView()).toEqual([0, 0]);
    expect(await focus()).toBe("feed-address");
    for (const _ of ["to the preview", "nowhere"]) {
      await options.keyboard.press("Enter");
      expect(await focus()).toBe(feed.title);
      expect(await told(options, "status")).toContain("Nothing is added yet.");
    }
    expect(await has(options, "row", feed.title)).toBe(false);
    expect(feed.downloads()).toBe(0);

    // It was asked for: the reader is led to it.
    await reader.typeAddress(`${feed.address}?again`);
    await options.keyboard.press("Enter");
    await until("the focus to be on the preview", focus, (now) => now === feed.title);
    expect(await outOfView()).toEqual([0, 0]);
    await options.keyboard.down("Shift");
    await options.keyboard.press("Tab");
    await options.keyboard.up("Shift");
    expect(await focus()).toBe("Add feed");
    await options.keyboard.press("Enter");
    await reader.row(feed.title);
  });

  it("brings an update to open pages at once, marks what is new and tells what changed", async () => {
    const feed = await newFeed();
    const row = await reader.add(feed);
    const page = await openNews(session, feed.pageAddress);
    expect(await cardOf(page, feed.cast.speaker, WORDS.withdrawn)).not.toContain("New");
    await feed.publish(2);
    await options.bringToFront();
    await press(row, "button", "Check now");
    await says(row, "“The harbour bridge” was updated from version 1 to 2.");
    await says(row, "Version 2");

    const card = await cardOf(page, feed.cast.speaker, WORDS.added);
    expect(card).toContain("New");
    expect(card).toContain("Withdrawn on");
    expect(card).toContain(WORDS.reason);
    expect(card).toContain(WORDS.withdrawn);

    await options.bringToFront();
    await (await row.waitForSelector("aria/What changed"))!.click();
    const history = await says(row, "Withdrawn statement:");
    expect(history).toMatch(/New statement: .*There were two invoices/);
    expect(history).toMatch(/Changed event: The first hearing on the bridge/);
    expect(history).toMatch(/Withdrawn statement: .*I have never seen that invoice/);
    expect(history).toContain(WORDS.reason);
    await page.close();
  });

  it("shows how far a slow download is, and cancels it without losing anything", async () => {
    const feed = await newFeed();
    const row = await reader.add(feed);
    await feed.publish(2);
    feed.answerDossier(slowly(feed.file(2)).answer);
    expect(await reader.disabled(row)).toEqual(["Cancel", "Roll back"]);
    await press(row, "button", "Check now");
    const bar = await control(row, "progressbar", `Progress of ${feed.title}`);
    const share = () => bar.evaluate((element) => Number(element.getAttribute("aria-valuenow")));
    const first = await until("some progress", share, (now) => now > 0);
    await until("more progress", share, (now) => now > first);
    expect(await shown(row)).toMatch(/Downloading “The harbour bridge”: [\d.]+\s(bytes|kB) of [\d.]+\skB/);
    expect(await reader.disabled(row)).toEqual(["Check now", "Roll back"]);
    const focus = () => options.evaluate(() => document.activeElement?.textContent);
    expect(await focus()).toBe("Cancel");
    await options.keyboard.press("Enter");
    await says(row, "Cancelled before it was complete. What you have stays as it is.");
    expect(await has(row, "progressbar", `Progress of ${feed.title}`)).toBe(false);
    expect(await shown(row)).toContain("Version 1");
    expect(await alerts(row)).toEqual([]);
    expect(await focus()).toBe("Check now");

    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
  });

  it("rolls an update back, does not take it again, and takes the next one", async () => {
    const feed = await newFeed();
    const row = await reader.add(feed);
    const page = await openNews(session, feed.pageAddress);
    await feed.publish(2);
    await options.bringToFront();
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    await press(row, "button", "Roll back");
    await says(row, "“The harbour bridge” was rolled back from version 2 to 1.");
    await says(row, "Version 1");
    expect(await cardOf(page, feed.cast.speaker, WORDS.withdrawn)).not.toContain(WORDS.added);
    await options.bringToFront();
    expect(await reader.disabled(row)).toEqual(["Cancel", "Roll back"]);
    await press(row, "button", "Check now");
    await says(row, "Up to date.");
    expect(await shown(row)).toContain("Version 1");
    await says(row, "Version 2 of “The harbour bridge” is held back because you rolled it back.");
    await press(row, "button", "Use version 2");
    await says(row, "was updated from version 1 to 2.");
    expect(await shown(row)).not.toContain("held back");
    expect(await cardOf(page, feed.cast.speaker, WORDS.added)).toContain(WORDS.added);
    await options.bringToFront();
    await press(row, "button", "Roll back");
    await says(row, "“The harbour bridge” was rolled back from version 2 to 1.");
    await feed.publish(3);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 3.");
    await cardOf(page, feed.cast.speaker, WORDS.third);
    await page.close();
  });

  it("counts the changes that a long list leaves out", async () => {
    const url = publish(server, { version: 1, statements: 1, people: 2 });
    await reader.typeAddress(url);
    await control(options, "region", "What this feed holds");
    await press(options, "button", "Add feed");
    const row = await reader.row("The Desk's feed");
    await says(row, "was added at version 1.");
    publish(server, { version: 2, statements: 601, people: 2 });
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    await (await row.waitForSelector("aria/What changed"))!.click();
    await says(row, "Words number 1.");
    // 600 were added, of which 500 are kept.
    await says(row, /and 100 more changes/);
  });

  it("refuses a bad update with a sentence, keeps the old data in use and harms no other row", async () => {
    const feed = await newFeed();
    const other = await newFeed(CASTS[1]);
    const row = await reader.add(feed);
    const otherRow = await reader.add(other);
    const page = await openNews(session, feed.pageAddress);
    const html: Answer = (_request, response) =>
      void response.writeHead(200, { "content-type": "text/html", ...OPEN }).end("<!doctype html><p>Welcome!</p>");
    const faults: [string, () => Promise<void> | void, RegExp][] = [
      ["a changed index", () => feed.publishForged(2), /signature .* does not match what was downloaded/],
      ["a page", () => feed.answerIndex(html), /is not a feed: the server answered with a page/],
      ["nothing there", () => feed.answerIndex(status(404, OPEN)), /nothing at .*not found/],
      ["a broken server", () => feed.answerIndex(status(500, OPEN)), /answered with status 500/],
    ];
    for (const [what, begin, sentence] of faults) {
      await begin();
      await options.bringToFront();
      await press(row, "button", "Check now");
      const alert = await until(
        `a sentence about ${what}`,
        () => alerts(row),
        ([first]) => first !== undefined && sentence.test(first),
      );
      expect(alert).toHaveLength(1);
      expect(await shown(row)).toContain("Version 1");
      expect(await alerts(otherRow)).toEqual([]);
      expect(await cardOf(page, feed.cast.speaker, WORDS.withdrawn)).not.toContain(WORDS.added);
    }
    await other.publish(2);
    await options.bringToFront();
    await press(otherRow, "button", "Check now");
    await says(otherRow, "“The school roof” was updated from version 1 to 2.");
    expect(await alerts(row)).toHaveLength(1);

    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    expect(await alerts(row)).toEqual([]);
    await page.close();
  });

  it("refuses to add what is no feed, and leaves the field to mend", async () => {
    const feed = await newFeed();
    await reader.typeAddress(feed.pageAddress.replace("/page", "/nothing"));
    await press(options, "button", "Add feed");
    expect(await told(options, "alert")).toMatch(/\S+ \S+ \S+ .*\./);
    await reader.typeAddress("two words");
    await press(options, "button", "Add feed");
    await says(options, "is not a web address");
    expect(await options.$$('[role="row"]')).toEqual([]);
    await reader.typeAddress(feed.address);
    await press(options, "button", "Add feed");
    await control(options, "region", "What this feed holds");
    expect(await options.$$('[role="row"]')).toEqual([]);
    await press(options, "button", "Add feed");
    await control(options, "row", feed.title);
    expect(await alerts(options)).toEqual([]);
  });

  it("asks before it removes a feed, and brings it back with Undo", async () => {
    const feed = await newFeed();
    const row = await reader.add(feed);
    const page = await openNews(session, feed.pageAddress);
    const both = [feed.cast.speaker, feed.cast.other];
    await marked(page, both);
    await options.bringToFront();
    await press(row, "button", "Remove");
    const question = () => control(options, "alertdialog", `Remove “${feed.title}”?`);
    await press(await question(), "button", "Keep");
    expect(await has(options, "row", feed.title)).toBe(true);
    await press(row, "button", "Remove");
    await press(await question(), "button", "Remove");
    await says(options, `“${feed.title}” was removed.`);
    expect(await has(options, "row", feed.title)).toBe(false);
    await marked(page, []);
    await options.bringToFront();
    await press(options, "button", "Undo");
    const back = await control(options, "row", feed.title);
    await says(back, "Version 1");
    await marked(page, both);
    await page.close();
  });

  it("keeps the schedule that was chosen, for one feed and for all", async () => {
    const feed = await newFeed();
    let row = await reader.add(feed);
    // A day, give or take a tenth of it (docs/sync.md); below 22 hours it is told in hours.
    await says(row, /Next check\s+(tomorrow|in 22 hours)/);
    await reader.choose(row, "Check", "10080");
    await says(row, /Next check\s+in [678] days/);
    await reader.choose(options, "Check feeds", "60");
    await options.close();
    reader = await OptionsPage.open(session);
    options = reader.page;
    row = await reader.row(feed.title);
    expect(await reader.chosen(row, "Check")).toBe("every week");
    await until(
      "the general schedule",
      () => reader.chosen(options, "Check feeds"),
      (text) => text === "every hour",
    );
    await reader.choose(row, "Check", "0");
    await says(row, /Next check\s+by hand/);
    await reader.choose(row, "Check", "");
    await says(row, /Next check\s+in (1 hour|\d\d minutes)/);
    await reader.choose(options, "Check feeds", "1440");
  });

  it("checks all feeds at once", async () => {
    const hosts = [await newFeed(), await newFeed(CASTS[1])];
    const rows = [await reader.add(hosts[0]!), await reader.add(hosts[1]!)];
    for (const host of hosts) await host.publish(2);
    await press(options, "button", "Check all");
    for (const row of rows) await says(row, "was updated from version 1 to 2.");
  });
});
