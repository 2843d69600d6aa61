import { describe, expect, it } from "vitest";
import { entryAddress, matchEntry, parseFeed, publisherName } from "../../src/dossier/feed.ts";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { keysAfter, reachableKeys } from "../../src/dossier/key-chain.ts";
import { LIMITS } from "../../src/dossier/limits.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { keyEntry, makeFeed, pairs } from "./feed-tools.ts";
import { withField } from "./fields.ts";
import { fullDossier, fullFeed } from "./full.ts";

const parse = (value: unknown) => parseFeed(JSON.stringify(value));
const [entry] = parse(fullFeed()).dossiers as [FeedEntry];

describe("parseFeed", () => {
  it("lists no id and no key twice", () => {
    expect(() => parse(withField(fullFeed(), ["dossiers", 1], entry))).toThrow(
      "dossiers[1].id: is the same as in dossiers[0]",
    );
    const [key] = fullFeed().keys as unknown[];
    expect(() => parse(withField(fullFeed(), ["keys", 1], key))).toThrow("keys[1].key: is the same as in keys[0]");
  });

  it("takes a publisher as a name or an object", () => {
    expect(publisherName(parse(fullFeed()))).toBe("The Desk");
    expect(publisherName(parse({ ...fullFeed(), publisher: "Another" }))).toBe("Another");
    expect(() => parse({ ...fullFeed(), publisher: {} })).toThrow("publisher.name: is missing");
    expect(() => parse({ ...fullFeed(), publisher: 5 })).toThrow(
      'publisher: must be a text, or an object like { "name": "…" }, found 5 ·',
    );
  });

  it("refuses an index that lists more bytes than a reader would be asked for", () => {
    const listing = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...entry, id: `d${n}`, bytes: LIMITS.bytes }));
    expect(parse({ ...fullFeed(), dossiers: listing(8) }).dossiers).toHaveLength(8);
    expect(() => parse({ ...fullFeed(), dossiers: listing(9) })).toThrow(/dossiers: are 603979776 bytes in all/);
  });

  it("refuses an index of more than 4 MiB by its size, and a newer format by its name", () => {
    expect(() => parseFeed(" ".repeat(LIMITS.feedBytes + 1))).toThrow("too-large");
    expect(() => parse({ format: "dramatis-feed/12", dossiers: "in another shape" })).toThrow(
      "needs-newer-format: dramatis-feed/12",
    );
  });
});

describe("entryAddress", () => {
  const at = (url: string, feed = "https://a.example/feeds/feed.json") => entryAddress({ ...entry, url }, feed);
  it("is relative to the index or stands alone", () => {
    expect(at("story.json")).toBe("https://a.example/feeds/story.json");
    expect(at("/d/story.json?v=3")).toBe("https://a.example/d/story.json?v=3");
    expect(at("https://b.example/x")).toBe("https://b.example/x");
    expect(at("story.json", "http://127.0.0.1:8080/feed.json")).toBe("http://127.0.0.1:8080/story.json");
  });
  it.each([["ftp://b.example/x"], ["javascript:alert(1)"], ["https://u:p@b.example/x"], ["https://"]])(
    "is never %s, from an index by https",
    (url) => expect(() => at(url)).toThrow("bad-address"),
  );

  it("is never http, from an index by https", () => expect(() => at("http://b.example/x")).toThrow("insecure-file"));
});

describe("matchEntry", () => {
  it("wants the dossier that the index names", () => {
    const dossier = parseDossier(JSON.stringify(fullDossier()));
    expect(() => matchEntry(dossier, entry)).not.toThrow();
    expect(() => matchEntry({ ...dossier, id: "other" }, entry)).toThrow(
      'id: must be "story" as the feed says, found "other"',
    );
    expect(() => matchEntry({ ...dossier, version: 9 }, entry)).toThrow("version: must be 3 as the feed says, found 9");
  });
});

describe("key chains", () => {
  it("lead over keys in any order, each vouched for by one before it", async () => {
    const { a, b, c, d } = await pairs("a", "b", "c", "d");
    const keys = [await keyEntry(d, [c]), await keyEntry(c, [b]), await keyEntry(b, [a])];
    const feed = await makeFeed([], { keys });
    const reached = await reachableKeys(feed, [{ key: a.publicKey, use: "sign" }]);
    expect(reached.map((pinned) => pinned.key)).toEqual([a, b, c, d].map((pair) => pair.publicKey));
    const gap = await makeFeed([], { keys: [keys[0]!, keys[2]!] });
    expect(await reachableKeys(gap, [{ key: a.publicKey, use: "sign" }])).toHaveLength(2);
  });

  it("lead nowhere by a vouching that was made for another use", async () => {
    const { a, b } = await pairs("a", "b");
    const { endorsements } = await keyEntry(b, [a]);
    const feed = await makeFeed([], { keys: [{ key: b.publicKey, use: "recovery", endorsements: endorsements! }] });
    expect(await reachableKeys(feed, [{ key: a.publicKey, use: "sign" }])).toHaveLength(1);
  });

  it("keep a key that an index does not list, unless it is retired or a recovery key names the keys anew", async () => {
    const { a, b, safe } = await pairs("a", "b", "safe");
    const before = [a, b].map((pair) => ({ key: pair.publicKey, use: "sign" as const }));
    const feed = await makeFeed([], { keys: [{ key: a.publicKey }] });
    expect(keysAfter(feed, before, before, false)).toEqual(before);
    const retired = await makeFeed([], { keys: [{ key: a.publicKey }, { key: b.publicKey, retired: "2017-01-01" }] });
    expect(keysAfter(retired, before, before, false)).toEqual([before[0]]);
    const guarded = [...before, { key: safe.publicKey, use: "recovery" as const }];
    expect(keysAfter(feed, guarded, guarded, true)).toEqual([before[0]]);
  });
});
