import type { BenchResult, PageResult } from "./results.ts";
import { type Figure, geometricMean, median } from "./stats.ts";
import { ratios } from "./targets.ts";

type Row = string[];
export interface Section {
  title: string;
  note?: string;
  head: Row;
  rows: Row[];
}

/** The tables of a run, in the order in which a reader wants them. */
export function sections(result: BenchResult): Section[] {
  return [
    targets(result),
    scanTable(result),
    ratioTable(result),
    taskTable(result),
    renderTable(result),
    heapTable(result),
    watchTable(result),
    feedTable(result),
    hoverTable(result),
    syncTable(result),
    publishedTable(result),
  ].filter(({ rows }) => rows.length > 0);
}

/** For a terminal: columns lined up. */
export function table(result: BenchResult): string {
  return sections(result)
    .map(({ title, head, rows }) => {
      const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
      const line = (row: Row) =>
        row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  ");
      return [`\n${title}`, line(head), ...rows.map(line)].join("\n");
    })
    .join("\n");
}

/** For the docs. */
export function markdown(result: BenchResult): string {
  const line = (row: Row) => `| ${row.join(" | ")} |`;
  return sections(result)
    .map(({ title, note, head, rows }) =>
      [
        `### ${title}\n`,
        ...(note ? [`${note}\n`] : []),
        line(head),
        line(head.map((_, i) => (i ? "---:" : "---"))),
        ...rows.map(line),
      ].join("\n"),
    )
    .join("\n\n");
}

const digits = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
/** A figure as "median (min-max)". */
const span = (figure: Figure | undefined, unit = 1) => (figure === undefined ? "–" : spanOf(figure, unit));
const spanOf = ({ median, min, max }: Figure, unit: number) =>
  `${digits(median / unit)} (${digits(min / unit)} to ${digits(max / unit)})`;
const contenders = (pages: readonly PageResult[]) => Object.keys(pages[0]?.costs ?? {}).filter((id) => id !== "none");
const MB = 2 ** 20;

function targets({ targets }: BenchResult): Section {
  const verdict = (pass?: boolean) => (pass === undefined ? "–" : pass ? "pass" : "FAIL");
  const rows = targets.map(({ name, target, measured, pass }) => [name, target, measured, verdict(pass)]);
  return { title: "Targets", head: ["what", "target", "measured", "result"], rows };
}

function scanTable({ pages }: BenchResult): Section {
  const ids = contenders(pages);
  return {
    title: "Script time of a first scan, ms, median (min to max)",
    note: "All of an extension's code on a fresh page: start, reading its names, walk, match, paint.",
    head: ["page", "text nodes", "characters", ...ids],
    rows: pages.map(({ id, textNodes, characters, costs }) => [
      id,
      textNodes.toLocaleString("en"),
      characters.toLocaleString("en"),
      ...ids.map((contender) => span(costs[contender]?.total)),
    ]),
  };
}

function ratioTable({ pages }: BenchResult): Section {
  const rows = (["real", "giant"] as const).flatMap((kind) => {
    const chosen = pages.filter((page) => page.kind === kind);
    return contenders(chosen)
      .filter((id) => ratios(chosen, id, "floor").length)
      .map((id) => {
        const values = ratios(chosen, id, "floor");
        const shown = [median(values), geometricMean(values), Math.min(...values), Math.max(...values)];
        return [`${id}, ${kind} pages`, ...shown.map(digits)];
      });
  });
  return { title: "Times the floor", head: ["", "median", "geometric mean", "best page", "worst page"], rows };
}

function taskTable({ pages }: BenchResult): Section {
  const rows = pages.flatMap(({ id, costs }) =>
    Object.entries(costs)
      .filter(([contender]) => contender !== "none")
      .map(([contender, { longest, longTasks, slices, forcedCount, span: wall }]) => [
        `${id}, ${contender}`,
        span(longest),
        digits(longTasks.median),
        `${digits(slices.median)} / ${digits(slices.p95)}`,
        digits(forcedCount.max),
        span(wall),
      ]),
  );
  return {
    title: "Tasks, ms",
    note: "Slices are tasks of at least 1 ms. The last column is wall-clock from the first to the last work of a load.",
    head: ["", "longest", "over 50 ms", "slice median / p95", "forced layouts", "first to last"],
    rows,
  };
}

