import { type Booth, idle, withTab } from "./browsers.ts";
import type { BenchServer } from "./server.ts";

/**
 * Bytes of a tab's heaps after a full collection: JavaScript objects of every world, DOM objects and buffers. What an
 * extension adds is the difference to the same page without one.
 */
export async function heapOnce(booth: Booth, server: BenchServer, pageId: string): Promise<number> {
  return withTab(booth.browser, async (page, cdp) => {
    await page.goto(server.url(booth.host, pageId), { waitUntil: "load", timeout: 120_000 });
    await idle(cdp, booth.quiet);
    await cdp.send("HeapProfiler.enable");
    // Twice: objects with weak references to them go in the second round.
    await cdp.send("HeapProfiler.collectGarbage");
    await cdp.send("HeapProfiler.collectGarbage");
    const usage = (await cdp.send("Runtime.getHeapUsage")) as unknown as Record<string, number>;
    return usage.usedSize! + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  });
}
