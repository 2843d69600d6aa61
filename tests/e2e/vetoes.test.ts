/** "Not this person here", and the list in the options page that takes it back: the built extension in real browsers. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { marked, openNews } from "../ui/live/card.ts";
import { control, has, press, says, until } from "../ui/live/reader.ts";
import { ask } from "./extension.ts";

const NEWS = `<!doctype html><meta charset="utf-8"><title>News</title><p>Jeff Sessions answered Al Franken.</p>`;
const BOTH = ["Al Franken", "Jeff Sessions"];

describe.each(BROWSERS)("the list of vetoes in %s", (kind) => {
  let server: TestServer;
  let session: Session;
  let page: Page;
  let options: Page;

  beforeAll(async () => {
    server = await serve();
    server.on("/news", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(NEWS);
    });
    session = await launch(kind);
    page = await openNews(session, `${server.origin}/news`);
    await marked(page, BOTH);
    options = await session.open("options.html", "#vetoes");
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  const veto = (person: string, scope: "page" | "site") =>
    ask(options, "veto.add", { person: `sessions-kislyak/${person}`, scope, host: "127.0.0.1", path: "/news" });

  it("is empty at first, and says where one comes from", async () => {
    const section = await control(options, "region", "Not this person here");
    await says(section, "None.");
    expect(await has(section, "button", "Remove")).toBe(false);
  });

  it("names person, place and time of each, the latest first", async () => {
    await veto("jeff-sessions", "site");
    await veto("al-franken", "page");
    await marked(page, []);
    const section = await control(options, "region", "Not this person here");
    await says(section, "Al Franken");
    const rows = await section.$$eval("li", (items) => items.map((item) => (item as HTMLElement).textContent));
    expect(rows).toEqual([
      expect.stringMatching(/^Al Franken.*on the page 127\.0\.0\.1\/news.*now/),
      expect.stringMatching(/^Jeff Sessions.*on all of 127\.0\.0\.1.*now/),
    ]);
  });

  it("takes one back: open pages mark the person again at once, and the other stays unmarked", async () => {
    const section = await control(options, "region", "Not this person here");
    await options.bringToFront();
    await press(section, "button", "Remove");
    await says(section, "Al Franken may be marked again on 127.0.0.1/news.");
    await marked(page, ["Al Franken"]);
    await until(
      "one row",
      () => section.$$("li"),
      (rows) => rows.length === 1,
    );
  });

  it("puts it back with Undo", async () => {
    const section = await control(options, "region", "Not this person here");
    await options.bringToFront();
    await press(section, "button", "Undo");
    await marked(page, []);
    expect(await has(section, "button", "Undo")).toBe(false);
  });

  it("keeps them over a new start of the background, in this browser alone", async () => {
    await options.close();
    await session.stopBackground();
    options = await session.open("options.html", "#vetoes");
    const section = await control(options, "region", "Not this person here");
    await says(section, "Jeff Sessions");
    const synced = await options.evaluate(() =>
      (
        globalThis as never as { chrome: { storage: { sync: { get(keys: null): Promise<object> } } } }
      ).chrome.storage.sync
        .get(null)
        .then((items) => JSON.stringify(items)),
    );
    expect(synced).not.toContain("127.0.0.1");
  });
});
