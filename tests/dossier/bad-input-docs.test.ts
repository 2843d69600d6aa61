/** The table of docs/bad-input.md: every test that it names is there, and every sentence begins as it says. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { messageTable } from "../../src/cli/dossier-messages.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const lines = read("docs/bad-input.md")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| -"))
  .map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
const FILES = new Map(lines.filter(([letter]) => /^[A-Z]$/.test(letter ?? "")).map(([letter, file]) => [letter, file]));
const ROWS = lines.filter((cells) => cells.length === 3 && cells[0] !== "what is wrong");
const SENTENCES = new Map([...messageTable().matchAll(/^- `([a-z-]+)`: (.*)$/gm)].map((match) => [match[1], match[2]]));

test("the table is there", () => {
  expect(FILES.size).toBe(7);
  expect(ROWS.length).toBeGreaterThan(50);
});

test.each(ROWS)("%s", (_what, told = "", shown = "") => {
  const [, code, begin = ""] = /^`([a-z-]+)`: (.*)$/.exec(told) ?? [];
  if (code) expect(SENTENCES.get(code)?.startsWith(begin)).toBe(true);
  const named = [...shown.matchAll(/(?:([A-Z])|`([^`]+)`) “([^”]+)”/g)];
  expect(named.length).toBe(shown.split("; ").length);
  for (const [, letter, path, title = ""] of named) {
    const file = path ?? FILES.get(letter ?? "")?.split(" ")[0] ?? "";
    expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
    const source = read(file);
    const quoted = ['"', "'", "`"].some((quote) => source.includes(`${quote}${title}${quote}`));
    const isNamed = quoted || source.includes(`"${title}: `);
    expect([file, title, isNamed]).toEqual([file, title, true]);
  }
});
