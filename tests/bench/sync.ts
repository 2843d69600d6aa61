/** What a feed's large dossier costs: time a thousand records, peak heap of the worker, and how long a card waits meanwhile. */
import type { CDPSession, Page } from "puppeteer";
import type { SyncPhase } from "../../src/dossier/rows.ts";
import type { LibraryMessage } from "../../src/shared/library-port.ts";
import { launch } from "../browsers/launch.ts";
import { ask } from "../e2e/extension.ts";
import { paced } from "../server/faults.ts";
import { json, serve } from "../server/serve.ts";
import { dossier, entry, index, text } from "../sync/publisher.ts";
import { quantile } from "./stats.ts";

export interface SyncBench {
  people: number;
  statements: number;
  /** Bytes of the file, and records in it of every kind. */
  bytes: number;
  records: number;
  /** The first version, and an update of it that is compared with what is held. */
  install: SyncRun;
  update: SyncRun;
  /** Bytes that the worker's heap held before, and at most (sampled four times a second). */
  heap: { before: number; peak: number };
}

export interface SyncRun {
  /** Milliseconds from the request to the end of the check, the download at the line's pace included. */
  total: number;
  perThousand: number;
  /** Different states of the progress bar that an extension page was shown. */
  steps: Partial<Record<SyncPhase["type"], number>>;
  /** How far the bar of each phase was when it was first seen, 0 to 1. */
  begins: { downloading?: number; storing?: number };
  /** Milliseconds that a card took meanwhile, asked for again and again. */
  card: { median: number; p95: number; max: number; count: number };
}

declare const chrome: {
  runtime: {
    connect(info: { name: string }): { onMessage: { addListener(listener: (message: LibraryMessage) => void): void } };
    sendMessage(message: unknown): Promise<unknown>;
  };
};
interface Watching {
  watching: { steps: string[]; cards: number[]; on: boolean };
}

/** Bytes that the host sends a second: a usual line at home, on which a bar can be seen to move. */
const LINE = 4_000_000;
/** Milliseconds between two pieces. */
const PIECE_MS = 40;
const LIMIT_MS = 240_000;
const BUNDLED_PERSON = { dossier: "sessions-kislyak", person: "jeff-sessions" };

/** Over loopback, at the pace of a line of 32 Mbit/s; `dist` must hold a fresh build. */
export async function syncBench(people = 10_000, statements = 50_000, dist = "dist"): Promise<SyncBench> {
  const server = await serve();
  const session = await launch("chromium", { dist });
  try {
    const url = `${server.origin}/feed.json`;
    const page = await session.open("options.html");
    let bytes = 0;
    const publish = (version: number) => {
      const file = text(dossier({ version, people, statements }));
      bytes = Buffer.byteLength(file);
      server.on("/story.json", paced(file, Math.ceil((bytes / LINE) * (1000 / PIECE_MS)), PIECE_MS));
      server.on("/feed.json", json(index([entry(file)])));
    };
    const target = await session.browser.waitForTarget((one) => one.type() === "service_worker");
    const worker = await target.createCDPSession();
    const heap = await watchHeap(worker);
    const records = people + statements + 2;
    publish(1);
    const install = await watchRun(page, records, () => ask(page, "feed.add", { url }).then(() => {}));
    publish(2);
    const update = await watchRun(page, records, () => ask(page, "feed.check", { url }).then(() => {}));
    return { people, statements, bytes, records, install, update, heap: await heap.stop() };
  } finally {
    await session.close();
    await server.close();
  }
}

async function watchRun(page: Page, records: number, start: () => Promise<void>): Promise<SyncRun> {
  await page.evaluate((ref) => {
    const watching = { steps: [] as string[], cards: [] as number[], on: true };
    (globalThis as unknown as Watching).watching = watching;
    const port = chrome.runtime.connect({ name: "dramatis-library" });
    port.onMessage.addListener((message) => {
      const phase = message.type === "snapshot" ? message.snapshot.feeds[0]?.phase : undefined;
      if (watching.on && phase && phase.type !== "idle") watching.steps.push(JSON.stringify(phase));
    });
    const again = async () => {
      while (watching.on) {
        const asked = performance.now();
        await chrome.runtime.sendMessage({ type: "card.get", data: { refs: [ref] } });
        watching.cards.push(performance.now() - asked);
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    void again();
  }, BUNDLED_PERSON);
  const began = performance.now();
  await start();
  for (;;) {
    const [row] = await ask(page, "feeds.list", {});
    if (row?.phase.type === "idle" && row.result?.type === "updated" && row.dossiers.length > 0) break;
    if (row?.result?.type === "failed") throw new Error(JSON.stringify(row.result.error));
    if (performance.now() - began > LIMIT_MS)
      throw new Error(`not done after ${LIMIT_MS} ms: ${JSON.stringify(row?.phase)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const total = performance.now() - began;
  const { steps, cards } = await page.evaluate(() => {
    const { watching } = globalThis as unknown as Watching;
    watching.on = false;
    return watching;
  });
  const counts: SyncRun["steps"] = {};
  const begins: SyncRun["begins"] = {};
  for (const step of new Set(steps)) {
    const phase = JSON.parse(step) as SyncPhase;
    counts[phase.type] = (counts[phase.type] ?? 0) + 1;
    if (phase.type === "downloading") begins.downloading ??= phase.received / (phase.total ?? Number.NaN);
    if (phase.type === "storing") begins.storing ??= phase.done / phase.total;
  }
  const card = {
    median: quantile(cards, 0.5),
    p95: quantile(cards, 0.95),
    max: Math.max(...cards),
    count: cards.length,
  };
  return { total, perThousand: (total / records) * 1000, steps: counts, begins, card };
}

async function watchHeap(worker: CDPSession) {
  const used = async () => {
    const { usedSize, backingStorageSize = 0 } = (await worker.send("Runtime.getHeapUsage")) as unknown as Record<
      "usedSize" | "backingStorageSize",
      number
    >;
    return usedSize + backingStorageSize;
  };
  await worker.send("HeapProfiler.enable");
  await worker.send("HeapProfiler.collectGarbage");
  const before = await used();
  let peak = before;
  let on = true;
  const sampling = (async () => {
    while (on) {
      peak = Math.max(peak, await used());
      await new Promise((done) => setTimeout(done, 250));
    }
  })();
  return {
    async stop() {
      on = false;
      await sampling;
      return { before, peak };
    },
  };
}
