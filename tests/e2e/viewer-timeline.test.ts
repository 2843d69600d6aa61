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
const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));
const status = (page: Page) => page.$eval(".selection [role=status]", (one) => one.textContent);

/** Until the window has not scrolled for a while. */
async function still(page: Page): Promise<void> {
  const at = () => page.evaluate(() => scrollY);
  for (let before = -1, now = await at(); before !== now; now = await at()) {
    before = now;
    await wait(250);
  }
}

/** How much of the window's height lies below the heading of what was chosen; negative: it is out of sight. */
const roomBelowHeading = (page: Page) =>
  page.$eval("#selection", (heading) => (innerHeight - heading.getBoundingClientRect().bottom) / innerHeight);

describe.each(BROWSERS)("timeline in %s", (kind) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchViewer(kind);
  });
  afterAll(() => browser.close());
  const withPage = (at: string, run: (page: Page) => Promise<void>) =>
    withViewer(browser, `${harness.origin}/dossier.html#${at}`, run);

  test("a dossier of thousands draws its chart after the page, but at once for who comes back", async () => {
    await withPage("big/cast", async (page) => {
      /** Whether the chart came in the very task that brought the page's heading. */
      const drawnWith = (go: () => void) =>
        page.evaluate(
          (source) =>
            new Promise<boolean>((done) => {
              new MutationObserver((_, observer) => {
                if (document.querySelector("#title")?.textContent !== "Timeline") return;
                observer.disconnect();
                done(document.querySelector(".chart") !== null);
              }).observe(document.body, { childList: true, subtree: true, characterData: true });
              new Function(`(${source})()`)();
            }),
          String(go),
        );
      await page.waitForSelector("#title");
      expect(await drawnWith(() => location.assign("#big/timeline"))).toBe(false);
      await page.waitForSelector(".chart .mark");
      await page.setViewport({ width: 1000, height: 400 });
      await page.evaluate(() => scrollTo(0, 300));
      await still(page);
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(100);
      await page.evaluate(() => location.assign("#big/cast"));
      await page.waitForFunction(() => document.querySelector("#title")?.textContent !== "Timeline");
      expect(await drawnWith(() => history.back())).toBe(true);
      await still(page);
      expect(await page.evaluate(() => scrollY)).toBe(before);
    });
  });

  test("what a mark stands for is brought into view, for the pointer and for the keyboard", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      await page.setViewport({ width: 1200, height: 700 });
      await wait(200);
      const label = await page.$eval(".mark", (mark) => mark.getAttribute("aria-label"));
      await page.click(".mark .shape");
      await page.waitForSelector(".selection .paged > li");
      await still(page);
      expect(await status(page)).toBe(label);
      expect(await roomBelowHeading(page)).toBeGreaterThan(0.3);
      await page.evaluate(() => scrollTo(0, 0));
      await page.$eval(".mark[tabindex='0']", (mark) => (mark as SVGElement).focus());
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (old) => document.querySelector(".selection [role=status]")!.textContent !== old,
        {},
        label,
      );
      await still(page);
      expect(await roomBelowHeading(page)).toBeGreaterThan(0.3);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("option");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("selection");
    });
  });

  test("what was chosen stands in the address: a link opens it, and back finds it with zoom and place", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      const zoomIn = ".zoom button:nth-child(2)";
      await page.click(zoomIn);
      await page.click(zoomIn);
      await wait(300);
      await page.$eval(".mark[tabindex='0']", (mark) => (mark as SVGElement).focus());
      await page.keyboard.press("Enter");
      await page.waitForSelector(".selection .paged > li");
      await wait(300);
      const chosen = await status(page);
      const address = await hash(page);
      const view = () =>
        page.$eval(".scroller", (one) => [
          Math.round(one.scrollLeft),
          Math.round(one.querySelector("svg")!.getBoundingClientRect().width),
        ]);
      const before = await view();
      expect(address).toMatch(/\?at=(event|statement):/);
      await page.$eval(".selection .paged a", (link) => (link as HTMLElement).click());
      await page.waitForFunction(() => !location.hash.includes("/timeline"));
      await page.evaluate(() => history.back());
      await page.waitForSelector(".selection .paged > li");
      await wait(300);
      expect(await status(page)).toBe(chosen);
      expect(await view()).toEqual(before);
      await withPage(address.slice(1), async (linked) => {
        await linked.waitForSelector(".selection .paged > li");
        await still(linked);
        expect(await status(linked)).toBe(chosen);
        expect(await roomBelowHeading(linked)).toBeGreaterThan(0.2);
      });
    });
  });

  test("a mark of thousands puts no more into the address than one can pass on, and back still has them all", async () => {
    await withPage("big/timeline", async (page) => {
      await page.evaluate(() => {
        const most = [...document.querySelectorAll(".mark")].sort(
          (a, b) =>
            Number(b.querySelector(".number")?.textContent ?? 0) - Number(a.querySelector(".number")?.textContent ?? 0),
        )[0]!;
        most.querySelector(".shape")!.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      });
      await page.waitForSelector(".selection .paged > li");
      const chosen = await status(page);
      expect(Number.parseInt(/([\d,]+) items/.exec(chosen)![1]!, 10)).toBeGreaterThan(50);
      expect((await hash(page)).split("at=").length - 1).toBe(50);
      await page.$eval(".selection .paged a", (link) => (link as HTMLElement).click());
      await page.waitForFunction(() => !location.hash.includes("/timeline"));
      await page.evaluate(() => history.back());
      await page.waitForSelector(".selection .paged > li");
      expect(await status(page)).toBe(chosen);
    });
  });

  test("no label is cut within a word by the edge of the window onto the drawing, at any zoom", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      for (let step = 0; step < 6; step += 1) {
        await wait(300);
        const cut = await page.$eval(".scroller", (scroller) => {
          const { left, right } = scroller.getBoundingClientRect();
          return [...scroller.querySelectorAll(".label-text")]
            .filter((label) => {
              const box = label.getBoundingClientRect();
              const seen = box.right > left && box.left < right;
              return seen && (box.right > right || (box.left < left && box.right > left));
            })
            .map((label) => label.textContent);
        });
        expect([step, cut]).toEqual([step, []]);
        await page.click(".zoom button:nth-child(2)");
      }
    });
  });

  test("a narrow window has words on its timeline too", async () => {
    await withPage(`${STORY}/timeline`, async (page) => {
      await page.setViewport({ width: 320, height: 800 });
      await wait(400);
      const { lanes, bare } = await page.evaluate(() => ({
        lanes: [...document.querySelectorAll(".lanes [role=group]")].filter((lane) => lane.querySelector(".label-text"))
          .length,
        // A bar that has room for words has them.
        bare: [...document.querySelectorAll(".mark")].filter((mark) => {
          const shape = mark.querySelector(".span");
          return shape && !mark.querySelector(".number, .label-text") && shape.getBoundingClientRect().width > 100;
        }).length,
      }));
      expect(bare).toBe(0);
      expect(lanes).toBeGreaterThanOrEqual(3);
    });
  });

  test("a withdrawn statement is struck through and named as such in chart, table, chronicle and relations", async () => {
    await withPage("odd/timeline?person=rtl", async (page) => {
      const marks = await page.$$eval(".mark", (all) => all.map((mark) => mark.getAttribute("aria-label")));
      expect(marks.some((label) => label?.includes("Withdrawn: “"))).toBe(true);
      expect(await page.$eval(".label-text.struck", (label) => getComputedStyle(label).textDecorationLine)).toBe(
        "line-through",
      );
    });
    for (const at of ["odd/timeline?view=table", "odd/person/rtl", "odd/statement/first"]) {
      await withPage(at, async (page) => {
        const struck = await page.$$eval("tbody td, .chronicle .what, .relation .target", (all) =>
          all
            .filter((one) => one.textContent.includes("لم أقل ذلك قط"))
            .map((one) => [
              one.textContent.includes("Withdrawn"),
              [...one.querySelectorAll("*")].some(
                (part) =>
                  getComputedStyle(part).textDecorationLine === "line-through" &&
                  part.textContent.includes("لم أقل ذلك قط"),
              ),
            ]),
        );
        expect([at, struck]).toEqual([at, [[true, true]]]);
      });
    }
  });
});
