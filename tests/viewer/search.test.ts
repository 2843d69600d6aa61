import { describe, expect, test } from "vitest";
import { answer } from "../../src/viewer/search/answer.ts";
import { createSearchClient } from "../../src/viewer/search/client.ts";
import { createEngine } from "../../src/viewer/search/engine.ts";
import type { Channel, FromWorker } from "../../src/viewer/search/protocol.ts";
import { bundled, story } from "./fixture.ts";

/** A worker that answers at once. */
function channel(): Channel {
  const engine = createEngine();
  let listener: (event: { data: FromWorker }) => void = () => {};
  return {
    postMessage: (message) => listener({ data: structuredClone(answer(engine, structuredClone(message))) }),
    addEventListener: (_type, added) => {
      listener = added;
    },
  };
}

describe("search", () => {
  const client = createSearchClient(story, channel(), () => Promise.resolve());

  test("finds every record by its own words", async () => {
    for (const { id, title } of bundled.events) {
      const { hits } = await client.search(title);
      expect(hits).toContainEqual({ type: "event", id });
    }
  });
  test("folds diacritics, completes words, forgives a slip", async () => {
    for (const query of ["KÍSLYAK", "kisly", "kislyek"]) {
      const { hits, terms } = await client.search(query);
      expect(hits).toContainEqual({ type: "person", id: "sergey-kislyak" });
      expect(terms).toContain("kislyak");
    }
  });
  test("all words must fit", async () => {
    expect((await client.search("kislyak zzzz")).hits).toEqual([]);
  });
  test("a query that comes before the last batch waits for it", async () => {
    const shares: number[] = [];
    const early = createSearchClient(story, channel(), () => Promise.resolve());
    early.onProgress = (share) => shares.push(share);
    expect((await early.search("recuse")).hits.length).toBeGreaterThan(0);
  });
});
