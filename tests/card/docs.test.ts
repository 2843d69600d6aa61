/** docs/card.md says what the code does: its constants, and the states of its diagram. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as constants from "../../src/card/constants.ts";
import { DEFAULT_SETTINGS } from "../../src/shared/settings.ts";

const page = readFileSync("docs/card.md", "utf8");
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` +\| ([\d.]+) +\| (\S.*?) *\|$/gm)].map(([, name, value, why]) => [
    name!,
    { value: Number(value), why: why! },
  ]),
);

describe("docs/card.md", () => {
  it("lists every constant of the card with its value and a reason", () => {
    const listed = Object.fromEntries([...rows].map(([name, { value }]) => [name, value]));
    expect(listed).toEqual({ ...constants });
    for (const { why } of rows.values()) expect(why.length).toBeGreaterThanOrEqual(20);
  });

  it("gives the open delay that settings begin with", () => {
    expect(Number(/\| open delay +\| (\d+)/.exec(page)![1])).toBe(DEFAULT_SETTINGS.openDelay);
  });

  it("draws every state of the reducer, and no other", () => {
    const types = readFileSync("src/card/machine-types.ts", "utf8");
    const statesOf = (name: string) => {
      const body = types.slice(types.indexOf(`export type ${name} =`));
      return [...body.slice(0, body.indexOf(";\n\n")).matchAll(/\| \{ type: "([a-z]+)"/g)].map(([, state]) => state!);
    };
    const drawn = (machine: string) => {
      const from = page.indexOf(`state ${machine} {`);
      const lines = page.slice(from, page.indexOf("    }", from));
      return new Set([...lines.matchAll(/^ +(\S+) --> (\w+)/gm)].flatMap(([, a, b]) => [a!, b!]));
    };
    expect(drawn("shown")).toEqual(new Set(["[*]", ...statesOf("Shown")]));
    const dwell = statesOf("Dwell").map((state) => (state === "none" ? "idle" : state));
    expect(drawn("dwell")).toEqual(new Set(["[*]", "shows", ...dwell]));
  });
});
