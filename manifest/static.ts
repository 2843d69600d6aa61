import { watch } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeLocales } from "./locales.ts";
import { type ManifestContext, manifestFor, type Target } from "./manifest.ts";

const PAGES = {
  "popup.html": "src/popup/popup.html",
  "options.html": "src/options/options.html",
  "dossier.html": "src/viewer/dossier.html",
};
/** Folders that hold what `writeStatic` copies. */
const SOURCES = ["assets", ...new Set(Object.values(PAGES).map((path) => dirname(path)))];
/** Milliseconds: an editor writes a file in several steps. */
const SETTLE = 100;

/** Writes everything of an extension that is not bundled: manifest, pages, icons, dossiers, texts, licence. */
export async function writeStatic(target: Target, context: ManifestContext, outdir: string): Promise<void> {
  const manifest = manifestFor(target, context);
  await writeFile(join(outdir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp("assets/icons", join(outdir, "icons"), { recursive: true, filter: (path) => !path.endsWith(".svg") });
  await cp("assets/dossiers", join(outdir, "dossiers"), { recursive: true });
  await cp("LICENSE", join(outdir, "LICENSE"));
  for (const [name, path] of Object.entries(PAGES)) await cp(path, join(outdir, name));
  await writeLocales(outdir);
}

/** Calls back after each change of a file that `writeStatic` copies. Scripts and styles are esbuild's to watch. */
export function watchStatic(changed: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of SOURCES) {
    watch(folder, { recursive: true }, (_event, name) => {
      if (/\.(tsx?|css)$/.test(name ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
      }, SETTLE);
    });
  }
}
