/**
 * `npm run bench [-- --quick] [--only SECTION,...] [--pages ID,...] [--docs] [--dist FOLDER]`: what reading with the extension costs, beside the floor and
 * the peers, in real browsers. Writes `artifacts/bench.json`; `--docs` also renews docs/performance.md and its plot.
 * Sections: scan, giants, heap, watch, feed, hover, sync; with `--only` the file keeps what it holds of the others,
 * with `--pages` (for scan and giants) of the other pages. Each section is written as soon as it is done.
 * Needs `dist` (npm run build) to be fresh.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { DEFAULT_SETTINGS } from "../../src/shared/settings.ts";
import { BROWSERS } from "../browsers/find.ts";
import { Fair } from "./browsers.ts";
import { writeDocs } from "./docs.ts";
import { FEED_SECONDS } from "./feed.ts";
import { benchPages, feedPage, hasCorpus } from "./pages.ts";
import { hover } from "./pointer.ts";
import { table } from "./report.ts";
import type { BenchResult } from "./results.ts";
import { feeds, heapOf, scanPage, watch } from "./sections.ts";
import { servePages } from "./server.ts";
import { figure } from "./stats.ts";
import { syncBench } from "./sync.ts";
import { judge } from "./targets.ts";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    docs: { type: "boolean", default: false },
    pages: { type: "string" },
    dist: { type: "string", default: "dist" },
  },
});
const wanted = (section: string) => !flags.only || flags.only.split(",").includes(section);

const pages = await benchPages();
const bodies = new Map(pages.map(({ id, html }) => [id, html]));
bodies.set("feed", await feedPage(FEED_SECONDS));
const server = await servePages(bodies);
const fair = new Fair(flags.dist);
const bench = { fair, server, quick: flags.quick, log: (line: string) => console.log(line) };
const fresh: BenchResult = {
  when: new Date().toISOString(),
  cores: cpus().length,
  runs: flags.quick ? "quick" : "full",
  realPages: hasCorpus(),
  pages: [],
  heap: {},
  watched: {},
  feed: {},
  hover: {},
  published: {},
  targets: [],
};
const held = flags.only ? await readFile("artifacts/bench.json", "utf8").catch(() => "{}") : "{}";
const { when, cores, runs, realPages } = fresh;
const result: BenchResult = { ...fresh, ...(JSON.parse(held) as Partial<BenchResult>) };
// "none" only writes again what is held.
if (flags.only !== "none") Object.assign(result, { when, cores, runs, realPages });
const started = Date.now();
async function save(): Promise<void> {
  result.published = { ...result.published, ...fair.published() };
  result.targets = judge(result);
  await mkdir("artifacts", { recursive: true });
  await writeFile("artifacts/bench.json", `${JSON.stringify(result, null, 1)}\n`);
}
try {
  const [start, ...others] = pages;
  const real = others.filter(({ kind }) => kind === "real");
  const giants = others.filter(({ kind }) => kind === "giant");
  if (wanted("hover")) {
    for (const kind of BROWSERS) {
      const seen = await hover(kind, flags.dist, server, start!.id, flags.quick ? 2 : 5);
      result.hover[kind] = {
        version: seen.version,
        openDelay: DEFAULT_SETTINGS.openDelay,
        warm: figure(seen.warm),
        stopped: figure(seen.stopped),
        pingWarm: figure(seen.pingWarm),
        pingStopped: figure(seen.pingStopped),
      };
      bench.log(`hover ${kind}: ${JSON.stringify(result.hover[kind])}`);
      await save();
    }
  }
  const order = pages.map(({ id }) => id);
  result.pages = result.pages.filter(({ id }) => order.includes(id));
  const scanned = [
    ...(wanted("scan") ? [start!, ...(flags.quick ? real.slice(0, 3) : real)] : []),
    ...(wanted("giants") ? giants : []),
  ].filter(({ id }) => !flags.pages || flags.pages.split(",").includes(id));
  for (const page of scanned) {
    const one = await scanPage(bench, page);
    result.pages = [...result.pages.filter(({ id }) => id !== one.id), one];
    result.pages.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    await save();
  }
  if (wanted("sync")) {
    result.sync = flags.quick
      ? await syncBench(1_000, 5_000, flags.dist)
      : await syncBench(undefined, undefined, flags.dist);
    await save();
  }
  if (wanted("feed")) {
    result.feed = await feeds(bench, "feed");
    await save();
  }
  if (wanted("heap")) {
    for (const page of [giants.at(-1)!, real[0]!]) {
      result.heap[page.id] = await heapOf(bench, page);
      await save();
    }
  }
  if (wanted("watch")) for (const page of [real[0]!, ...giants]) result.watched[page.id] = await watch(bench, page);
  await save();
} finally {
  await fair.close();
  server.close();
}
console.log(table(result));
console.log(`${Math.round((Date.now() - started) / 1000)} s; figures in artifacts/bench.json`);
if (flags.docs) await writeDocs(result);
