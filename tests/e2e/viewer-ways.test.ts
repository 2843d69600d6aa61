import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launchViewer, withViewer } from "../viewer/harness/open.ts";
import { type Harness, serveHarness } from "../viewer/harness/serve.ts";

const STORY = "sessions-kislyak";

let harness: Harness;
beforeAll(async () => {
  harness = await serveHarness();
});
afterAll(() => harness.close());

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const hash = (page: Page) => page.evaluate(() => location.hash);
const says = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector("main")!.textContent.includes(wanted), {}, text);

/** Longer than the pause after which a search runs (`PAUSE` of search-box.tsx). */
const AFTER_SEARCH = 500;

describe.each(BROWSERS)("ways through the viewer in %s", (kind) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchViewer(kind);
  });
  afterAll(() => browser.close());
  const withPage = (at: string, run: (page: Page) => Promise<void>, query = "", expected?: string) =>
    withViewer(browser, `${harness.origin}/dossier.html${query}#${at}`, run, expected);

  test("a link that is followed while a search is still waiting is where the reader stays", async () => {
    await withPage(STORY, async (page) => {
      await page.waitForFunction(() =>
        [...document.querySelectorAll("main a")].some((a) => a.textContent === "Al Franken"),
      );
      await page.focus("#search-field");
      // In one task: on a busy machine the pause in typing would be over before the link is followed.
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>("#search-field")!;
        field.value = "kisl";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const link = [...document.querySelectorAll<HTMLElement>("main a")].find((a) => a.textContent === "Al Franken")!;
        link.focus();
        link.click();
      });
      await wait(AFTER_SEARCH);
      expect(await hash(page)).toBe(`#${STORY}/person/al-franken`);
      expect(await page.$eval("#search-field", (field) => (field as HTMLInputElement).value)).toBe("");
    });
  });

  test("a search that is still waiting leaves the history of a followed link alone", async () => {
    await withPage(`${STORY}/search?q=ambassador`, async (page) => {
      await page.waitForSelector("main .paged a");
      await page.click("#search-field");
      await page.keyboard.press("End");
      await page.keyboard.type(" ki");
      const followed = await page.$eval("main .paged a", (link) => {
        (link as HTMLElement).click();
        return link.getAttribute("href");
      });
      await wait(AFTER_SEARCH);
      expect(await hash(page)).toBe(followed);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => location.hash.endsWith("/search?q=ambassador"));
    });
  });

  test("a search that went out by itself is one step of the history, however it was typed", async () => {
    await withPage(STORY, async (page) => {
      await page.click("#search-field");
      const before = await page.evaluate(() => history.length);
      await page.keyboard.type("recuse", { delay: 120 });
      await page.keyboard.type("d");
      await page.waitForFunction(() => location.hash.endsWith("q=recused"));
      expect(await page.evaluate(() => history.length)).toBe(before + 1);
    });
  });

  test("a link into another dossier shows nothing in between, focuses the heading, and back finds the place", async () => {
    await withPage("big/statements", async (page) => {
      await page.waitForSelector(".more");
      await page.evaluate(() => scrollTo(0, 900));
      await page.waitForFunction(() => scrollY === 900);
      await wait(300);
      const left = await page.evaluate(() => scrollY);
      await page.evaluate(() => {
        const seen: string[] = [];
        const heights = new Set<number>();
        Object.assign(globalThis, { seen, heights });
        const title = document.querySelector("#title")!;
        const height = () => Math.round(title.getBoundingClientRect().top + scrollY);
        heights.add(height());
        new MutationObserver(() => {
          if (title.isConnected && title.textContent === "Statements") heights.add(height());
          const now = `${document.querySelector("#title")?.textContent}|${document.title}`;
          if (seen.at(-1) !== now) seen.push(now);
        }).observe(document, { subtree: true, childList: true, characterData: true });
        location.hash = "sessions-kislyak/person/jeff-sessions";
      });
      await page.waitForFunction(() => document.title.startsWith("Jeff Sessions"));
      await wait(100);
      const { seen, heights } = await page.evaluate(() => {
        const { seen, heights } = globalThis as unknown as { seen: string[]; heights: Set<number> };
        return { seen, heights: [...heights] };
      });
      // What was being read stayed where it was while the other dossier was opened.
      expect(heights).toHaveLength(1);
      expect(seen.filter((one) => one.includes("No such"))).toEqual([]);
      expect(seen.at(-1)).toMatch(/^Jeff Sessions\|Jeff Sessions/);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("title");
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.title.startsWith("Statements"));
      expect(left).toBeGreaterThan(800);
      expect(await page.evaluate(() => scrollY)).toBe(left);
    });
  });

  test("arrow keys on the switch go through the dossiers without losing it", async () => {
    await withPage(STORY, async (page) => {
      await page.focus(".dossier-switch select");
      for (const [hash, title] of [
        ["#odd", "Odd cases"],
        ["#middling", "The harbour bridge"],
      ]) {
        await page.keyboard.press("ArrowDown");
        await page.waitForFunction((wanted) => location.hash === wanted, {}, hash);
        await page.waitForFunction((wanted) => document.title.startsWith(wanted!), {}, title);
        expect(await page.evaluate(() => document.activeElement?.matches(".dossier-switch select"))).toBe(true);
      }
    });
  });

  test("a link to what another dossier holds brings the focus back to itself", async () => {
    await withPage(`${STORY}/search?q=speaks`, async (page) => {
      await page.waitForSelector(".elsewhere a");
      await page.focus(".elsewhere a");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.title.startsWith("Ann Silent"));
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.title.startsWith("Search"));
      await page.waitForFunction(() => document.activeElement?.textContent === "Ann Silent");
    });
  });

  test("results are there at once when the reader comes back to them, with their place", async () => {
    await withPage(`${STORY}/search?q=sessions`, async (page) => {
      await page.waitForSelector("main .paged > li:nth-child(20)");
      await page.evaluate(() => scrollTo(0, 1_200));
      await page.waitForFunction(() => scrollY > 1_100);
      await wait(300);
      const left = await page.evaluate(() => scrollY);
      await page.$eval("main .paged > li:nth-child(8) a", (link) => (link as HTMLElement).click());
      await page.waitForFunction(() => !location.hash.includes("/search"));
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.title.startsWith("Search"));
      expect(await page.evaluate(() => scrollY)).toBe(left);
    });
  });

  test("no worker outlives the dossier that it searches", async () => {
    await withPage(STORY, async (page) => {
      for (let turn = 0; turn < 4; turn += 1) {
        await page.focus("#title");
        await page.focus("#search-field");
        await page.waitForFunction(() => document.documentElement.dataset.workers === "1");
        await page.evaluate(
          (to) => {
            location.hash = to;
          },
          turn % 2 ? STORY : "odd",
        );
        await page.waitForFunction((title) => document.title.startsWith(title), {}, turn % 2 ? "Jeff" : "Odd");
        await page.waitForFunction(() => document.documentElement.dataset.workers === "0");
      }
    });
  });

  test("a search without a result says whether the words or the filters are why", async () => {
    await withPage(`${STORY}/search?q=submarine`, async (page) => {
      await says(page, "Nothing found. Try fewer or shorter words.");
    });
    await withPage(`${STORY}/search?q=ambassador`, async (page) => {
      await page.waitForSelector("main .paged a");
      await page.click("main input[type=checkbox]");
      await page.select("main label:last-child select", "source");
      await says(page, "Nothing fits these filters.");
    });
  });

  test("a search that cannot start says so", async () => {
    await withPage(
      `${STORY}/search?q=ambassador`,
      async (page) => {
        await says(page, "The search could not be started.");
        expect(await page.$$eval("main [role=status]", (all) => all.map((one) => one.textContent))).not.toContain(
          "Reading the dossier: 0\u00a0%",
        );
      },
      "?search=broken",
      // Firefox reports its own refusal as an error of the page, too.
      `Loading Worker from “${harness.origin}/no-such-file.js” was blocked because of a disallowed MIME type (“text/plain”).`,
    );
  });

  test("the document to print comes whole, each record rendered once, and until then paper says that it is not", async () => {
    await withPage(`${STORY}/print`, async (page) => {
      await page.evaluate(() => Object.assign(globalThis, { made: 0 }));
      await page.evaluate(() => location.assign("#middling/print"));
      await page.waitForSelector(".left-out");
      const words = await page.$eval(".left-out", (one) => [getComputedStyle(one).display, one.textContent]);
      expect(words[0]).toBe("none");
      expect(words[1]).toMatch(/not complete when it was printed: \d+ of 1,350 records/);
      if (kind === "chromium") {
        await page.emulateMediaType("print");
        expect(await page.$eval(".left-out", (one) => getComputedStyle(one).display)).toBe("block");
        await page.emulateMediaType("screen");
      }
      await page.waitForSelector(".whole .buttons button");
      expect(await page.$$(".left-out")).toHaveLength(0);
      const found = await page.evaluate(() => ({
        people: document.querySelectorAll(".whole-cast > div").length,
        events: document.querySelectorAll(".event").length,
        statements: document.querySelectorAll(".statement").length,
        sources: document.querySelectorAll(".source-list > li").length,
        made: (globalThis as unknown as { made: number }).made,
        elements: document.querySelectorAll("main *").length,
      }));
      expect(found).toMatchObject({ people: 100, events: 200, statements: 1_000, sources: 50 });
      // Elements, texts and components of each record; a document whose every record is made anew with each step has 30 times that.
      expect(found.made / found.elements).toBeLessThan(6);
    });
  });

  test("rows that are there already are not rendered again when a list shows more", async () => {
    await withPage("big/statements", async (page) => {
      const rows = () => page.$$eval(".statements .paged > li", (all) => all.length);
      for (let shown = 25; shown < 150; shown += 25) {
        await page.waitForFunction((n) => document.querySelectorAll(".statements .paged > li").length === n, {}, shown);
        await page.evaluate(() => Object.assign(globalThis, { made: 0 }));
        await page.$eval(".more button", (button) => (button as HTMLElement).click());
      }
      await page.waitForFunction(() => document.querySelectorAll(".statements .paged > li").length === 150);
      const { made, elements } = await page.evaluate(() => ({
        made: (globalThis as unknown as { made: number }).made,
        elements: document.querySelectorAll(".statements .paged *").length,
      }));
      // 25 of 150 rows came with the last press, in 13 slices; rendering all of them with each slice makes 20 times as much.
      expect(await rows()).toBe(150);
      expect(made).toBeLessThan(2 * elements);
    });
  });

  test("a filter that is taken away hands the focus on", async () => {
    const focused = (page: Page) =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName);
    await withPage(`${STORY}/statements?verbatim=1`, async (page) => {
      await page.focus(".filters .button");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !location.hash.includes("?"));
      await page.waitForFunction(() => document.querySelector(".filters .button") === null);
      expect(await focused(page)).toBe("SELECT");
    });
    await withPage(`${STORY}/timeline?person=jeff-sessions&person=al-franken`, async (page) => {
      await page.waitForSelector(".chosen li:nth-child(2)");
      await page.focus(".chosen button");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".chosen li").length === 1);
      expect(await focused(page)).toBe("Remove the lane of Al Franken");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".chosen") === null);
      expect(await focused(page)).toBe("SELECT");
    });
  });

  test("a page that is loaded anew stands where it stood, with its list as long as it was", async () => {
    await withPage("big/statements", async (page) => {
      await page.waitForSelector(".more button");
      await page.$eval(".more button", (button) => (button as HTMLElement).click());
      await page.waitForFunction(() => document.querySelectorAll(".statement").length === 50);
      await page.evaluate(() => document.querySelector(".paged > li:nth-child(40)")!.scrollIntoView());
      await wait(300);
      const left = await page.evaluate(() => scrollY);
      expect(left).toBeGreaterThan(1_000);
      // In Firefox the protocol's own reload does not settle; this one is the reader's.
      await page.evaluate(() => {
        Object.assign(globalThis, { old: true });
        location.reload();
      });
      await page.waitForFunction(() => !("old" in globalThis) && document.querySelectorAll(".statement").length === 50);
      expect(await page.evaluate(() => scrollY)).toBe(left);
    });
  });

  test("the order of the cast and the type of a search stand in the address, and back brings them back", async () => {
    await withPage(STORY, async (page) => {
      await page.select(".section-head select", "name");
      await page.waitForFunction(() => location.hash.endsWith("/cast?order=name"));
      const first = () => page.$eval(".cast-member a", (link) => link.textContent);
      await page.waitForFunction(() => document.querySelector(".cast-member a")!.textContent === "Adam Schiff");
      await page.$eval(".cast-member a", (link) => (link as HTMLElement).click());
      await page.waitForFunction(() => document.title.startsWith("Adam Schiff"));
      await page.evaluate(() => history.back());
      await page.waitForSelector(".cast-member");
      expect(await first()).toBe("Adam Schiff");
    });
    await withPage(`${STORY}/search?q=sessions&type=event`, async (page) => {
      await page.waitForSelector("main .paged > li");
      expect(await page.$$eval("main .paged > li > :not(.event)", (others) => others.length)).toBe(0);
    });
  });

  test("the search field is empty again where back leads to a page without a search", async () => {
    await withPage(STORY, async (page) => {
      await page.click("#search-field");
      await page.keyboard.type("March 2");
      await page.waitForFunction(() => location.hash.endsWith("q=March+2"));
      await page.evaluate(() => history.back());
      await page.waitForSelector(".cast-member");
      expect(await page.$eval("#search-field", (field) => (field as HTMLInputElement).value)).toBe("");
    });
  });

  test("on paper no words are cut, and the timeline has its table, too", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      await page.waitForSelector(".chart");
      const items = await page.$eval(".result-count", (count) => Number.parseInt(count.textContent, 10));
      const rows = () => page.$$eval("tbody tr", (all) => all.length);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect(await rows()).toBe(items);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.waitForFunction(() => document.querySelector("tbody") === null);
    });
    if (kind === "firefox") return;
    await withPage(`${STORY}/person/jeff-sessions`, async (page) => {
      await page.waitForSelector(".target .only-print");
      const shown = () =>
        page.$$eval(".target .only-print", (all) => all.map((one) => getComputedStyle(one).display === "inline"));
      expect(await shown()).not.toContain(true);
      await page.emulateMediaType("print");
      expect(await shown()).not.toContain(false);
    });
  });

  test("paper is white also where the reader has chosen the dark theme", async () => {
    // Firefox cannot be told over its protocol to lay out for paper.
    if (kind === "firefox") return;
    await withPage(`${STORY}/person/jeff-sessions`, async (page) => {
      await page.waitForSelector(".target .only-print");
      await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
      await page.emulateMediaType("print");
      const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      expect(await scheme()).toBe("light");
      await page.emulateMediaType("screen");
      expect(await scheme()).toBe("dark");
    });
  });

  test("a second copy of a citation is said again", async () => {
    await withPage(`${STORY}/statement/st-sessions-testimony`, async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = async () => {};
      });
      await page.$eval(".actions .link", (button) => (button as HTMLElement).click());
      await page.waitForFunction(() => document.querySelector(".actions .done")!.textContent !== "");
      const added = await page.evaluate(
        () =>
          new Promise<string | null>((done) => {
            new MutationObserver((records) => {
              const [node] = records.flatMap((record) => [...record.addedNodes]);
              if (node) done(node.textContent);
            }).observe(document.querySelector(".actions .done")!, { childList: true, subtree: true });
            document.querySelector<HTMLElement>(".actions .link")!.click();
          }),
      );
      expect(added).toBe("Copied with its sources.");
    });
  });

  test("printing a long list is bounded, and says how much is left out and where all of it is", async () => {
    await withPage("big/statements", async (page) => {
      await page.waitForSelector(".more");
      const { rows, shown, words } = await page.evaluate(() => {
        dispatchEvent(new Event("beforeprint"));
        const left = document.querySelector(".left-out");
        return {
          rows: document.querySelectorAll(".statements .paged > li").length,
          shown: document.querySelectorAll(".more").length,
          words: left?.textContent,
        };
      });
      expect(rows).toBe(300);
      expect(shown).toBe(0);
      expect(words).toContain("300 of 10,000");
      expect(words).toContain("Read or print as one document");
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.waitForSelector(".more");
      expect(await page.$$(".left-out")).toHaveLength(0);
    });
  });
});
