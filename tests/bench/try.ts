import { Fair } from "./browsers.ts";
import { FLOOR, NONE, OURS, PEERS } from "./contenders.ts";
import { benchPages } from "./pages.ts";
import { scanOnce } from "./scan.ts";
import { servePages } from "./server.ts";

const pages = await benchPages();
for (const p of pages) console.log(p.id, p.kind, p.html.length);
const server = await servePages(new Map(pages.map((p) => [p.id, p.html])));
const fair = new Fair(process.env.DIST ?? "dist");
const only = process.argv[2]?.split(",");
const pg = process.argv[3]?.split(",");
const n = Number(process.argv[4] ?? 3);
try {
  for (const page of pages) {
    if (pg && !pg.includes(page.id)) continue;
    for (const c of [NONE, FLOOR, ...OURS, ...PEERS]) {
      if (only && !only.includes(c.id)) continue;
      if (c.id === "markjs-16" && page.kind === "giant") continue;
      for (let i = 0; i < n; i++) {
        const t0 = Date.now();
        const s = await scanOnce(await fair.booth(c), server, page.id);
        console.log(
          page.id,
          c.id,
          `script ${s.script.toFixed(1)} eval ${s.evaluate.toFixed(1)} slices ${s.slices.map((x) => x.toFixed(1)).slice(0, 30)} forced ${s.forcedCount}/${s.forced.toFixed(1)} layout ${s.layout.toFixed(1)} paint ${s.paint.toFixed(1)} span ${s.span.toFixed(0)} marks ${s.marks} wall ${Date.now() - t0}`,
        );
      }
    }
  }
} finally {
  await fair.close();
  server.close();
}
