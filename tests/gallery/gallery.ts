/**
 * `npm run gallery [-- PREFIX]`: takes a picture of every surface in every look and writes them with an index to
 * `artifacts/gallery/`. A surface adds its pictures to the list below.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser } from "puppeteer";
import type { BrowserKind } from "../browsers/find.ts";
import { launchPlain } from "../card/harness/open.ts";
import type { Shot } from "./shot.ts";
import { CARD_SHOTS } from "./shots-card.ts";
import { OPTIONS_SHOTS } from "./shots-options.ts";
import { POPUP_SHOTS } from "./shots-popup.ts";
import { VIEWER_SHOTS } from "./shots-viewer.ts";

const SHOTS: Shot[] = [...POPUP_SHOTS, ...OPTIONS_SHOTS, ...CARD_SHOTS, ...VIEWER_SHOTS];
const OUT = "artifacts/gallery";

function indexPage(shots: readonly Shot[]): string {
  const figures = shots.map(
    ({ name, note }) =>
      `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${name}${note ? `: ${note}` : ""}</figcaption></figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:14px system-ui;margin:24px;background:#eee}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:16px}
figure{margin:0}img{max-width:100%;box-shadow:0 1px 4px #0004}figcaption{padding:4px 0}</style><main>${figures.join("\n")}</main></html>\n`;
}

const prefix = process.argv[2] ?? "";
const launched = new Map<BrowserKind, Promise<Browser>>();
function browserOf({ kind = "chromium" }: Shot): Promise<Browser> {
  const running = launched.get(kind) ?? launchPlain(kind);
  launched.set(kind, running);
  return running;
}

const failed: string[] = [];
try {
  for (const shot of SHOTS.filter(({ name }) => name.startsWith(prefix))) {
    const file = join(OUT, `${shot.name}.png`);
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(file, await shot.take(await browserOf(shot)));
    } catch (error) {
      failed.push(`${shot.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
} finally {
  for (const running of launched.values()) await (await running).close();
}
await writeFile(join(OUT, "index.html"), indexPage(SHOTS));
console.log(`${SHOTS.length} pictures; look at ${OUT}/index.html`);
if (failed.length > 0) {
  console.error(`Not taken:\n${failed.join("\n")}`);
  process.exitCode = 1;
}
