import { describe, expect, test, vi } from "vitest";
import { speakerName } from "../../src/viewer/model/index.ts";
import { answer } from "../../src/viewer/search/answer.ts";
import { createSearchClient } from "../../src/viewer/search/client.ts";
import { createEngine } from "../../src/viewer/search/engine.ts";
import type { Channel, FromWorker, ToWorker } from "../../src/viewer/search/protocol.ts";
import { bundled, story } from "./fixture.ts";

interface Worker extends Channel {
  /** Lets the oldest message that is under way arrive, and its answer come back; false: none is. */
  step(): boolean;
  fail(): void;
  readonly sent: ToWorker[];
  readonly terminated: boolean;
}

/** A worker whose messages arrive when the test says so, in order, as copies. */
function worker(): Worker {
  const engine = createEngine();
  const listeners = {
    message: (_event: { data: FromWorker }) => {},
    error: (_event: { preventDefault(): void }) => {},
    messageerror: () => {},
  };
  const underWay: ToWorker[] = [];
  const sent: ToWorker[] = [];
  let terminated = false;
  return {
    sent,
    get terminated() {
      return terminated;
    },
    step() {
      const message = underWay.shift();
      if (message) listeners.message({ data: structuredClone(answer(engine, message)) });
      return message !== undefined;
    },
    fail: () => listeners.error({ preventDefault: () => {} }),
    postMessage(message) {
      sent.push(message);
      underWay.push(structuredClone(message));
    },
    addEventListener: (type: keyof typeof listeners, added: (event: never) => void) => {
      Object.assign(listeners, { [type]: added });
    },
    terminate() {
      terminated = true;
    },
  };
}

/** A client whose worker answers as soon as it is asked. */
function prompt() {
  const channel = worker();
  const { postMessage } = channel;
  channel.postMessage = (message) => {
    postMessage(message);
    queueMicrotask(() => channel.step());
  };
  return createSearchClient(story, channel, () => Promise.resolve());
}

describe("search", () => {
  const client = prompt();
  const { people, statements, events, sources } = bundled;

  test.each([
    ["person", people.map(({ id, name }) => [id, name] as const)],
    ["event", events.map(({ id, title }) => [id, title] as const)],
    ["source", sources.map(({ id, title }) => [id, title] as const)],
    ["statement", statements.map(({ id, quote, paraphrase }) => [id, quote ?? paraphrase ?? ""] as const)],
    [
      "statement",
      story.statementsInOrder.map((one) => [one.id, `${speakerName(story, one)} ${one.venue ?? ""}`] as const),
    ],
  ] as const)("finds every %s by its own words", async (type, records) => {
    for (const [id, words] of records) expect((await client.search(words)).hits, words).toContainEqual({ type, id });
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
});

describe("a search worker", () => {
  /** Gives promises the turns they need. */
  const turns = () => new Promise((done) => setTimeout(done, 0));

  test("gets a query after all documents, tells how far it is, and answers out of the whole dossier", async () => {
    const channel = worker();
    let rested: () => void = () => {};
    const client = createSearchClient(story, channel, () => new Promise((done) => (rested = done)));
    const shares: number[] = [];
    client.onProgress = (share) => shares.push(share);
    const found = vi.fn();
    void client.search("recuse").then(found);
    await turns();
    expect(channel.sent.map(({ type }) => type)).toEqual(["add"]);
    rested();
    await turns();
    expect(channel.sent.map(({ type }) => type)).toEqual(["add", "search"]);
    expect(shares).toEqual([]);
    channel.step();
    expect(shares).toEqual([1]);
    await turns();
    expect(found).not.toHaveBeenCalled();
    channel.step();
    await turns();
    expect(found.mock.calls[0]![0].hits.length).toBeGreaterThan(0);
  });

  test("answers each query with its own result, however late", async () => {
    const channel = worker();
    const client = createSearchClient(story, channel, () => Promise.resolve());
    const one = client.search("zzzz");
    const two = client.search("kislyak");
    await turns();
    while (channel.step());
    expect((await one).hits).toEqual([]);
    expect((await two).hits.length).toBeGreaterThan(0);
  });

  test("that fails rejects what was asked and what will be, ends, and is told of once", async () => {
    const channel = worker();
    const client = createSearchClient(story, channel, () => Promise.resolve());
    client.onFailure = vi.fn();
    const asked = client.search("kislyak");
    await turns();
    channel.fail();
    channel.fail();
    await expect(asked).rejects.toThrow("search worker failed");
    await expect(client.search("recuse")).rejects.toThrow("search worker failed");
    expect(client.onFailure).toHaveBeenCalledOnce();
    expect(channel.terminated).toBe(true);
  });

  test("that is closed gets no more documents", async () => {
    const channel = worker();
    const rests: (() => void)[] = [];
    const big = { ...story, dossier: { ...bundled, sources: Array.from({ length: 600 }, () => bundled.sources[0]!) } };
    const client = createSearchClient(big, channel, () => new Promise((done) => rests.push(done)));
    expect(channel.sent).toHaveLength(1);
    client.close();
    rests[0]!();
    await turns();
    expect(channel.sent).toHaveLength(1);
    expect(channel.terminated).toBe(true);
  });
});
