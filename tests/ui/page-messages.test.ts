import { expect, test } from "vitest";
import { isPageSummary, isToPage, type PageSummary } from "../../src/shared/page-messages.ts";

const SUMMARY: PageSummary = {
  frame: "f1",
  path: "",
  top: true,
  host: "news.example",
  state: "on",
  people: [{ key: "d/ann", name: "Ann", count: 2 }],
  hidden: 0,
};

test("a summary is taken as it is sent", () => {
  expect(isPageSummary(SUMMARY)).toBe(true);
  expect(isPageSummary({ ...SUMMARY, people: [] })).toBe(true);
});

test.each<[unknown]>([
  [undefined],
  [null],
  ["on"],
  [{}],
  ...Object.keys(SUMMARY).map((key): [unknown] => [{ ...SUMMARY, [key]: undefined }]),
  [{ ...SUMMARY, state: "constructor" }],
  [{ ...SUMMARY, people: [null] }],
  [{ ...SUMMARY, people: [{ key: "d/ann", name: "Ann", count: "2" }] }],
  [{ ...SUMMARY, people: [{ key: "d/ann", name: { toString: 1 }, count: 2 }] }],
])("%j is no summary", (message) => {
  expect(isPageSummary(message)).toBe(false);
});

test.each<[unknown]>([
  [{ type: "go", step: 1 }],
  [{ type: "go", step: -1, person: "d/ann", frame: "f1" }],
  [{ type: "open-card" }],
  [{ type: "other-card", id: "c1" }],
  [{ type: "follow-pointer", id: "c1" }],
  [{ type: "pointer-away", id: "c1", at: 5 }],
  [{ type: "key-away", id: "c1", typing: true }],
  [{ type: "private-vetoes", vetoes: { "news.example": ["d/ann"] } }],
])("%j is a message to a page", (message) => {
  expect(isToPage(message)).toBe(true);
});

test.each<[unknown]>([
  [undefined],
  [null],
  [7],
  [{ type: "go" }],
  [{ type: "go", step: 2 }],
  [{ type: "go", step: 1, person: 7 }],
  [{ type: "other-card" }],
  [{ type: "follow-pointer" }],
  [{ type: "key-away", id: "c1" }],
  [{ type: "pointer-away", id: "c1" }],
  [{ type: "private-vetoes", vetoes: { "news.example": "d/ann" } }],
  [{ type: "private-vetoes" }],
  [{ type: "constructor" }],
])("%j is none", (message) => {
  expect(isToPage(message)).toBe(false);
});
