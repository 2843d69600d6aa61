/** The popup as a reader uses it: the built extension in real browsers. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { markedNames, placeOfMark } from "../browsers/marks.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { cardOf, marked, openNews } from "../ui/live/card.ts";
import { closePopup, openPopup, saysOfPage } from "../ui/live/popup.ts";
import { control, has, pause, press, says, until } from "../ui/live/reader.ts";
import { profileWithoutDatabase } from "../ui/live/refusal.ts";
import { ask } from "./extension.ts";

const FILLER = `<p>${"The hearing went on into the evening, and nobody left. ".repeat(120)}</p>`;
const NEWS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The hearing</title>
<body style="font:18px/1.6 Georgia,serif"><h1>A hearing in the Senate</h1>
<p>Jeff Sessions answered Al Franken under oath.</p>${FILLER}<p>Later Jeff Sessions said more.</p>
<iframe src="/frame" width="600" height="100"></iframe></body></html>`;
const FRAME = `<!doctype html><html lang="en"><body><p>The envoy was Sergey Kislyak.</p></body></html>`;
const CHANGING = `<!doctype html><html lang="en"><body><p>Jeff Sessions answered Al Franken.</p>
<p id="folded" style="display:none">Jeff Sessions said more.</p></body></html>`;
const PDF =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>";

async function serveNews(): Promise<TestServer> {
  const server = await serve();
  const answer = (path: string, type: string, body: string) =>
    server.on(path, (_request, response) => void response.writeHead(200, { "content-type": type }).end(body));
  answer("/news", "text/html; charset=utf-8", NEWS);
  answer("/frame", "text/html; charset=utf-8", FRAME);
  answer("/changing", "text/html; charset=utf-8", CHANGING);
  answer("/empty", "text/html; charset=utf-8", "<!doctype html><title>Nobody</title><p>It rained.</p>");
  answer("/paper", "application/pdf", PDF);
  return server;
}

describe.each(BROWSERS)("the popup in %s", (kind) => {
  let server: TestServer;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    server = await serveNews();
    session = await launch(kind);
    page = await openNews(session, `${server.origin}/news`);
    await marked(page, ["Al Franken", "Jeff Sessions"]);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  const inView = async (name: string, nth: number) => {
    const place = await placeOfMark(page, name, nth);
    return place !== undefined && place.y > 0 && place.y < (await page.evaluate(() => innerHeight));
  };
  const yes = (value: boolean) => value;

  it("says who is named on the page how often, frames included", async () => {
    const popup = await openPopup(session, page);
    await saysOfPage(popup, "3 people on this page");
    await saysOfPage(popup, "named 4 times");
    await control(popup, "button", "Jeff Sessions named 2 times");
    await control(popup, "button", "Al Franken named once");
    await control(popup, "button", "Sergey Kislyak named once");
    await closePopup(popup);
  });

  it("follows frames that come, change and go, and tells apart what the page hides", async () => {
    const own = await openNews(session, `${server.origin}/changing`);
    await marked(own, ["Al Franken", "Jeff Sessions"]);
    const popup = await openPopup(session, own);
    await control(popup, "button", "Jeff Sessions named once");
    await saysOfPage(popup, "And once in text that the page does not show now.");
    await own.evaluate(() => {
      document.querySelector<HTMLElement>("#folded")!.style.display = "block";
    });
    await control(popup, "button", "Jeff Sessions named 2 times");
    await saysOfPage(popup, /^(?!.*does not show now)/s);
    await own.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "/frame";
      document.body.append(frame);
    });
    await control(popup, "button", "Sergey Kislyak named once");
    await own.evaluate(() => document.querySelector("iframe")!.contentDocument!.body.append("Again Sergey Kislyak."));
    await control(popup, "button", "Sergey Kislyak named 2 times");
    await own.evaluate(() => document.querySelector("iframe")!.remove());
    await saysOfPage(popup, "2 people on this page");
    expect(await has(popup, "button", "Sergey Kislyak named 2 times")).toBe(false);
    await closePopup(popup);
    await own.close();
  });

  it("says that no dossier is in use, and finds its people once one is", async () => {
    const popup = await openPopup(session, page);
    const id = "sessions-kislyak";
    await ask(popup, "dossier.enable", { id, on: false });
    await closePopup(popup);
    const second = await openPopup(session, page);
    await saysOfPage(second, "No dossier is in use");
    await control(second, "button", "Choose dossiers");
    await ask(second, "dossier.enable", { id, on: true });
    await closePopup(second);
    await marked(page, ["Al Franken", "Jeff Sessions"]);
  });

  it("goes to a person's mentions, and to the next and previous of all", async () => {
    const popup = await openPopup(session, page);
    expect(await inView("Jeff Sessions", 1)).toBe(false);
    await press(popup, "button", "Jeff Sessions named 2 times");
    await press(popup, "button", "Jeff Sessions named 2 times");
    await until("the second mention in view", () => inView("Jeff Sessions", 1), yes);
    await press(popup, "button", "Al Franken named once");
    await until("the first paragraph in view", () => inView("Al Franken", 0), yes);
    await closePopup(popup);
  });

  it("leads to a person's page in the dossier", async () => {
    const popup = await openPopup(session, page);
    await saysOfPage(popup, "3 people on this page");
    const address = session.url("dossier.html#sessions-kislyak/person/sergey-kislyak");
    await press(popup, "link", "Sergey Kislyak in the dossier");
    const viewer = await until(
      "the dossier's tab",
      async () => {
        for (const tab of await session.browser.pages())
          if ((await tab.evaluate(() => location.href).catch(() => "")) === address) return tab;
        return undefined;
      },
      (tab) => tab !== undefined,
    );
    await says(viewer!, "Sergey Kislyak");
    await viewer!.close();
    await closePopup(popup);
  });

  it("goes from mention to mention, forwards and backwards", async () => {
    await page.reload();
    await marked(page, ["Al Franken", "Jeff Sessions"]);
    const popup = await openPopup(session, page);
    await saysOfPage(popup, "3 people on this page");
    for (let step = 0; step < 3; step++) await press(popup, "button", "Next mention");
    await until("the third mention in view", () => inView("Jeff Sessions", 1), yes);
    await press(popup, "button", "Previous mention");
    await until("the second mention in view", () => inView("Al Franken", 0), yes);
    await closePopup(popup);
  });

  it("turns annotations off and on, everywhere and for this site alone", async () => {
    const elsewhere = await openNews(session, `${server.origin.replace("127.0.0.1", "localhost")}/news`);
    await marked(elsewhere, ["Al Franken", "Jeff Sessions"]);
    const popup = await openPopup(session, page);
    await saysOfPage(popup, "127.0.0.1");
    const off = (name: string) =>
      until(
        `“${name}” to be off`,
        async () => (await control(popup, "switch", name)).evaluate((element) => element.matches(":checked")),
        (on) => !on,
      );
    await press(popup, "switch", "On this site");
    await off("On this site");
    await saysOfPage(popup, "Annotations are off on this site.");
    await marked(page, []);
    expect((await markedNames(elsewhere)).length).toBeGreaterThan(0);
    await press(popup, "switch", "On this site");
    await marked(page, ["Al Franken", "Jeff Sessions"]);
    await press(popup, "switch", "Annotations");
    await off("Annotations");
    await saysOfPage(popup, "Annotations are off on all sites.");
    await marked(page, []);
    await marked(elsewhere, []);
    await press(popup, "switch", "Annotations");
    await saysOfPage(popup, "3 people on this page");
    await marked(page, ["Al Franken", "Jeff Sessions"]);
    await closePopup(popup);
    await elsewhere.close();
  });

  it("says so where nobody is named, and which dossiers are in use", async () => {
    const empty = await openNews(session, `${server.origin}/empty`);
    const popup = await openPopup(session, empty);
    await saysOfPage(popup, "Nobody from your dossiers is named here");
    await saysOfPage(popup, "Jeff Sessions and the Russian ambassador");
    await closePopup(popup);
    await empty.close();
  });

  const CLOSED: Record<typeof kind, [what: string, address: string, why: string][]> = {
    chromium: [
      ["a browser page", "chrome://version/", "It belongs to the browser, which lets no extension read it."],
      ["the options page", "options.html", "It belongs to an extension."],
      ["a PDF", "/paper", "PDF files are shown by the browser's own viewer"],
      ["the store", "https://chromewebstore.google.com/", "the pages of extension stores"],
      ["an empty tab", "about:blank", "It is empty, or it belongs to the browser"],
      ["a page's source", "view-source:", "It is empty, or it belongs to the browser"],
      ["a page that did not load", "http://127.0.0.1:9/", "The browser could not load it."],
    ],
    firefox: [
      ["a browser page", "about:config", "It is empty, or it belongs to the browser"],
      ["a PDF", "/paper", "PDF files are shown by the browser's own viewer"],
      ["the store", "https://addons.mozilla.org/", "the pages of extension stores"],
    ],
  };
  it.each(CLOSED[kind])("says plainly that %s cannot be annotated, and why", async (_what, address, why) => {
    const other = await session.browser.newPage();
    const full = address.startsWith("/")
      ? server.origin + address
      : address
          .replace(/^view-source:$/, `view-source:${server.origin}/news`)
          .replace(/^options/, session.url("options"));
    // Neither store nor closed port answers here, and Firefox never settles on its own pages: what shows is what counts.
    await Promise.race([other.goto(full).catch(() => pause(1_000)), pause(3_000)]);
    const popup = await openPopup(session, other);
    const text = await saysOfPage(popup, why);
    expect(text).toContain("This page cannot be annotated");
    expect(await (await control(popup, "switch", "On this site")).evaluate((one) => one.matches(":disabled"))).toBe(
      true,
    );
    expect(await (await control(popup, "switch", "Annotations")).evaluate((one) => one.matches(":enabled"))).toBe(true);
    await closePopup(popup);
    await other.close();
  });
});

describe.each(BROWSERS)("where the code for marks does not load in %s", (kind) => {
  let dist: string;
  let server: TestServer;
  let session: Session;

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), "dramatis-broken-"));
    await cp(join("dist", kind), join(dist, kind), { recursive: true });
    await rm(join(dist, kind, "annotate.js"));
    server = await serveNews();
    session = await launch(kind, { dist });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(dist, { recursive: true, force: true });
  });

  it("says that something went wrong, not that nobody is named, and complains nowhere on the page", async () => {
    const page = await session.browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.origin}/news`);
    const popup = await openPopup(session, page);
    await saysOfPage(popup, "This page could not be looked at");
    await closePopup(popup);
    expect(complaints).toEqual([]);
  });
});

describe.each(BROWSERS)("where %s refuses a database", (kind) => {
  let profile: string;
  let server: TestServer;
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    profile = await profileWithoutDatabase(kind);
    server = await serveNews();
    session = await launch(kind, { userDataDir: profile });
    page = await openNews(session, `${server.origin}/news`);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  it("marks names and opens full cards all the same", async () => {
    await marked(page, ["Al Franken", "Jeff Sessions"]);
    const card = await cardOf(page, "Jeff Sessions", "Timeline");
    expect(card).toContain("I did not have communications with the Russians");
  });

  it("says in the popup that nothing is kept, and gives the browser's reason", async () => {
    const popup = await openPopup(session, page);
    const alert = await popup.waitForSelector("[role=alert]");
    await says(alert!, /does not let Dramatis store anything: the built-in dossier is in use/);
    await says(alert!, kind === "chromium" ? /own words: .*backing store/ : /own words: The operation failed/);
    await saysOfPage(popup, "3 people on this page");
    await closePopup(popup);
  });

  it("says it in the options too, and refuses a feed with a sentence", async () => {
    const options = await session.open("options.html", 'aria/Feed address[role="textbox"]');
    await says(options, "does not let Dramatis store anything");
    expect(await has(options, "row", "anything")).toBe(false);
    await (await control(options, "textbox", "Feed address")).type(`${server.origin}/feed.json`);
    await press(options, "button", "Add feed");
    await says(options, "This browser does not let Dramatis store data");
    await options.close();
  });
});
