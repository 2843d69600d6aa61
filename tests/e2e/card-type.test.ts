/** How the card's words are set in little room: what is a name or a date stays whole. */
import type { Browser, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CardView } from "../../src/dossier/views.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launchPlain, openHarness } from "../card/harness/open.ts";
import { bundledView, VARIANTS } from "../card/samples.ts";
import { until } from "../card-suite/reader.ts";

const SESSIONS = [bundledView("jeff-sessions")];
const LONG = VARIANTS["long-names"]!;
const HTML = `<!doctype html><html lang="en"><head><title>News</title></head><body style="margin:4px;font:14px/1.3 serif"><p style="margin:0">Then <span id="name">MARK</span> spoke.</p></body></html>`;
/** Frames of advertisements, of comments, of a phone; the last one is a window. */
const FRAMES = [
  [200, 90],
  [234, 60],
  [300, 150],
  [320, 480],
  [420, 110],
  [900, 800],
] as const;

describe.each(BROWSERS)("the card's type in %s", (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchPlain(kind);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    if (page && !page.isClosed()) await page.close();
  });

  async function open(views: CardView[], width: number, height: number, messages = {}): Promise<void> {
    page = await browser.newPage();
    await page.setViewport({ width, height });
    await openHarness(page, HTML, { people: { MARK: views }, openDelay: 20, messages });
    await page.hover("#name");
    await until("a card", () => root((r) => r.querySelector("#panel") !== null));
  }
  const root = <T>(read: (root: ShadowRoot) => T) =>
    page.evaluate(`(${read})(globalThis.harness.root)`) as Promise<Awaited<T>>;

  it.each(FRAMES)("cuts no name and breaks no date at %i × %i", async (width, height) => {
    for (const views of [SESSIONS, LONG, VARIANTS.changed!, VARIANTS["approximate-dates"]!]) {
      await open(views, width, height);
      const faults = await root((r) => {
        const isCut = (e: Element) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible";
        const names = [...r.querySelectorAll("h2, .brief > :first-child, .meta, .role")].filter((element) => {
          for (let e: Element | null = element; e && !e.matches(".scroll"); e = e.parentElement)
            if (isCut(e)) return true;
          return false;
        });
        const dates = [...r.querySelectorAll(".date")].filter((date) => {
          const range = document.createRange();
          range.selectNodeContents(date);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        });
        return [...names.map((e) => `cut: ${e.textContent}`), ...dates.map((e) => `broken: ${e.textContent}`)];
      });
      expect(faults).toEqual([]);
      const spare = await root((r) => {
        const { scrollWidth, clientWidth } = r.querySelector(".scroll")!;
        return scrollWidth - clientWidth;
      });
      expect(spare).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it.each([false, true])("shows dots only between two words of a line (right to left: %s)", async (isRtl) => {
    let seen = 0;
    for (let width = 200; width <= 420; width += 20) {
      await open(LONG, width, 800, isRtl ? { direction: "rtl" } : {});
      const { faults, between } = await root((r) => {
        const found: string[] = [];
        let count = 0;
        for (const line of r.querySelectorAll(".meta")) {
          // What is cut off is not hit; the rest of the line tells what stands beside a dot.
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const letters: { letter: string; box: DOMRect }[] = [];
          for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
            for (let at = 0; at < node.length; at++) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const box = range.getClientRects()[0];
              if (node.data[at]!.trim() === "" || !box) continue;
              const x = box.left + box.width / 2;
              if (line.contains(r.elementFromPoint(x, box.top + box.height / 2)))
                letters.push({ letter: node.data[at]!, box });
            }
          }
          for (const { letter, box } of letters) {
            if (letter !== "·") continue;
            const beside = letters.filter((other) => Math.abs(other.box.top - box.top) < 4);
            const isBefore = beside.some((other) => other.box.right <= box.left + 1);
            const isAfter = beside.some((other) => other.box.left >= box.right - 1);
            if (isBefore && isAfter) count++;
            else found.push(line.textContent!);
          }
        }
        return { faults: found, between: count };
      });
      expect(faults, `${width} px`).toEqual([]);
      seen += between;
      await page.close();
    }
    expect(seen).toBeGreaterThan(5);
  });

  it("tells who it is before where that is told", async () => {
    await open(SESSIONS, 900, 800);
    const tops = await root((r) =>
      ["h2", ".role", ".summary", ".story", ".statement"].map((s) => r.querySelector(s)!.getBoundingClientRect().top),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });
});