function renderTable({ pages }: BenchResult): Section {
  const rows = pages.flatMap(({ id, costs }) =>
    Object.entries(costs)
      .filter(([contender]) => contender !== "none" && contender !== "floor")
      .map(([contender, { layout, paint, marks }]) => [
        `${id}, ${contender}`,
        digits(layout.median - costs.none!.layout.median),
        digits(paint.median - costs.none!.paint.median),
        String(marks),
      ]),
  );
  return {
    title: "Style, layout and painting caused, ms",
    note: "Against the same page without an extension, so the page's own noise is in it: below a few per cent of the page's own layout it means nothing.",
    head: ["", "style and layout", "painting", "marks"],
    rows,
  };
}

function heapTable({ heap }: BenchResult): Section {
  const rows = Object.entries(heap).flatMap(([page, by]) =>
    Object.entries(by).map(([id, bytes]) => [`${page}, ${id}`, span(bytes, MB)]),
  );
  return {
    title: "Heap a tab, MB more than without an extension",
    note: "The floor holds nothing: what it shows is the isolated world that every extension gets.",
    head: ["", "MB"],
    rows,
  };
}

function watchTable({ watched }: BenchResult): Section {
  const rows = Object.entries(watched).flatMap(([page, by]) =>
    Object.entries(by).map(([id, { mutations, afterParsed, afterLoad }]) => [
      `${page}, ${id}`,
      digits(mutations.max),
      afterParsed ? span(afterParsed) : "no mark",
      afterLoad ? span(afterLoad) : "no mark",
    ]),
  );
  return {
    title: "What the page sees",
    note: "First mark: the frame that showed it, in ms after the page was parsed and after it was loaded.",
    head: ["", "DOM mutations", "first mark after parsing", "after load"],
    rows,
  };
}

function feedTable({ feed }: BenchResult): Section {
  const rows = Object.entries(feed).map(([id, { delay, unmarked, share, longest }]) => [
    id,
    `${digits(delay.median)} / ${digits(delay.p95)} / ${digits(delay.max)}`,
    `${unmarked} of ${delay.items + unmarked}`,
    span(share, 0.01),
    span(longest),
  ]);
  const head = ["", "ms to the mark, median / p95 / max", "unmarked", "% of the main thread", "longest task, ms"];
  return { title: "A feed that appends 50 items a second for 20 s", head, rows };
}

function hoverTable({ hover }: BenchResult): Section {
  const rows = Object.entries(hover).map(([, { version, openDelay, warm, stopped, pingWarm, pingStopped }]) => [
    version,
    `${openDelay}`,
    span(warm),
    span(stopped),
    span(pingWarm),
    span(pingStopped),
  ]);
  const head = ["", "delay setting", "background running", "stopped", "request: running", "stopped"];
  return { title: "From pointer at rest to card painted, ms", head, rows };
}

function syncTable({ sync }: BenchResult): Section {
  const head = ["", "ms in all", "ms a thousand records", "a card meanwhile, ms: median / p95 / max"];
  if (!sync) return { title: "Sync", head, rows: [] };
  const rows = (["install", "update"] as const).map((name) => {
    const { total, perThousand, card } = sync[name];
    return [
      name,
      digits(total),
      digits(perThousand),
      `${digits(card.median)} / ${digits(card.p95)} / ${digits(card.max)}`,
    ];
  });
  const { before, peak } = sync.heap;
  return {
    title: `A feed's dossier of ${sync.records.toLocaleString("en")} records, ${(sync.bytes / 1e6).toFixed(1)} MB`,
    note: `The worker's heap held ${digits(before / MB)} MB before and ${digits(peak / MB)} MB at most.`,
    head,
    rows,
  };
}

function publishedTable({ published }: BenchResult): Section {
  const rows = Object.entries(published).map(([id, bytes]) => [id, (bytes / 1000).toFixed(1)]);
  return { title: "What a page reads at start, KB", head: ["", "KB"], rows };
}
