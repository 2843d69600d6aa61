/** What single pages cannot ask: settings that change, documents that come back, random edits. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { placeOfMark, settledNames } from "../browsers/marks.ts";
import { cutAtRandom } from "../pages-suite/fuzz/cuts.ts";
import { editAtRandom } from "../pages-suite/fuzz/edits.ts";
import { allMarks } from "../pages-suite/run-case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>A page</title><body>${body}`;

/** Paragraphs with names, and with what only looks like them. */
const SPEECH = [
  "Attorney General Jeff Sessions spoke on Monday.",
  "Later Sessions left with Donald Trump and Michael Flynn.",
  "“Trump-Flynn,” he said; Bob Flynn was absent.",
  "Nothing was said of anybody. Sessions begin at nine.",
  "Nancy Pelosi met Adam Schiff. Pelosi’s husband, Paul Pelosi, was absent, and Schiff left.",
  "Warren Buffett sat with Elizabeth Warren and SEN. JOHN McCAIN; McCain wept.",
];

/** Edits that each run makes, in how many documents. */
const EDITS = 150;
const SEEDS = [1, 2, 3, 4, 5, 6];

async function untilMarks(own: Page, wanted: string[], limit = 8_000): Promise<void> {
  const end = Date.now() + limit;
  let found: string[] = [];
  do {
    found = (await allMarks(own)).sort();
    if (found.join() === wanted.join()) return;
    await pause(50);
  } while (Date.now() < end);
  expect(found).toEqual(wanted);
}

/** The marks of a page as offsets in its text. */
const places = (own: Page) =>
  own.evaluate(() => {
    const offsets: string[] = [];
    for (const [, highlight] of CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>) {
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(document.querySelector("#root")!, 0);
        range.setEnd(startContainer, startOffset);
        const from = range.toString().length;
        range.setEnd(endContainer, endOffset);
        offsets.push(`${String(from).padStart(6, "0")} ${range.toString().slice(from)}`);
      }
    }
    return offsets.sort();
  });

