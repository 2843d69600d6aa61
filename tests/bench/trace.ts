/**
 * From a Chromium trace of one page load to what an extension cost the page's main thread.
 *
 * Extension code is not instrumented: a content script's own marks would be visible to pages and change what is
 * measured. The trace says whose code ran instead: `EvaluateScript` and `FunctionCall` carry a script's address,
 * `v8.callFunction` the name of the world it runs in (an isolated world is named after its extension). Continuations of
 * promises run in `RunMicrotasks`, which names nobody: at the top of a task they count as the extension's, so pages
 * used here must not use promises themselves. Reading an answer of an extension API (`Receive mojo reply`) counts too.
 */

/** A complete event ("X") of the trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread within it. */
  tdur?: number;
  args?: {
    data?: { url?: string };
    beginData?: { url?: string };
    worldName?: string;
    chrome_mojo_event_info?: { mojo_interface_tag?: string };
  };
}

/**
 * What one page load cost; all times but `span` are milliseconds of processor time of the page's main thread, so that
 * other programs of a busy machine do not count as anybody's work.
 */
export interface LoadCost {
  /** The extension's code in all, engine work inside it (compiling, collecting garbage) included. */
  script: number;
  /** Of it: evaluating the content script, before anything asynchronous. */
  evaluate: number;
  /** The extension's time in each task in which it ran, in order. */
  slices: number[];
  /** Style and layout that ran inside the extension's code because it asked for geometry. */
  forced: number;
  forcedCount: number;
  /** Style and layout of the page in all, whoever caused it. */
  layout: number;
  /** Pre-paint, paint, layerize and commit in all. */
  paint: number;
  /** From the first to the last moment at which the extension's code ran. */
  span: number;
}

/** Categories that the analysis needs; `toplevel` holds the answers of extension APIs. */
export const TRACE_CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "v8.execute",
  "toplevel",
];

const LAYOUT = new Set(["UpdateLayoutTree", "Layout"]);
const PAINT = new Set(["PrePaint", "Paint", "Layerize", "Commit"]);
type Owner = "extension" | "page" | "nobody";

/**
 * `extension` is the name in the manifest. Throws if the trace does not hold the load of `url`: a silent zero would look
 * like a good figure.
 */
export function costOfLoad(events: readonly TraceEvent[], url: string, extension: string): LoadCost {
  const parsed = events.find((event) => event.name === "ParseHTML" && event.args?.beginData?.url === url);
  if (!parsed) throw new Error(`the trace does not hold the load of ${url}`);
  const thread = events
    .filter(({ ph, pid, tid }) => ph === "X" && pid === parsed.pid && tid === parsed.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return costOfThread(thread, extension);
}

/** The same for a main thread's complete events, sorted by start, the longer first. */
export function costOfThread(thread: readonly TraceEvent[], extension: string): LoadCost {
  const cost: LoadCost = {
    script: 0,
    evaluate: 0,
    slices: [],
    forced: 0,
    forcedCount: 0,
    layout: 0,
    paint: 0,
    span: 0,
  };
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  const stack: { end: number; owner: Owner; inLayout: boolean }[] = [];
  let task = 0;
  const endTask = () => {
    if (task > 0) cost.slices.push(task / 1000);
    task = 0;
  };
  for (const event of thread) {
    const dur = event.dur ?? 0;
    const time = event.tdur ?? dur;
    while (stack.length && stack.at(-1)!.end <= event.ts) stack.pop();
    if (stack.length === 0) endTask();
    const outer = stack.at(-1) ?? { owner: "nobody" as Owner, inLayout: false };
    const owner = ownerOf(event, extension) ?? inherited(event, outer.owner);
    const isLayout = LAYOUT.has(event.name);
    if (owner === "extension" && outer.owner !== "extension") {
      task += time;
      cost.script += time / 1000;
      first = Math.min(first, event.ts);
      last = Math.max(last, event.ts + dur);
      if (event.name === "EvaluateScript") cost.evaluate += time / 1000;
    } else if (owner !== "extension" && outer.owner === "extension") {
      task -= time;
      cost.script -= time / 1000;
    }
    if (isLayout && !outer.inLayout) {
      cost.layout += time / 1000;
      if (owner === "extension") {
        cost.forced += time / 1000;
        cost.forcedCount++;
      }
    }
    if (PAINT.has(event.name)) cost.paint += time / 1000;
    stack.push({ end: event.ts + dur, owner, inLayout: isLayout || outer.inLayout });
  }
  endTask();
  if (last > 0) cost.span = (last - first) / 1000;
  return cost;
}

/** Whose code an event names, or undefined where it names nobody. */
function ownerOf({ name, args }: TraceEvent, extension: string): Owner | undefined {
  switch (name) {
    case "EvaluateScript":
    case "FunctionCall": {
      const url = args?.data?.url;
      if (!url) return undefined;
      return url.startsWith("chrome-extension://") ? "extension" : "page";
    }
    case "v8.callFunction":
    case "v8.run":
      return args?.worldName === extension ? "extension" : "page";
    case "Receive mojo reply":
      return args?.chrome_mojo_event_info?.mojo_interface_tag?.startsWith("extensions.") ? "extension" : undefined;
    default:
      return undefined;
  }
}

function inherited({ name }: TraceEvent, outer: Owner): Owner {
  return name === "RunMicrotasks" && outer === "nobody" ? "extension" : outer;
}
