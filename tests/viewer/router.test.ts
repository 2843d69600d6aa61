import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FILTER, STATEMENT_KINDS } from "../../src/viewer/model/filter.ts";
import {
  type Address,
  formatHash,
  LIST_PAGES,
  listRoute,
  parseHash,
  RECORD_PAGES,
} from "../../src/viewer/model/router.ts";
import { RECORD_TYPES } from "../../src/viewer/model/search-documents.ts";

describe("parseHash", () => {
  test.each([
    ["", { route: listRoute("cast") }],
    ["#story", { dossier: "story", route: listRoute("cast") }],
    ["#story/", { dossier: "story", route: listRoute("cast") }],
    ["#story/person/ann", { dossier: "story", route: { page: "person", id: "ann" } }],
    ["#story/person", { dossier: "story", route: { page: "unknown", path: "person" } }],
    ["#story/person/ann/more", { dossier: "story", route: { page: "unknown", path: "person/ann/more" } }],
    ["#story/cast/x", { dossier: "story", route: { page: "unknown", path: "cast/x" } }],
    ["#100%/event/e", { dossier: "100%", route: { page: "event", id: "e" } }],
  ])("%s", (hash, address) => {
    expect(parseHash(hash)).toEqual(address);
  });

  test("reads filters, and leaves out a kind that does not exist", () => {
    const { route } = parseHash(
      "#s/timeline?person=a&person=b&person=a&kind=whispered&verbatim=1&q=one%20two&view=table",
    );
    expect(route).toEqual({
      page: "timeline",
      filter: { query: "one two", people: ["a", "b"], verbatimOnly: true },
      table: true,
    });
  });

  test("the installed id of a feed's dossier survives its slashes, question and number signs", () => {
    const address: Address = {
      dossier: "https://host.example/feed.json?x=1#story",
      route: { page: "person", id: "ann" },
    };
    expect(parseHash(formatHash(address))).toEqual(address);
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (hash) => void parseHash(hash)));
  });
});

test("formatHash is the inverse of parseHash", () => {
  const id = fc.string({ minLength: 1 });
  const record = fc.record({ page: fc.constantFrom(...RECORD_PAGES), id });
  const kind = fc.constantFrom(...STATEMENT_KINDS, "event" as const);
  const list = fc
    .record({
      page: fc.constantFrom(...LIST_PAGES),
      query: fc.string(),
      people: fc.uniqueArray(id),
      table: fc.boolean(),
      verbatimOnly: fc.boolean(),
      kind,
      source: id,
      type: fc.constantFrom(...RECORD_TYPES),
      order: fc.constantFrom({}, { order: "name" as const }),
    })
    .map(({ page, table, order, ...filter }) => ({ page, filter: { ...NO_FILTER, ...filter }, table, ...order }));
  fc.assert(
    fc.property(id, fc.oneof(record, list), (dossier, route) => {
      expect(parseHash(formatHash({ dossier, route }))).toEqual({ dossier, route });
    }),
  );
});
