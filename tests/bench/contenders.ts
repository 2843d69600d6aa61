import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringsOf } from "./dossiers.ts";

/**
 * Who is measured. All but ours live in one generated extension whose content scripts run in an isolated world at
 * `document_end`, as ours does, each on a host name of its own; "none" is the page by itself.
 */
export type Contender =
  | { id: string; type: "none" }
  | { id: string; type: "peer"; scripts: string[]; size: number }
  | { id: string; type: "ours"; size: number };

export const NONE: Contender = { id: "none", type: "none" };
export const FLOOR: Contender = { id: "floor", type: "peer", scripts: ["floor.js"], size: 0 };
export const OURS: Contender[] = [16, 540, 12_000, 100_000].map((size) => ({ id: `ours-${size}`, type: "ours", size }));
export const PEERS: Contender[] = [
  ...[16, 540, 12_000].map((size): Contender => ({ id: `regex-${size}`, type: "peer", scripts: ["regex.js"], size })),
  { id: "markjs-16", type: "peer", scripts: ["mark.lib.js", "mark.js"], size: 16 },
];

/** Name in the manifest, by which the trace knows an isolated world. */
export const PEERS_NAME = "Bench peers";
export const hostOf = ({ id }: Contender) => `${id}.localhost`;

/** Writes the peers' extension to `folder`. */
export async function writePeers(folder: string): Promise<void> {
  const here = join(dirname(fileURLToPath(import.meta.url)), "peers");
  await mkdir(folder, { recursive: true });
  await cp(here, folder, { recursive: true });
  await cp(createRequire(import.meta.url).resolve("mark.js/dist/mark.es6.min.js"), join(folder, "mark.lib.js"));
  const contentScripts = [];
  for (const contender of [FLOOR, ...PEERS]) {
    if (contender.type !== "peer") continue;
    const { scripts, size } = contender;
    // Reading the names counts, as reading the lexicon does for ours.
    const names = size ? [`names-${size}.js`] : [];
    if (size) await writeFile(join(folder, names[0]!), `var NAMES = ${JSON.stringify(await stringsOf(size))};\n`);
    const matches = [`*://${hostOf(contender)}/*`];
    contentScripts.push({ matches, js: [...names, ...scripts], run_at: "document_end" });
  }
  const manifest = { manifest_version: 3, name: PEERS_NAME, version: "1", content_scripts: contentScripts };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
}
