import { mkdir, readFile, writeFile } from "node:fs/promises";
import { plot } from "./plot.ts";
import { markdown } from "./report.ts";
import type { BenchResult } from "./results.ts";

const PAGE = "docs/performance.md";
const PLOT = "docs/img/scan.svg";
const BEGIN = "<!-- figures: written by `npm run bench -- --docs` -->";
const END = "<!-- end of figures -->";

/** Renews the figures of docs/performance.md between two comments, and its plot; the prose around them is kept. */
export async function writeDocs(result: BenchResult): Promise<void> {
  const page = await readFile(PAGE, "utf8");
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has lost its comments ${BEGIN} ... ${END}`);
  const browsers = Object.values(result.hover).map(({ version }) => version);
  const kind = result.runs === "full" ? "a full run" : "a quick run (few loads: for development only)";
  const real = result.realPages ? "the ten largest labelled news pages" : "generated pages of the size of news pages";
  const head = `Measured on ${result.when.slice(0, 10)} by ${kind} on ${result.cores} cores, headless${
    browsers.length ? `, in ${browsers.join(" and ")}` : ""
  }. Real pages: ${real}.`;
  const picture = result.pages.length > 0 ? "![Times the floor, by page](img/scan.svg)\n\n" : "";
  const body = `${BEGIN}\n\n${head}\n\n${picture}${markdown(result)}\n\n${END}`;
  await writeFile(PAGE, `${before}${body}${after}`);
  if (!picture) return;
  await mkdir("docs/img", { recursive: true });
  await writeFile(PLOT, plot(result));
}
