import type { BenchResult } from "./results.ts";
import { median } from "./stats.ts";
import { ratios } from "./targets.ts";

const WIDTH = 760;
const LEFT = 170;
const RIGHT = 24;
const ROW = 34;
const TOP = 46;
const LABELS: Record<string, string> = {
  "ours-16": "Dramatis, 16 names",
  "ours-540": "Dramatis, 540",
  "ours-12000": "Dramatis, 12,000",
  "ours-100000": "Dramatis, 100,000",
  "regex-16": "regex + wrap, 16",
  "regex-540": "regex + wrap, 540",
  "regex-12000": "regex + wrap, 12,000",
  "markjs-16": "mark.js, 16",
};

/** Each page a dot, on a logarithmic scale of times the floor; the line is the median of the real pages. */
export function plot({ pages }: BenchResult): string {
  const rows = Object.keys(LABELS);
  const real = pages.filter(({ kind }) => kind === "real");
  const giants = pages.filter(({ kind }) => kind === "giant");
  const all = rows.flatMap((id) => ratios([...real, ...giants], id, "floor"));
  const most = 10 ** Math.ceil(Math.log10(Math.max(10, ...all)));
  const x = (value: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log10(Math.max(1, value))) / Math.log10(most);
  const height = TOP + rows.length * ROW + 44;
  const bottom = TOP + rows.length * ROW;
  const ticks = [];
  for (let tick = 1; tick <= most; tick *= 10)
    for (const step of [1, 2, 5]) if (tick * step <= most) ticks.push(tick * step);
  const grid = ticks.map(
    (tick) =>
      `<path class="grid" d="M${x(tick).toFixed(1)} ${TOP - 6}V${bottom}"/>` +
      `<text class="tick" x="${x(tick).toFixed(1)}" y="${bottom + 18}">${tick}×</text>`,
  );
  const marks = rows.map((id, i) => {
    const y = TOP + i * ROW + ROW / 2;
    const own = id.startsWith("ours-") ? "ours" : "peer";
    const dots = (values: number[], kind: string) =>
      values.map((value) => `<circle class="${own} ${kind}" cx="${x(value).toFixed(1)}" cy="${y}" r="4"/>`).join("");
    const onReal = ratios(real, id, "floor");
    const middle = onReal.length
      ? `<path class="${own} middle" d="M${x(median(onReal)).toFixed(1)} ${y - 11}v22"/>` +
        `<text class="value" x="${x(median(onReal)).toFixed(1)}" y="${y - 13}">${median(onReal)
          .toPrecision(2)
          .replace(/e\+(\d)/, "e$1")}×</text>`
      : "";
    const label = `<text class="label" x="${LEFT - 14}" y="${y + 4}">${LABELS[id]}</text>`;
    return label + dots(onReal, "real") + dots(ratios(giants, id, "floor"), "giant") + middle;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t">
<title id="t">First scan of a page, times a bare walk over its text: medians of the real pages are ${rows
    .map((id) => [LABELS[id], ratios(real, id, "floor")] as const)
    .filter(([, values]) => values.length)
    .map(([label, values]) => `${label}: ${median(values).toFixed(1)}`)
    .join("; ")}.</title>
<style>
text{font:13px system-ui,sans-serif;fill:#1f2328}.label{text-anchor:end}.tick{text-anchor:middle;font-size:11px;fill:#59636e}
.value{text-anchor:middle;font-size:11px}.grid{stroke:#d1d9e0;stroke-width:1}.ours{fill:#0b6e6e;stroke:#0b6e6e}
.peer{fill:#8a6d3b;stroke:#8a6d3b}.real{fill-opacity:.45;stroke:none}.giant{fill:none;stroke-width:1.5}.middle{stroke-width:2.5}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.tick{fill:#9198a1}.grid{stroke:#3d444d}.ours{fill:#4fc3c3;stroke:#4fc3c3}
.peer{fill:#d4b06a;stroke:#d4b06a}.giant{fill:none}}
</style>
<text x="${LEFT}" y="18">Times the floor (log scale): filled = real page, ring = generated giant, line = median of real pages</text>
${grid.join("\n")}
${marks.join("\n")}
</svg>
`;
}
