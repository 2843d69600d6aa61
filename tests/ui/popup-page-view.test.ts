import { beforeAll, expect, test } from "vitest";
import { INITIAL, type PageState, type PopupState } from "../../src/popup/model.ts";
import { pageView } from "../../src/popup/page-view.ts";
import { setMessages } from "../../src/shared/i18n.ts";
import type { PageSummary } from "../../src/shared/page-messages.ts";
import { BUNDLED, IMPORTED } from "./harness/fixtures.ts";
import { englishTexts } from "./harness/messages.ts";

beforeAll(() => {
  const texts = englishTexts();
  setMessages({
    getMessage: (key, values = []) => (texts[key] ?? "").replace(/\$(\d)/g, (_all, n) => values[Number(n) - 1] ?? ""),
  });
});

const SUMMARY: PageSummary = {
  frame: "f1",
  path: "",
  top: true,
  host: "news.example",
  state: "on",
  people: [{ key: "d/ann", name: "Ann", count: 2 }],
  hidden: 0,
};
const live = (change: Partial<PageSummary> = {}, more: Partial<PopupState> = {}): PopupState => ({
  ...INITIAL,
  page: { type: "live" },
  frames: { f1: { ...SUMMARY, ...change } },
  ...more,
});
const words = (state: PopupState) => {
  const { title, text, hints } = pageView(state);
  return [title, text, ...hints].filter(Boolean).join(" | ");
};

test("who is on the page, and apart from that what it hides", () => {
  expect(words(live())).toBe("1 person on this page | named 2 times");
  expect(words(live({ hidden: 1 }))).toMatch(/named 2 times \| And once in text that the page does not show now\.$/);
  expect(words(live({ hidden: 5 }))).toContain("And 5 times in text that the page does not show now.");
  expect(words(live({ people: [], hidden: 2 }))).toBe(
    "Nobody from your dossiers is named here | And 2 times in text that the page does not show now.",
  );
});

test("that it is still being read, with whom has been found so far", () => {
  expect(words(live({ state: "reading", people: [] }))).toBe("Still reading the page…");
  expect(words(live({ state: "reading" }))).toBe("1 person on this page | named 2 times | Still reading the page…");
  expect(words(live({ state: "partial" }))).toMatch(/Still reading: the page changes faster than it can be read\.$/);
});

test("that no dossier is in use, whether the page knows or not; nobody is listed then", () => {
  const none = [{ ...BUNDLED, enabled: false }, IMPORTED];
  for (const state of [
    live({ people: [] }, { dossiers: none }),
    live({ state: "no-lexicon" }),
    live({}, { dossiers: [] }),
  ]) {
    expect(pageView(state)).toMatchObject({ title: "No dossier is in use", more: "choose", people: [] });
  }
  expect(pageView(live({ people: [] }, { dossiers: [...none, BUNDLED] })).more).toBe("in-use");
});

test("that annotations are off, sooner than that no dossier is in use", () => {
  expect(words(live({ state: "off" }, { dossiers: [] }))).toBe("Annotations are off on all sites.");
  expect(words(live({ state: "site-off" }, { dossiers: [] }))).toBe("Annotations are off on this site.");
});

test("that something went wrong, in the page or on the way to it", () => {
  const sentence = "This page could not be looked at | Something went wrong. Reload the page, then look again.";
  expect(words(live({ state: "failed" }))).toBe(sentence);
  expect(words({ ...INITIAL, page: { type: "failed" } })).toBe(sentence);
});

test.each<[PageState]>([
  [{ type: "finding" }],
  [{ type: "none" }],
  [{ type: "loading" }],
  [{ type: "missing" }],
  [{ type: "starting" }],
  [{ type: "unknown" }],
  ...(["browser", "store", "extension", "pdf", "file", "source", "failed", "hidden", "restricted"] as const).map(
    (reason): [PageState] => [{ type: "closed", reason }],
  ),
])("has a sentence for %j", (page) => {
  const said = words({ ...INITIAL, page });
  expect(said).toMatch(/\S+ \S+/);
  expect(said).not.toContain("popup_");
});
