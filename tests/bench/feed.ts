import { type Booth, withTab } from "./browsers.ts";
import type { BenchServer } from "./server.ts";
import { costOfLoad, TRACE_CATEGORIES, type TraceEvent } from "./trace.ts";

export const FEED_SECONDS = 20;

export interface Feed {
  /** Milliseconds from an item's arrival to the frame that had its mark, item by item. */
  delays: number[];
  /** Items that were never marked. */
  unmarked: number;
  /** The extension's part of the main thread's time, 0..1. */
  share: number;
  slices: number[];
}

export async function feedOnce(booth: Booth, server: BenchServer, pageId: string): Promise<Feed> {
  const url = server.url(booth.host, pageId);
  return withTab(booth.browser, async (page) => {
    await page.tracing.start({ categories: TRACE_CATEGORIES });
    await page.goto(url, { waitUntil: "load" });
    await new Promise((done) => setTimeout(done, FEED_SECONDS * 1000 + 1000));
    const buffer = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
    const { added, marked } = await page.evaluate(
      () => (window as unknown as { feed: { added: number[]; marked: (number | null)[] } }).feed,
    );
    const cost = costOfLoad(traceEvents, url, booth.extension);
    const delays = added.flatMap((time, i) => (typeof marked[i] === "number" ? [marked[i] - time] : []));
    return {
      delays,
      unmarked: added.length - delays.length,
      share: cost.script / (added.at(-1)! - added[0]!),
      slices: cost.slices,
    };
  });
}
