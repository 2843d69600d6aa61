import type { Booth } from "./browsers.ts";
import { idle, withTab } from "./browsers.ts";
import type { BenchServer } from "./server.ts";
import { costOfLoad, type LoadCost, TRACE_CATEGORIES, type TraceEvent } from "./trace.ts";

/** One load of a page in a fresh tab, traced from before navigation until the page has come to rest. */
export interface Scan extends LoadCost {
  /** Names marked in the end: highlights for ours, `<mark>` elements for the peers. */
  marks: number;
}

export async function scanOnce(booth: Booth, server: BenchServer, pageId: string): Promise<Scan> {
  const url = server.url(booth.host, pageId);
  return withTab(booth.browser, async (page, cdp) => {
    await page.tracing.start({ categories: TRACE_CATEGORIES });
    await page.goto(url, { waitUntil: "load", timeout: 120_000 });
    await idle(cdp, booth.quiet);
    const buffer = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
    const marks = await page.evaluate(() => {
      let size = document.querySelectorAll("mark[data-markjs], mark:not([class])").length;
      CSS.highlights.forEach((highlight, name) => {
        if (name.startsWith("dramatis")) size += highlight.size;
      });
      return size;
    });
    return { ...costOfLoad(traceEvents, url, booth.extension), marks };
  });
}

/** How much text a page holds under its body. */
export async function textOf(booth: Booth, server: BenchServer, pageId: string) {
  return withTab(booth.browser, async (page) => {
    await page.goto(server.url(booth.host, pageId), { waitUntil: "domcontentloaded", timeout: 120_000 });
    return page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let textNodes = 0;
      let characters = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        textNodes++;
        characters += node.nodeValue!.length;
      }
      return { textNodes, characters };
    });
  });
}
