import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mark } from "./table.ts";

interface DocumentedRule {
  rule: string;
  examples: string[];
  files: string[];
}

/** The rows of the table of rules in docs/detection.md. */
function documentedRules(): DocumentedRule[] {
  return readFileSync("docs/detection.md", "utf8")
    .split("\n")
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\|\s*|\s*\|$/g, "").trim()))
    .filter((cells) => cells.length === 4 && cells[3]?.startsWith("`"))
    .map(([rule = "", taken = "", refused = "", files = ""]) => ({
      rule,
      examples: [taken, refused],
      files: [...files.matchAll(/`([^`]+)`/g)].map(([, file]) => file as string),
    }));
}

const rules = documentedRules();

test("the table is read", () => expect(rules.length).toBeGreaterThan(40));

describe.each(rules)("$rule", ({ examples, files }) => {
  test.each(examples)("%s", (example) => {
    const plain = example.replaceAll("**", "");
    expect(mark(plain).replace(/\[\[|\]\]/g, "**")).toBe(example);
  });
  test("something is found in the first example, nothing in the second", () => {
    expect(examples.map((example) => example.includes("**"))).toEqual([true, false]);
  });
  test.each(files)("%s exists", (file) => {
    expect(readFileSync(`src/detect/${file}`, "utf8")).not.toBe("");
  });
});
