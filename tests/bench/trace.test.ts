import { describe, expect, it } from "vitest";
import { costOfLoad, costOfThread, type TraceEvent } from "./trace.ts";

/** A complete event of the page's main thread; times in ms. */
const event = (name: string, start: number, dur: number, args: TraceEvent["args"] = {}): TraceEvent => {
  return { name, ph: "X", pid: 1, tid: 1, ts: start * 1000, dur: dur * 1000, args };
};
const task = (start: number, dur: number) => event("RunTask", start, dur);
const own = { data: { url: "chrome-extension://abc/content.js" } };
const foreign = { data: { url: "http://page.example/" } };

describe("costOfThread", () => {
  it("counts the evaluation of the content script once, compiling included", () => {
    const thread = [
      task(0, 10),
      event("EvaluateScript", 1, 8, own),
      event("v8.compile", 1, 2),
      event("v8.run", 3, 6, { worldName: "X" }),
    ];
    expect(costOfThread(thread, "X")).toMatchObject({ script: 8, evaluate: 8, slices: [8], span: 8 });
  });

  it("takes continuations of promises at the top of a task for ours, one slice a task", () => {
    const thread = [task(0, 10), event("RunMicrotasks", 1, 5), task(20, 10), event("RunMicrotasks", 21, 7)];
    expect(costOfThread(thread, "X")).toMatchObject({ script: 12, slices: [5, 7], span: 27 });
  });

  it("takes what the page calls off our time, and ours off the page's", () => {
    const thread = [
      task(0, 50),
      event("v8.callFunction", 1, 40, {}),
      event("FunctionCall", 1, 39, foreign),
      event("RunMicrotasks", 10, 20),
      event("v8.callFunction", 10, 12, { worldName: "X" }),
      event("FunctionCall", 15, 2, foreign),
    ];
    expect(costOfThread(thread, "X").script).toBe(10);
  });

  it("counts layout as forced only inside our code, nested style once", () => {
    const thread = [
      task(0, 30),
      event("FunctionCall", 0, 20, own),
      event("Layout", 2, 6),
      event("UpdateLayoutTree", 3, 1),
      task(40, 30),
      event("Layout", 41, 9),
    ];
    expect(costOfThread(thread, "X")).toMatchObject({ forced: 6, forcedCount: 1, layout: 15 });
  });

  it("counts the answers of extension APIs, not other messages", () => {
    const reply = (tag: string) => ({ chrome_mojo_event_info: { mojo_interface_tag: tag } });
    const thread = [
      task(0, 30),
      event("Receive mojo reply", 0, 3, reply("extensions.mojom.LocalFrameHost")),
      event("Receive mojo reply", 10, 3, reply("blink.mojom.Blob")),
    ];
    expect(costOfThread(thread, "X").script).toBe(3);
  });
});

it("refuses a trace that does not hold the page", () => {
  expect(() => costOfLoad([task(0, 1)], "http://page.example/", "X")).toThrow("does not hold the load");
});