describe.each(BROWSERS)("living pages in %s", (kind) => {
  const pages: Record<string, string> = {};
  let session: Session;
  let server: Server;
  let here: string;
  let there: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? ""];
      response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    here = `http://127.0.0.1:${port}`;
    there = `http://localhost:${port}`;
    pages["/frame"] = page(`<p>${S}</p>`);
    pages["/all"] = page(
      `<p>${P}</p><div><template shadowrootmode="open"><p>${S}</p></template></div><iframe src="/frame"></iframe><iframe src="${there}/frame"></iframe><iframe srcdoc="<p>${S}</p>"></iframe><iframe sandbox srcdoc="<p>${S}</p>"></iframe>`,
    );
    pages["/one"] = page(`<p id=t>${S} spoke.</p><a id=l href="/two">Two</a>`);
    pages["/two"] = page(`<p>${P}</p>`);
    session = await launch(kind);
    await pause(2_000);
  });
  afterAll(async () => {
    await session?.close();
    server?.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const ALL = [S, S, S, S, S, P];

  test("annotations go off and on in all tabs and frames, without reload", async () => {
    const first = await session.browser.newPage();
    await first.goto(`${here}/all`);
    await untilMarks(first, ALL);
    const second = await session.browser.newPage();
    await second.goto(`${there}/one`);
    await untilMarks(second, [S]);
    const popup = await session.open("popup.html", '[role="switch"]');
    await popup.click('aria/Annotations[role="switch"]');
    await untilMarks(first, []);
    await untilMarks(second, []);
    expect(await first.evaluate(() => CSS.highlights.size)).toBe(0);
    await first.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>Mike Pence</p>"));
    await pause(500);
    await untilMarks(first, []);
    await popup.bringToFront();
    await popup.click('aria/Annotations[role="switch"]');
    await untilMarks(first, ["Adam Schiff", "Adam Schiff", "Adam Schiff", "Adam Schiff", "Mike Pence", P].sort());
    await untilMarks(second, [S]);
    await popup.close();
    await second.close();
    await first.close();
  });

  test("a site goes off and on with all its frames, and others stay", async () => {
    const other = await session.browser.newPage();
    await other.goto(`${there}/one`);
    await untilMarks(other, [S]);
    const own = await session.browser.newPage();
    await own.goto(`${here}/all`);
    await untilMarks(own, ALL);
    const popup = await session.open("popup.html", '[role="switch"]');
    const isOn = '[role="switch"][aria-checked="true"],[role="switch"]:checked';
    await popup.waitForFunction((on) => document.querySelectorAll(on).length >= 2, {}, isOn);
    await popup.click('aria/On this site[role="switch"]');
    await untilMarks(own, []);
    await untilMarks(other, [S]);
    await popup.click('aria/On this site[role="switch"]');
    await untilMarks(own, ALL);
    for (const tab of [popup, own, other]) await tab.close();
  });

  test("marks are there, and follow, when a page comes back from the back/forward cache", async () => {
    const own = await session.browser.newPage();
    await own.goto(`${here}/one`);
    await untilMarks(own, [S]);
    await own.evaluate(() => addEventListener("pageshow", (event) => (document.title = String(event.persisted))));
    await own.goto(`${here}/two`);
    await untilMarks(own, [P]);
    // No load event follows, which puppeteer would wait for.
    await own.evaluate(() => history.back());
    await untilMarks(own, [S]);
    await own.evaluate(() => (document.querySelector("#t")!.textContent = "Then Nancy Pelosi spoke."));
    await untilMarks(own, [P]);
    await own.close();
  });

  test("a page that was rendered before it was visited is marked", async () => {
    if (kind === "firefox") return;
    pages["/before"] = page(
      '<script type="speculationrules">{"prerender":[{"urls":["/two"],"eagerness":"immediate"}]}</script><p>Start</p><a id=l href="/two">Two</a>',
    );
    const own = await session.browser.newPage();
    await own.goto(`${here}/before`);
    await pause(1_500);
    await Promise.all([own.waitForNavigation(), own.click("#l")]);
    await untilMarks(own, [P]);
    await own.close();
  });

  test("printing leaves page and marks as they were", async () => {
    const own = await session.browser.newPage();
    await own.goto(`${here}/one`);
    await untilMarks(own, [S]);
    const before = await own.content();
    await own.pdf();
    expect(await own.content()).toBe(before);
    await untilMarks(own, [S]);
    await own.close();
  });

  test("the card opens in a document that was written anew", async () => {
    const own = await session.browser.newPage();
    await own.goto(`${here}/two`);
    await untilMarks(own, [P]);
    await own.evaluate(() => {
      document.open();
      document.write(
        "<!doctype html><title>Written</title><p style='margin:200px 50px'>On Monday Adam Schiff spoke.</p>",
      );
      document.close();
    });
    await untilMarks(own, [S]);
    await own.bringToFront();
    const place = (await placeOfMark(own, S))!;
    await own.mouse.move(5, 5);
    await own.mouse.move(place.x, place.y, { steps: 4 });
    const end = Date.now() + 6_000;
    let text: string | undefined;
    while (!text && Date.now() < end) {
      await pause(100);
      text = await cardText(own);
    }
    expect(text).toContain(S);
    await own.close();
  });

  test.each(SEEDS)("after random edits (seed %i) the marks are those of a fresh reading", async (seed) => {
    const own = await session.browser.newPage();
    pages["/edited"] = page("<div id=root><div>Adam Schiff met <b>Nancy Pelosi</b>.</div></div>");
    await own.goto(`${here}/edited`);
    await own.evaluate(editAtRandom, seed, EDITS);
    await settledNames(own, 1_300);
    const marks = await places(own);
    pages["/edited"] = page(await own.$eval("#root", (root) => root.outerHTML));
    await own.goto(`${here}/edited`);
    const end = Date.now() + 8_000;
    let fresh = await places(own);
    while (fresh.join() !== marks.join() && Date.now() < end) {
      await pause(100);
      fresh = await places(own);
    }
    expect(marks).toEqual(fresh);
    await own.close();
  });

  test.each(SEEDS)("text cut into nodes at random (seed %i) has the marks of the text whole", async (seed) => {
    const own = await session.browser.newPage();
    pages["/whole"] = page(`<div id=root>${SPEECH.map((text) => `<p>${text}</p>`).join("")}</div>`);
    pages["/cut"] = page(`<div id=root>${cutAtRandom(SPEECH, seed)}</div>`);
    await own.goto(`${here}/whole`);
    await settledNames(own, 1_300);
    const whole = await places(own);
    expect(whole.length).toBeGreaterThan(SPEECH.length);
    await own.goto(`${here}/cut`);
    const end = Date.now() + 8_000;
    let cut = await places(own);
    while (cut.join() !== whole.join() && Date.now() < end) {
      await pause(100);
      cut = await places(own);
    }
    expect(cut).toEqual(whole);
    await own.close();
  });
});
