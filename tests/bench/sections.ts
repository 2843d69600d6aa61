/** The parts of a run; each returns plain figures and leaves nothing behind. */
import type { Fair } from "./browsers.ts";
import { type Contender, FLOOR, NONE, OURS, PEERS } from "./contenders.ts";
import { type Feed, feedOnce } from "./feed.ts";
import { heapOnce } from "./heap.ts";
import type { BenchPage } from "./pages.ts";
import { type FeedResult, type PageResult, pageCost, type WatchedResult } from "./results.ts";
import { type Scan, scanOnce, textOf } from "./scan.ts";
import type { BenchServer } from "./server.ts";
import { type Figure, figure, median, quantile } from "./stats.ts";
import { type Watched, watchOnce } from "./watch.ts";

export interface Bench {
  fair: Fair;
  server: BenchServer;
  /** Loads a contender gets on a page of a kind. */
  quick: boolean;
  log(line: string): void;
}

const ALL = [NONE, FLOOR, ...OURS, ...PEERS];
const ENDS = [OURS[0]!, OURS.at(-1)!];

/** Fresh loads a contender gets on one page: most where a target hangs on it, few where a load takes seconds. */
function loads({ id }: Contender, { kind }: BenchPage, quick: boolean): number {
  const crucial = id === "floor" || ENDS.some((ours) => ours.id === id);
  // On giants one peer stands for all: mark.js alone would take a quarter of a minute a load.
  if (kind === "giant") return crucial ? (quick ? 1 : 3) : id.startsWith("markjs") || /regex-\d{3,}/.test(id) ? 0 : 1;
  return crucial ? (quick ? 2 : 3) : 1;
}

/** Contenders take turns, so that a slow moment of the machine meets them all. */
export async function scanPage({ fair, server, quick, log }: Bench, page: BenchPage): Promise<PageResult> {
  const scans = new Map<Contender, Scan[]>(ALL.map((contender) => [contender, []]));
  for (let round = 0; round < 5; round++) {
    for (const [contender, held] of scans) {
      if (round < loads(contender, page, quick))
        held.push(await scanOnce(await fair.booth(contender), server, page.id));
    }
  }
  const costs = Object.fromEntries(
    [...scans].filter(([, held]) => held.length > 0).map(([{ id }, held]) => [id, pageCost(held)]),
  );
  const times = ALL.filter(({ id }) => id !== "none" && costs[id]).map(
    ({ id }) => `${id} ${costs[id]!.total.median.toFixed(1)}`,
  );
  log(`${page.id}: ${times.join(" · ")} ms`);
  return { id: page.id, kind: page.kind, ...(await textOf(await fair.booth(NONE), server, page.id)), costs };
}

export async function heapOf({ fair, server, quick }: Bench, page: BenchPage): Promise<Record<string, Figure>> {
  const runs = quick ? 1 : 2;
  const measure = async (contender: Contender) => {
    const values = [];
    for (let run = 0; run < runs; run++) values.push(await heapOnce(await fair.booth(contender), server, page.id));
    return values;
  };
  const bare = median(await measure(NONE));
  const result: Record<string, Figure> = {};
  for (const contender of [FLOOR, ...OURS]) {
    result[contender.id] = figure((await measure(contender)).map((bytes) => bytes - bare));
  }
  return result;
}

export async function watch({ fair, server, quick }: Bench, page: BenchPage): Promise<Record<string, WatchedResult>> {
  const runs = quick || page.kind === "giant" ? 1 : 3;
  const result: Record<string, WatchedResult> = {};
  for (const contender of ENDS) {
    const seen: Watched[] = [];
    for (let run = 0; run < runs; run++) seen.push(await watchOnce(await fair.booth(contender), server, page.id));
    const times = (pick: (watched: Watched) => number | undefined) =>
      seen.map(pick).filter((time) => time !== undefined);
    const afterParsed = times((watched) => watched.afterParsed);
    const afterLoad = times((watched) => watched.afterLoad);
    result[contender.id] = {
      mutations: figure(seen.map(({ mutations }) => mutations)),
      ...(afterParsed.length ? { afterParsed: figure(afterParsed), afterLoad: figure(afterLoad) } : {}),
    };
  }
  return result;
}

export async function feeds({ fair, server, quick }: Bench, pageId: string): Promise<Record<string, FeedResult>> {
  const result: Record<string, FeedResult> = {};
  for (const contender of ENDS) {
    const runs: Feed[] = [];
    for (let run = 0; run < (quick ? 1 : 2); run++)
      runs.push(await feedOnce(await fair.booth(contender), server, pageId));
    const delays = runs.flatMap((run) => run.delays);
    result[contender.id] = {
      delay: { median: median(delays), p95: quantile(delays, 0.95), max: Math.max(...delays), items: delays.length },
      unmarked: runs.reduce((sum, run) => sum + run.unmarked, 0),
      share: figure(runs.map((run) => run.share)),
      longest: figure(runs.map((run) => Math.max(0, ...run.slices))),
    };
  }
  return result;
}
