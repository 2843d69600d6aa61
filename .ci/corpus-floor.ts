/** Fails where the score on the labelled pages falls below the targets of the detection issue. */
import { readFileSync } from "node:fs";

const text = readFileSync(process.argv[2] ?? "", "utf8");
const figure = (pattern: RegExp) => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the score has no ${pattern}`);
  return Number(found);
};
const checks: [string, number, (value: number) => boolean, string][] = [
  ["precision", figure(/OVERALL.* P=([\d.]+)/), (value) => value >= 0.99, ">= .99"],
  ["recall", figure(/OVERALL.* R=([\d.]+)/), (value) => value >= 0.97, ">= .97"],
  ["macro F1", figure(/macro F1 .* = ([\d.]+)/), (value) => value >= 0.96, ">= .96"],
  ["clean pages with a false mark", figure(/with a false positive: (\d+)/), (value) => value === 0, "0"],
];
for (const [name, value, good, target] of checks) {
  console.log(`${good(value) ? "ok  " : "FAIL"} ${name} ${value} (target ${target})`);
  if (!good(value)) process.exitCode = 1;
}
