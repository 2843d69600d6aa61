import { SIZES } from "./dossiers.ts";
import type { BenchResult, PageResult, TargetResult } from "./results.ts";
import { geometricMean, median } from "./stats.ts";

/** Judges a run against the budgets of docs/performance.md. What was not measured is neither passed nor failed. */
export function judge(result: Omit<BenchResult, "targets">): TargetResult[] {
  const real = result.pages.filter(({ kind }) => kind === "real");
  const giants = result.pages.filter(({ kind }) => kind === "giant");
  const start = result.pages.find(({ kind }) => kind === "start");
  const article = giants.filter(({ id }) => id === "article-10mb");
  const scanned = result.pages.length > 0;
  const [least, most] = [`ours-${SIZES[0]}`, `ours-${SIZES.at(-1)}`];
  const all: TargetResult[] = [];
  const add = (name: string, target: string, measured: string | undefined, pass: boolean) =>
    all.push(measured === undefined ? { name, target, measured: "not measured" } : { name, target, measured, pass });

  for (const id of [least, most]) {
    const names = id === least ? "16 names" : "100,000 names";
    const onReal = ratios(real, id, "floor");
    add(`First scan of real pages against the floor, ${names}`, "<= 2.5 x", spread(onReal), median(onReal) <= 2.5);
    const onArticle = ratios(article, id, "floor");
    add(
      `First scan of the 10 MB article against the floor, ${names}`,
      "<= 1.5 x",
      spread(onArticle),
      median(onArticle) <= 1.5,
    );
    const walked = (pages: readonly PageResult[]) => beyondStart(pages, start, id, "floor");
    for (const [where, pages, most] of [
      ["real pages", real, 2.5],
      ["the 10 MB article", article, 1.5],
    ] as const) {
      const name = `Of it walk, match and paint (each less its own cost of the page "start"), ${where}, ${names}`;
      const values = walked(pages);
      add(name, `<= ${most} x`, spread(values), median(values) <= most);
    }
  }
  const growth = ratios([...real, ...giants], most, least);
  add("Growth from 16 to 100,000 names", "<= 1.2 x", spread(growth), geometricMean(growth) <= 1.2);

  const small = ratios(real, "ours-16", "regex-16");
  add("Against regex-and-wrap, 16 names, real pages", "<= 1 x", spread(small), median(small) <= 1);
  const big = ratios(real, "regex-12000", "ours-12000");
  add("Regex-and-wrap against ours, 12,000 names, real pages", ">= 5 x", spread(big), median(big) >= 5);
  const mark = ratios(real, "markjs-16", "ours-16");
  add("mark.js against ours, 16 names, real pages", ">= 30 x", spread(mark), median(mark) >= 30);

  const ours = result.pages.flatMap(({ costs }) => Object.entries(costs).filter(([id]) => id.startsWith("ours-")));
  const longest = Math.max(...ours.map(([, cost]) => cost.longest.max), ...feed(result, (f) => f.longest.max));
  add("Longest task caused by us, any page, any load", "<= 50 ms", scanned ? ms(longest) : undefined, longest <= 50);
  const sliced = ours.filter(([, cost]) => cost.slices.count > 0);
  const sliceMedian = median(sliced.map(([, cost]) => cost.slices.median));
  const sliceP95 = Math.max(...sliced.map(([, cost]) => cost.slices.p95));
  add("Slices, median (median of pages)", "<= 8 ms", scanned ? ms(sliceMedian) : undefined, sliceMedian <= 8);
  add("Slices, 95th percentile (worst page)", "<= 16 ms", scanned ? ms(sliceP95) : undefined, sliceP95 <= 16);
  const forced = Math.max(...ours.map(([, cost]) => cost.forcedCount.max));
  add("Forced style or layout", "0", scanned ? String(forced) : undefined, forced === 0);

  const watched = Object.values(result.watched).flatMap((page) => Object.values(page));
  const mutations = Math.max(...watched.map((seen) => seen.mutations.max));
  add("DOM mutations", "0", watched.length ? String(mutations) : undefined, mutations === 0);
  for (const [id, names, limit] of [
    [least, "16 names", 1],
    [most, "100,000 names", 3],
  ] as const) {
    const bytes = Math.max(...Object.values(result.heap).map((page) => page[id]!.median)) / 2 ** 20;
    const known = Object.keys(result.heap).length > 0;
    add(
      `Heap a tab, ${names} (worst page)`,
      `<= ${limit} MB`,
      known ? `${bytes.toFixed(2)} MB` : undefined,
      bytes <= limit,
    );
  }
  const read = Math.max(...Object.values(result.published)) / 1000;
  add(
    "What a page reads at start, 100,000 names",
    "<= 200 KB",
    read > 0 ? `${read.toFixed(0)} KB` : undefined,
    read <= 200,
  );

  const late = Math.max(...feed(result, (f) => (f.unmarked ? Number.POSITIVE_INFINITY : f.delay.max)));
  add("Feed of 50 items a second: slowest mark", "<= 200 ms", late > 0 ? ms(late) : undefined, late <= 200);
  const share = 100 * Math.max(...feed(result, (f) => f.share.median));
  add("Feed: our part of the main thread", "< 3 %", share > 0 ? `${share.toFixed(1)} %` : undefined, share < 3);

  for (const [kind, seen] of Object.entries(result.hover)) {
    for (const [state, figure, limit] of [
      ["running", seen.warm, 50],
      ["stopped", seen.stopped, 250],
    ] as const) {
      const most = seen.openDelay + limit;
      const name = `Pointer at rest to card painted, ${kind}, background ${state}`;
      add(name, `<= ${seen.openDelay} + ${limit} ms`, ms(figure.median), figure.median <= most);
    }
  }
  return all;
}

const ms = (time: number) => `${time.toFixed(1)} ms`;
const feed = (result: Omit<BenchResult, "targets">, pick: (feed: BenchResult["feed"][string]) => number) =>
  Object.values(result.feed).map(pick);

/** Median time of `a` over median time of `b`, page by page. */
export function ratios(pages: readonly PageResult[], a: string, b: string): number[] {
  return pages.flatMap(({ costs }) => {
    const [over, under] = [costs[a], costs[b]];
    return over && under ? [over.total.median / under.total.median] : [];
  });
}

/**
 * As `ratios`, but of what each costs beyond its median on the page "start": without compiling, starting, reading what is
 * published and the first name, which no page that names somebody is without.
 */
export function beyondStart(
  pages: readonly PageResult[],
  start: PageResult | undefined,
  a: string,
  b: string,
): number[] {
  return pages.flatMap(({ costs }) => {
    const beyond = (id: string) =>
      (costs[id]?.total.median ?? Number.NaN) - (start?.costs[id]?.total.median ?? Number.NaN);
    const [over, under] = [beyond(a), beyond(b)];
    return under > 0 && Number.isFinite(over) ? [over / under] : [];
  });
}

function spread(values: readonly number[]): string | undefined {
  if (values.length === 0) return undefined;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const middle = `${median(values).toFixed(2)} x`;
  return values.length === 1 ? middle : `${middle} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}
