/** The layers are told in docs/architecture.md and held by dependency-cruiser: both must say the same. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

interface Rule {
  name: string;
  comment?: string;
}

test("the table of layers says what dependency-cruiser holds", () => {
  const told: Record<string, string[]> = {};
  const table = readFileSync("docs/architecture.md", "utf8").matchAll(/^\| (`src\/.*?) *\| .*? \| (.*?) *\| .*?\|$/gm);
  for (const [, folders = "", allowed = ""] of table)
    for (const [, folder = ""] of folders.matchAll(/`src\/(\w+)`/g))
      told[folder] = allowed === "–" ? [] : allowed.split(", ").sort();
  const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as { forbidden: Rule[] };
  const held: Record<string, string[]> = {};
  for (const { name, comment = "" } of forbidden) {
    const allowed = /may import from: (.*?) \(/.exec(comment)?.[1];
    if (name.startsWith("layer-") && allowed)
      held[name.slice("layer-".length)] = allowed === "nothing" ? [] : allowed.split(", ").sort();
  }
  expect(Object.keys(told).length).toBeGreaterThan(10);
  expect(told).toEqual(held);
});
