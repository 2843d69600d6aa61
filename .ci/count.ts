/** Prints "PASSED FAILED" of a vitest JSON report; a report without tests is an error. */
import { readFileSync } from "node:fs";

const [path = ""] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, "utf8")) as {
  numPassedTests: number;
  numFailedTests: number;
  numTotalTests: number;
};
if (report.numTotalTests === 0) throw new Error(`${path}: no test ran`);
console.log(report.numPassedTests, report.numFailedTests);
