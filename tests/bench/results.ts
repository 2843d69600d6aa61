import type { BrowserKind } from "../browsers/find.ts";
import type { Scan } from "./scan.ts";
import { type Figure, figure, quantile } from "./stats.ts";
import type { SyncBench } from "./sync.ts";

/** What one contender cost one page, over several fresh loads; times in milliseconds. */
export interface PageCost {
  /** All of its code: start, walk, match, paint. */
  total: Figure;
  /** Of it, evaluating its script, before anything asynchronous. For floor and peers that is everything. */
  evaluate: Figure;
  /** Its longest task, and the number of its tasks over 50 ms. */
  longest: Figure;
  longTasks: Figure;
  /** Its time a task, over all tasks of at least 1 ms and all loads. */
  slices: { median: number; p95: number; count: number };
  /** Times that it forced style or layout, and what that took. */
  forcedCount: Figure;
  forced: Figure;
  /** Style and layout, and painting, of the whole page, whoever caused them. */
  layout: Figure;
  paint: Figure;
  /** Wall-clock from its first to its last work. */
  span: Figure;
  marks: number;
}

export interface PageResult {
  id: string;
  kind: "start" | "real" | "giant";
  textNodes: number;
  characters: number;
  /** By contender. */
  costs: Record<string, PageCost>;
}

export interface WatchedResult {
  mutations: Figure;
  afterParsed?: Figure;
  afterLoad?: Figure;
}

export interface FeedResult {
  delay: { median: number; p95: number; max: number; items: number };
  unmarked: number;
  /** Part of the main thread's time, 0..1. */
  share: Figure;
  longest: Figure;
}

export interface HoverResult {
  version: string;
  /** The setting that is part of the other figures. */
  openDelay: number;
  warm: Figure;
  stopped: Figure;
  pingWarm: Figure;
  pingStopped: Figure;
}

export interface BenchResult {
  when: string;
  cores: number;
  runs: "full" | "quick";
  /** Whether the labelled pages were there, or generated ones of their size stood in. */
  realPages: boolean;
  pages: PageResult[];
  /** By page, then contender: bytes more than the same page without an extension. */
  heap: Record<string, Record<string, Figure>>;
  watched: Record<string, Record<string, WatchedResult>>;
  feed: Record<string, FeedResult>;
  hover: Partial<Record<BrowserKind, HoverResult>>;
  sync?: SyncBench;
  /** By contender: bytes that a page reads at start. */
  published: Record<string, number>;
  targets: TargetResult[];
}

export interface TargetResult {
  name: string;
  target: string;
  measured: string;
  /** Undefined: not measured in this run. */
  pass?: boolean;
}

/** Tasks shorter than this are callbacks that looked and left; as slices they would only flatter the median. */
const SLICE_MS = 1;
const LONG_TASK_MS = 50;

export function pageCost(scans: readonly Scan[]): PageCost {
  const of = (pick: (scan: Scan) => number) => figure(scans.map(pick));
  const slices = scans.flatMap((scan) => scan.slices).filter((time) => time >= SLICE_MS);
  return {
    total: of((scan) => scan.script),
    evaluate: of((scan) => scan.evaluate),
    longest: of((scan) => Math.max(0, ...scan.slices)),
    longTasks: of((scan) => scan.slices.filter((time) => time > LONG_TASK_MS).length),
    slices: { median: quantile(slices, 0.5), p95: quantile(slices, 0.95), count: slices.length },
    forcedCount: of((scan) => scan.forcedCount),
    forced: of((scan) => scan.forced),
    layout: of((scan) => scan.layout),
    paint: of((scan) => scan.paint),
    span: of((scan) => scan.span),
    marks: quantile(
      scans.map((scan) => scan.marks),
      0.5,
    ),
  };
}
