import type { Page } from "puppeteer";
import { type Booth, idle, withTab } from "./browsers.ts";
import type { BenchServer } from "./server.ts";

/** What the page itself can see of an extension. Untraced: watching costs time of its own. */
export interface Watched {
  /** Mutation records between the end of parsing and rest. */
  mutations: number;
  /** Milliseconds from `DOMContentLoaded`, and from `load`, to the frame that showed the first mark; negative: before it. */
  afterParsed: number | undefined;
  afterLoad: number | undefined;
}

export async function watchOnce(booth: Booth, server: BenchServer, pageId: string): Promise<Watched> {
  return withTab(booth.browser, async (page, cdp) => {
    await page.evaluateOnNewDocument(watch);
    await page.goto(server.url(booth.host, pageId), { waitUntil: "load", timeout: 120_000 });
    await idleFrames(page);
    await idle(cdp, booth.quiet);
    return page.evaluate(() => (window as unknown as { watched(): Watched }).watched());
  });
}

/** The watch asks for a frame until it has seen a mark, at most 30 s; `idle` would take that for work of the page. */
async function idleFrames(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as { watchedEnough(): boolean }).watchedEnough(), {
    polling: 100,
    timeout: 60_000,
  });
}

function watch(): void {
  let mutations = 0;
  let firstMark: number | undefined;
  const observer = new MutationObserver((records) => {
    mutations += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    observer.takeRecords();
    mutations = 0;
  });
  const marked = () => {
    let size = 0;
    CSS.highlights.forEach((highlight, name) => {
      if (name.startsWith("dramatis")) size += highlight.size;
    });
    return size > 0;
  };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    firstMark ??= performance.now();
  };
  const enough = () => firstMark !== undefined || (document.readyState === "complete" && performance.now() > 30_000);
  const frame = () => {
    // A message posted in a frame arrives after that frame has been drawn.
    if (marked()) port2.postMessage(0);
    else if (!enough()) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, {
    watchedEnough: enough,
    watched: () => {
      mutations += observer.takeRecords().length;
      const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const since = (time: number) => (firstMark === undefined ? undefined : firstMark - time);
      return {
        mutations,
        afterParsed: since(entry!.domContentLoadedEventEnd),
        afterLoad: since(entry!.loadEventEnd),
      };
    },
  });
}
