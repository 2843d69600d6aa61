import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launchViewer, withViewer } from "../viewer/harness/open.ts";
import { type Harness, serveHarness } from "../viewer/harness/serve.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STORY = "sessions-kislyak";
const SURFACES = [
  STORY,
  `${STORY}/person/jeff-sessions`,
  `${STORY}/statement/st-sessions-testimony`,
  `${STORY}/event/ev-confirmation-hearing`,
  `${STORY}/source/src-report`,
  `${STORY}/statements`,
  `${STORY}/timeline`,
  `${STORY}/timeline?view=table`,
  `${STORY}/sources`,
  `${STORY}/changes`,
  `${STORY}/search?q=ambassador`,
  `${STORY}/print`,
  `${STORY}/person/nobody`,
  `${STORY}/nowhere/at/all`,
  "absent",
  "odd/person/long",
  "odd/changes",
];

let harness: Harness;
beforeAll(async () => {
  harness = await serveHarness();
});
afterAll(() => harness.close());

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`);
  });
}

const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent.trim());
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

describe.each(BROWSERS)("viewer in %s", (kind) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchViewer(kind);
  });
  afterAll(() => browser.close());

  const withPage = (hash: string, run: (page: Page) => Promise<void>, query = "") =>
    withViewer(browser, `${harness.origin}/dossier.html${query}#${hash}`, run);

  test("axe finds nothing on any surface, in both themes", async () => {
    for (const theme of ["light", "dark"]) {
      for (const hash of SURFACES) {
        await withPage(
          hash,
          async (page) => expect([hash, theme, ...(await axe(page))]).toEqual([hash, theme]),
          `?theme=${theme}`,
        );
      }
    }
  }, 240_000);

  test("no surface is wider than a window of 320 pixels", async () => {
    for (const hash of SURFACES) {
      await withPage(hash, async (page) => {
        await page.setViewport({ width: 320, height: 640 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([hash, over <= 0]).toEqual([hash, true]);
      });
    }
  }, 120_000);

  test("follows links, names the page, moves the focus to its heading, and comes back", async () => {
    await withPage(STORY, async (page) => {
      expect(await page.title()).toBe("Jeff Sessions and the Russian ambassador · Dramatis");
      await page.evaluate(() => scrollTo(0, 200));
      await page.waitForFunction(() => scrollY === 200);
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("main a")].find((a) => a.textContent === "Al Franken")?.focus(),
      );
      const left = await page.evaluate(() => scrollY);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.title.startsWith("Al Franken"));
      expect(await focused(page)).toBe("title");
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.title.startsWith("Jeff Sessions and"));
      expect(await focused(page)).toBe("Al Franken");
      expect(left).toBeGreaterThan(0);
      expect(await page.evaluate(() => scrollY)).toBe(left);
      await page.evaluate(() => history.forward());
      await page.waitForFunction(() => document.title.startsWith("Al Franken"));
    });
  });

  test("says so when an address names nothing", async () => {
    await withPage(`${STORY}/person/nobody`, async (page) => {
      expect(await text(page, "h1")).toBe("No such person");
      expect(await text(page, "main")).toContain("nobody");
    });
    await withPage("absent", async (page) => expect(await text(page, "[role=alert]")).toContain("absent"));
  });

  test("shows what stands against a statement, from both sides", async () => {
    await withPage(`${STORY}/person/jeff-sessions`, async (page) => {
      const against = await page.$$eval(".against .relation-kind", (all) => all.map((one) => one.textContent));
      expect(against).toContain("At odds with");
      expect(against).toContain("Disputed by");
    });
  });

  test("an office that was over by the end of the story says so: on cast, page and paper", async () => {
    const office = "National Security Adviser, until Feb 2017";
    for (const at of [STORY, `${STORY}/print`]) {
      await withPage(at, async (page) => {
        await page.waitForFunction(() => document.body.textContent.includes("Michael Flynn"));
        const roles = () => page.$$eval(".role", (all) => all.map((one) => one.textContent));
        await page.waitForFunction(() => document.querySelectorAll(".role").length > 10);
        const flynns = (await roles()).filter((role) => role.startsWith("National Security Adviser"));
        expect([at, flynns]).toEqual([at, [office]]);
      });
    }
    await withPage(`${STORY}/person/michael-flynn`, async (page) => {
      expect(await text(page, ".opening .role")).toBe(office);
    });
  });

  test("a withdrawn statement stays, with the publisher's reason", async () => {
    await withPage("odd/statement/withdrawn", async (page) => {
      expect(await text(page, ".correction")).toBe("Withdrawn March 1, 2020: The letter is a forgery.");
    });
    await withPage("odd/changes", async (page) => {
      expect(await page.$$eval(".statement", (all) => all.map((one) => one.getAttribute("data-id")))).toEqual([
        "withdrawn",
        "undated",
      ]);
    });
  });

  test("markup in a dossier stays text", async () => {
    await withPage("odd/statement/first", async (page) => {
      expect(await text(page, ".quote")).toContain("<b>that</b>");
      expect(await page.$(".quote b")).toBeNull();
    });
  });

  test("searches while typing, folds diacritics, marks the hits and counts them", async () => {
    await withPage(STORY, async (page) => {
      await page.click("#search-field");
      await page.keyboard.type("KÍSLY");
      await page.waitForFunction(() => document.querySelectorAll("main mark").length > 0);
      expect(await page.$$eval("main mark", (all) => [...new Set(all.map((one) => one.textContent))])).toContain(
        "Kislyak",
      );
      expect(await text(page, "main [role=status]")).toMatch(/^\d+ results$/);
      expect(await focused(page)).toBe("search-field");
      expect(await page.evaluate(() => decodeURIComponent(location.hash))).toBe(`#${STORY}/search?q=KÍSLY`);
    });
  });

  test("filters by person and words, and announces how many are left", async () => {
    await withPage(`${STORY}/statements`, async (page) => {
      const all = await page.$$eval(".statement", (list) => list.length);
      await page.select(".filters select", "al-franken");
      await page.waitForFunction((before) => document.querySelectorAll(".statement").length < before, {}, all);
      await page.click(".check input");
      await page.waitForFunction(() => location.hash.endsWith("?person=al-franken&verbatim=1"));
      const left = await page.$$eval(".statement", (list) => list.map((one) => one.querySelector(".quote") !== null));
      expect(left.length).toBeGreaterThan(0);
      expect(left).not.toContain(false);
      expect(await text(page, "main [role=status]")).toBe(
        left.length === 1 ? "1 statement" : `${left.length} statements`,
      );
    });
  });

  test("the timeline is worked by keyboard: arrows, zoom, choosing", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      const label = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      for (let stop = 0; stop < 60 && !(await label())?.includes(": "); stop += 1) await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("option");
      expect(await page.$$eval(".mark[tabindex='0']", (all) => all.length)).toBe(1);
      const first = await label();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((old) => document.activeElement?.getAttribute("aria-label") !== old, {}, first);
      const width = () => page.$eval(".lanes", (svg) => svg.getBoundingClientRect().width);
      const fitted = await width();
      const here = await label();
      await page.keyboard.type("+++");
      await page.waitForFunction(
        (old) => document.querySelector(".lanes")!.getBoundingClientRect().width > old * 1.5,
        {},
        fitted,
      );
      await page.waitForFunction((old) => document.activeElement?.getAttribute("aria-label") === old, {}, here);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".selection .paged > li");
      expect(await text(page, ".selection [role=status]")).toBe(here);
      await page.keyboard.press("0");
      await page.waitForFunction(
        (old) => document.querySelector(".lanes")!.getBoundingClientRect().width === old,
        {},
        fitted,
      );
    });
  });

  test("no label of the timeline ever lies on another label or mark", async () => {
    for (const hash of [`${STORY}/timeline`, "big/timeline", "odd/timeline"]) {
      await withPage(hash, async (page) => {
        for (let step = 0; step < 5; step += 1) {
          const overlaps = await page.evaluate(() => {
            const boxes = [...document.querySelectorAll(".mark")].flatMap((mark) => {
              const parts = [mark.querySelector(".shape"), mark.querySelector(".clip")].filter((part) => part !== null);
              return parts.map((part) => {
                const { left, right, top, bottom } = part.getBoundingClientRect();
                // What a nested viewport cuts off is not seen.
                const wide = part.matches(".clip") ? Number(part.getAttribute("width")) : right - left;
                return { mark, box: { left, right: Math.min(right, left + wide), top, bottom } };
              });
            });
            return boxes.flatMap((one, i) =>
              boxes.slice(i + 1).filter(({ mark, box }) => {
                const wide = Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left);
                const high = Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top);
                return mark !== one.mark && wide > 1 && high > 1;
              }),
            ).length;
          });
          expect([hash, step, overlaps]).toEqual([hash, step, 0]);
          await page.click(".zoom button:nth-child(2)");
        }
      });
    }
  });

  test("the table says the same as the chart, and what has no date too", async () => {
    await withPage("odd/timeline?view=table", async (page) => {
      expect(await page.$$eval("tbody tr", (rows) => rows.map((row) => row.children[0]!.textContent))).toEqual([
        "Feb 29, 2020",
        "Feb 29, 2020",
        "about Feb 29, 2020",
        "No date",
      ]);
    });
  });

  test("shows more rows on request and puts the focus on the first of them", async () => {
    await withPage("big/statements", async (page) => {
      const before = Number.parseInt(await text(page, ".more .hint"), 10);
      await page.focus(".more button");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.closest("li"));
      const place = await page.evaluate(() => {
        const row = document.activeElement?.closest("li");
        return row ? [...row.parentElement!.children].indexOf(row) : -1;
      });
      expect(place).toBe(before);
    });
  });

  test("a printed page holds every row, and the address of every link out", async () => {
    await withPage("big/person/person-1", async (page) => {
      const rows = () => page.$$eval(".chronicle > li", (all) => all.length);
      await page.waitForSelector(".chronicle ~ .more");
      const total = await page.$eval(".chronicle ~ .more .hint", (hint) =>
        Number(/of ([\d,]+)/.exec(hint.textContent)![1]!.replaceAll(",", "")),
      );
      expect(await rows()).toBeLessThan(total);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect(await rows()).toBe(total);
      expect(await page.$$(".more, .left-out")).toHaveLength(0);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      if (kind === "firefox") return;
      await page.emulateMediaType("print");
      const shown = await page.$eval(".web", (link) => getComputedStyle(link, "::after").content);
      expect(shown).toMatch(/https:\/\/example\.org\/\d+/);
      expect(await page.$eval(".buttons", (one) => getComputedStyle(one).display)).toBe("none");
    });
  });

  // How long that takes is measured by tests/bench/viewer.ts; what keeps it short is counted here.
  test("of 10,000 statements and 12,000 marks only those in view are in the document", async () => {
    await withPage("big/statements", async (page) => {
      await page.waitForSelector(".more");
      // A page of the list comes in slices; whatever comes on top of it would come within the same few frames.
      await page.waitForFunction(() => document.querySelectorAll(".statement").length >= 25);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      expect(await page.$$eval(".statement", (all) => all.length)).toBe(25);
      await page.select(".filters select", "person-7");
      await page.waitForFunction(() => location.hash.includes("person-7"));
      expect(await page.$$eval(".statement", (all) => all.length)).toBeLessThanOrEqual(25);
    });
    await withPage("big/timeline", async (page) => {
      for (let step = 0; step < 4; step += 1) {
        expect(await page.$$eval(".mark", (all) => all.length)).toBeLessThan(800);
        await page.click(".zoom button:nth-child(2)");
      }
    });
  });
});
