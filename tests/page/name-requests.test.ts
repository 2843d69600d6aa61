import { expect, it } from "vitest";
import type { Candidate } from "../../src/detect/index.ts";
import type { Finder } from "../../src/page/finder.ts";
import { NameRequests } from "../../src/page/name-requests.ts";
import type { Scanner } from "../../src/page/scanner.ts";
import type { Unnamed } from "../../src/page/unnamed.ts";

const run = (text: string) => ({ run: { text, nodes: [], starts: [] } }) as unknown as Unnamed;
const candidate = (text: string) => ({ text }) as Candidate;

/** A scanner with runs whose names are not known, and what it was told of them. */
function scene(texts: string[], ask: Finder["ask"]) {
  const waiting = texts.map(run);
  const used: string[] = [];
  const told: [text: string, names: string[]][] = [];
  const scanner = {
    get hasUnnamed() {
      return waiting.length > 0;
    },
    takeUnnamed: () => waiting.splice(0, 2),
    use: (surnames: string[]) => used.push(...surnames),
    name: ({ run: { text } }: Unnamed, found: Candidate[]) => told.push([text, found.map((one) => one.text)]),
  } as unknown as Scanner;
  let arrived = 0;
  const requests = new NameRequests({ ask } as Finder, scanner, () => arrived++);
  return { requests, told, used, arrived: () => arrived };
}

it("asks for all that waits, one message after the other, and gives each answer to its run", async () => {
  let under = 0;
  const { requests, told, arrived } = scene(["a", "b", "c"], async (texts) => {
    expect(++under).toBe(1);
    await Promise.resolve();
    under--;
    return { found: texts.map((text) => [candidate(text.toUpperCase())]), used: [] };
  });
  const title: string[] = [];
  requests.ask("title", (found) => title.push(...found.map(({ text }) => text)));
  requests.send();
  await requests.settled();
  expect(told).toEqual([
    ["a", ["A"]],
    ["b", ["B"]],
    ["c", ["C"]],
  ]);
  expect(title).toEqual(["TITLE"]);
  expect(arrived()).toBe(2);
});

it("asks once more where the background ended in the middle of it", async () => {
  let asked = 0;
  const { requests, told, used } = scene(["a"], async (texts) => {
    if (++asked === 1) throw new Error("the message channel closed before a response was received");
    return { found: texts.map((text) => [candidate(text)]), used: ["a"] };
  });
  expect(await requests.settled()).toBe(false);
  requests.send();
  expect(await requests.settled()).toBe(true);
  expect(told).toEqual([["a", ["a"]]]);
  expect(used).toEqual(["a"]);
});

it("leaves the text unmarked, without a word, where the background does not answer", async () => {
  const { requests, told } = scene(["a", "b", "c"], async () => {
    throw new Error("no background");
  });
  requests.send();
  await requests.settled();
  expect(told).toEqual([
    ["a", []],
    ["b", []],
    ["c", []],
  ]);
});
