import { describe, expect, test } from "vitest";
import { type Frames, frameAt, hiddenOf, peopleOf, stateOf } from "../../src/popup/summary.ts";
import { closedReason } from "../../src/popup/tab-kind.ts";
import type { PageSummary } from "../../src/shared/page-messages.ts";

const frame = (id: string, top: boolean, counts: Record<string, number>, state: PageSummary["state"] = "on") => ({
  frame: id,
  path: top ? "" : "00000",
  top,
  host: `${id}.example`,
  state,
  people: Object.entries(counts).map(([key, count]) => ({ key, name: key.toUpperCase(), count })),
  hidden: 2,
});
const frames: Frames = {
  ad: frame("ad", false, { b: 2 }),
  top: frame("top", true, { a: 1, b: 1, c: 1 }),
};

describe("a page of several frames", () => {
  test("counts each person over all frames, most mentioned first, then by name", () => {
    expect(peopleOf(frames).map(({ key, count }) => [key, count])).toEqual([
      ["b", 3],
      ["a", 1],
      ["c", 1],
    ]);
  });

  test("walks through the frames in their order, and round", () => {
    expect([0, 1, 2, 3, 4, 5].map((position) => frameAt(frames, position))).toEqual([
      "top",
      "top",
      "top",
      "ad",
      "ad",
      "top",
    ]);
    expect(frameAt(frames, -1)).toBe("ad");
  });

  test("counts what is hidden over all frames, and apart", () => {
    expect(hiddenOf(frames)).toBe(4);
    expect(hiddenOf({})).toBe(0);
  });

  test("walks through one person's mentions only", () => {
    expect([0, 1, 2, 3].map((position) => frameAt(frames, position, "b"))).toEqual(["top", "ad", "ad", "top"]);
    expect(frameAt(frames, 0, "nobody")).toBeUndefined();
  });

  test("says what the top frame says, but is being read as soon as one frame is", () => {
    const ad = (state: PageSummary["state"]) => frame("ad", false, {}, state);
    for (const state of ["site-off", "off", "failed", "no-lexicon"] as const)
      expect(stateOf({ ad: ad("partial"), top: frame("top", true, {}, state) })).toBe(state);
    expect(stateOf({ ...frames, ad: ad("failed") })).toBe("on");
    expect(stateOf({ ...frames, ad: ad("partial") })).toBe("partial");
    expect(stateOf({ ...frames, ad: ad("reading") })).toBe("reading");
    expect(stateOf({ ...frames, ad: ad("reading"), ad2: ad("partial") })).toBe("partial");
    expect(stateOf({})).toBeUndefined();
  });
});

describe("closedReason", () => {
  test.each([
    ["https://news.example/story", undefined],
    ["http://localhost:8080/", undefined],
    ["chrome://settings/", "browser"],
    ["about:addons", "browser"],
    ["chrome-extension://abc/options.html", "extension"],
    ["moz-extension://abc/options.html", "extension"],
    ["view-source:https://news.example/", "source"],
    ["https://chromewebstore.google.com/detail/x", "store"],
    ["https://chrome.google.com/webstore/category", "store"],
    ["https://chrome.google.com/", undefined],
    ["https://addons.mozilla.org/en-US/firefox/", "store"],
    ["https://news.example/report.PDF?page=2", "pdf"],
    ["https://news.example/pdf", undefined],
    ["file:///srv/reader/story.html", "file"],
    ["data:text/html,x", "restricted"],
    ["", "restricted"],
  ])("%s: %s", (address, reason) => {
    expect(closedReason(address, false)).toBe(reason);
  });

  test("local files are open once the reader has allowed them", () => {
    expect(closedReason("file:///srv/reader/story.html", true)).toBeUndefined();
  });
});
