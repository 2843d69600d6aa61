/**
 * `node tests/bench/viewer.ts`: longest task of the viewer, in milliseconds of processor time, for what a reader does
 * in a dossier of 1,000 people and 10,000 statements. Chromium only: Firefox offers no trace of its tasks.
 */
import type { Page } from "puppeteer";
import { launchPlain } from "../card/harness/open.ts";
import { serveHarness } from "../viewer/harness/serve.ts";

const RUNS = 3;

interface TraceEvent {
  name: string;
  tid: number;
  pid: number;
  /** Processor time of the thread, microseconds: other programs on the machine do not count. */
  tdur?: number;
}

/** Longest task of any renderer thread while `run` and the second after it last, in milliseconds of processor time. */
async function longestTask(page: Page, run: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({
    categories: ["disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"],
  });
  await run();
  await new Promise((done) => setTimeout(done, 1_000));
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: (TraceEvent & { args: { name?: string } })[];
  };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === "RunTask" && main.has(`${pid}/${tid}`));
  if (!tasks.length) throw new Error("the trace holds no tasks");
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000)));
}

/** Each step's longest task, median of the runs. */
export async function benchViewer(runs = RUNS): Promise<Record<string, number>> {
  const harness = await serveHarness();
  const browser = await launchPlain("chromium");
  try {
    const taken: Record<string, number[]> = {};
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage();
      await page.goto(`${harness.origin}/dossier.html#big/statements`);
      await page.waitForSelector(".more");
      for (const [name, act] of steps(page)) {
        taken[name] ??= [];
        taken[name].push(await longestTask(page, act));
      }
      await page.close();
    }
    return Object.fromEntries(
      Object.entries(taken).map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]!]),
    );
  } finally {
    await browser.close();
    await harness.close();
  }
}

/** Turns the wheel over the page, as a reader who looks for something does. */
async function wheel(page: Page, turns: number, deltaY: number): Promise<void> {
  await page.mouse.move(500, 400);
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel({ deltaY });
    await new Promise((done) => setTimeout(done, 50));
  }
}

function steps(page: Page): [name: string, act: () => Promise<unknown>][] {
  return [
    ["filter", () => page.select(".filters select", "person-7")],
    ["unfilter", () => page.select(".filters select", "")],
    ["scroll", () => wheel(page, 20, 400)],
    ["show more", () => page.click(".more button")],
    ["search", () => page.click("#search-field")],
    ["type", () => page.keyboard.type("harbour insp", { delay: 50 })],
    ["open timeline", () => page.evaluate(() => location.assign("#big/timeline"))],
    ["zoom", () => page.click(".zoom button:nth-child(2)")],
    ["zoom again", () => page.click(".zoom button:nth-child(2)")],
    ["filter timeline", () => page.select(".filters select", "person-7")],
    ["unfilter timeline", () => page.click(".chosen button")],
    ["pan", () => page.$eval(".scroller", (one) => one.scrollTo(900, 0))],
  ];
}

if (import.meta.main) console.table(await benchViewer());
