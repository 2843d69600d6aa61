import { expect, test } from "vitest";
import { feedAddress } from "../../src/dossier/feed-address.ts";

test.each([
  ["https://example.org/feed.json", "https://example.org/feed.json"],
  ["  example.org/feed.json ", "https://example.org/feed.json"],
  ["HTTPS://Example.ORG/feed.json#top", "https://example.org/feed.json"],
  ["http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"],
  ["localhost:8080/f", "https://localhost:8080/f"],
  ["localhost/f", "https://localhost/f"],
  ["example.org:8443/f", "https://example.org:8443/f"],
  ["[::1]/f", "https://[::1]/f"],
  ["http://intranet/feed.json", "http://intranet/feed.json"],
])("%s is %s", (typed, address) => expect(feedAddress(typed)).toBe(address));

test.each([
  ["", "no-address"],
  ["  ", "no-address"],
  ["two words", "bad-address"],
  ["https://example.org/a b.json", "bad-address"],
  ["word", "bad-address"],
  ["example.", "bad-address"],
  ["http//example.org/feed.json", "bad-address"],
  ["https://", "bad-address"],
  [`https://example.org/${"x".repeat(3000)}`, "bad-address"],
  ["javascript:alert(1)", "bad-scheme"],
  ["file:///etc/passwd", "bad-scheme"],
  ["ftp://example.org/", "bad-scheme"],
  ["mailto:a@example.org", "bad-scheme"],
  ["https://user:secret@example.org/", "address-with-name"],
  ["https://desk:secret@host/feed.json", "address-with-name"],
  ["desk:secret@example.org/feed.json", "address-with-name"],
  ["desk:secret@example.org:8443/feed.json", "address-with-name"],
  ["desk:s3cret@host/feed.json", "address-with-name"],
  ["file:///folder@work/feed.json", "bad-scheme"],
  ["sip:desk@example.org", "bad-scheme"],
  ["feed.json", "bare-file"],
  ["my-feed.JSON.gz", "bare-file"],
  ["user@example.org/feed.json", "address-with-name"],
])("%s is refused as %s", (typed, code) => {
  expect(() => feedAddress(typed)).toThrow(expect.objectContaining({ code }));
});

test("a user name and a password before the host are told as such, with a scheme and without", () => {
  for (const typed of ["https://desk:secret@host/feed.json", "desk:secret@host.example/feed.json"])
    expect(() => feedAddress(typed)).toThrow(expect.objectContaining({ code: "address-with-name", details: [] }));
});

test("the name of a file is no address, though it looks like a host", () => {
  expect(() => feedAddress("feed.json")).toThrow(
    expect.objectContaining({ code: "bare-file", details: ["feed.json"] }),
  );
  expect(feedAddress("desk.example/feed.json")).toBe("https://desk.example/feed.json");
});

test("a refusal names the scheme, never a password, and of a long address only its beginning", () => {
  const details = (typed: string) => {
    try {
      return feedAddress(typed);
    } catch (error) {
      return (error as { details: string[] }).details;
    }
  };
  expect(details("ftp://example.org/")).toEqual(["ftp:"]);
  expect(details("https://user:secret@example.org/")).toEqual([]);
  expect(details(`${"x".repeat(3000)}`)).toEqual([`${"x".repeat(200)}…`]);
});
