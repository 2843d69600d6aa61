import { expect, test } from "vitest";
import { feedAddress } from "../../src/sync/feed-address.ts";

test.each([
  ["https://example.org/feed.json", "https://example.org/feed.json"],
  ["  example.org/feed.json ", "https://example.org/feed.json"],
  ["HTTPS://Example.ORG/feed.json#top", "https://example.org/feed.json"],
  ["http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"],
])("%s", (typed, address) => expect(feedAddress(typed)).toBe(address));

test.each([
  "javascript:alert(1)",
  "file:///etc/passwd",
  "ftp://example.org/",
  "https://user:secret@example.org/",
  "https://",
  `https://example.org/${"x".repeat(3000)}`,
])("refuses %s", (typed) => {
  expect(() => feedAddress(typed)).toThrow(expect.objectContaining({ code: "bad-address" }));
});

test.each(["", "  "])("asks for an address where %j is given", (typed) => {
  expect(() => feedAddress(typed)).toThrow(expect.objectContaining({ code: "no-address" }));
});
