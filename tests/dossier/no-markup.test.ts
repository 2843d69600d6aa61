/** Texts of dossiers reach pages as text alone: no source file has a way to turn a string into markup or code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const SRC = join(import.meta.dirname, "..", "..", "src");
const SINKS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|setHTML\w*|parseHTML\w*|document\.write\w*)\b|\bsrcdoc\s*=|\beval\s*\(|\bnew Function\b|\bset(Timeout|Interval)\(\s*["'`]/;

it("no file of src turns strings into markup or code", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsx?|html)$/.test(name));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((name) => {
    const lines = readFileSync(join(SRC, name), "utf8").split("\n");
    return lines.flatMap((line, index) => (SINKS.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : []));
  });
  expect(found).toEqual([]);
});

it("knows a sink when it sees one", () => {
  for (const line of [
    "x.innerHTML = y",
    "<p dangerouslySetInnerHTML={z} />",
    "frame.srcdoc = s",
    "eval(x)",
    'setTimeout("x", 1)',
  ]) {
    expect([line, SINKS.test(line)]).toEqual([line, true]);
  }
});
