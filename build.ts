/**
 * Builds the unpacked extensions: `node build.ts [--watch] [--target chromium|firefox] [--grant HOST_PATTERN] [--out DIR]`.
 * Output: `dist/chromium` and `dist/firefox`. `--grant` makes a test build that holds a host permission from the start.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, build, context, type Metafile } from "esbuild";
import { manifestFor, TARGETS, type Target } from "./manifest/manifest.ts";
import { thirdPartyNotices } from "./manifest/notices.ts";

const { values: flags } = parseArgs({
  options: {
    watch: { type: "boolean", default: false },
    target: { type: "string" },
    grant: { type: "string" },
    out: { type: "string", default: "dist" },
  },
});
const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
const targets = flags.target ? [flags.target as Target] : TARGETS;

/** Scripts that a browser runs as they are, and modules that are imported or loaded by a page. */
const SCRIPTS = { background: "src/background/entry.ts", content: "src/page/entry.ts" };
/** What a page imports when it is needed, nearly all of which runs then. */
const LAZY_MODULES = { annotate: "src/page/entry-annotate.ts", card: "src/card/entry.ts" };
const MODULES = {
  popup: "src/popup/entry.tsx",
  options: "src/options/entry.tsx",
  dossier: "src/viewer/entry.tsx",
  "dossier-search": "src/viewer/search/entry-worker.ts",
};
const PAGES = {
  "popup.html": "src/popup/popup.html",
  "options.html": "src/options/options.html",
  "dossier.html": "src/viewer/dossier.html",
};

/**
 * Has V8 compile all functions of a script while it is loaded, off the page's main thread, not one by one as they are
 * first called: a third of what the first names on a page cost (Chromium 136 and later; a comment to other engines).
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_ALL = "//# allFunctionsCalledOnLoad";

const common: BuildOptions = {
  bundle: true,
  minify: !flags.watch,
  sourcemap: flags.watch ? "inline" : false,
  target: ["chrome125", "firefox142"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  // Non-ASCII in a content script is read in the page's own encoding by some hosts; escapes are safe everywhere.
  charset: "ascii",
  loader: { ".css": "css", ".txt": "text" },
  metafile: true,
  logLevel: "warning",
};

function bundles(outdir: string): BuildOptions[] {
  return [
    { ...common, entryPoints: SCRIPTS, outdir, format: "iife" },
    { ...common, entryPoints: LAZY_MODULES, outdir, format: "esm", banner: { js: COMPILE_ALL } },
    { ...common, entryPoints: MODULES, outdir, format: "esm" },
    { ...common, entryPoints: { marks: "src/page/marks.css" }, outdir },
  ];
}

/** Interface texts are kept in one file an area and joined into the one that browsers read. */
async function writeLocales(outdir: string): Promise<void> {
  for (const locale of await readdir("assets/locales")) {
    const areas = (await readdir(join("assets/locales", locale))).filter((name) => name.endsWith(".json")).sort();
    const messages: Record<string, unknown> = {};
    for (const area of areas) {
      const entries = JSON.parse(await readFile(join("assets/locales", locale, area), "utf8")) as Record<
        string,
        unknown
      >;
      for (const [key, entry] of Object.entries(entries)) {
        if (!/^[A-Za-z0-9_]+$/.test(key))
          throw new Error(`assets/locales/${locale}/${area}: "${key}" may hold only A-Z, a-z, 0-9 and _`);
        if (key in messages) throw new Error(`assets/locales/${locale}/${area}: "${key}" stands in another area too`);
        messages[key] = typeof entry === "string" ? { message: entry } : entry;
      }
    }
    await mkdir(join(outdir, "_locales", locale), { recursive: true });
    await writeFile(join(outdir, "_locales", locale, "messages.json"), `${JSON.stringify(messages, null, 1)}\n`);
  }
}

async function writeStatic(target: Target, outdir: string): Promise<void> {
  const manifest = manifestFor(target, flags.grant ? { version, grantedHosts: [flags.grant] } : { version });
  await writeFile(join(outdir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp("assets/icons", join(outdir, "icons"), { recursive: true, filter: (path) => !path.endsWith(".svg") });
  await cp("assets/dossiers", join(outdir, "dossiers"), { recursive: true });
  for (const [name, path] of Object.entries(PAGES)) await cp(path, join(outdir, name));
  await writeLocales(outdir);
}

for (const target of targets) {
  const outdir = join(flags.out, target);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writeStatic(target, outdir);
  const metafiles: Metafile[] = [];
  for (const options of bundles(outdir)) {
    if (flags.watch) {
      await (await context(options)).watch();
      continue;
    }
    metafiles.push((await build(options)).metafile!);
  }
  if (!flags.watch) {
    await writeFile(join(outdir, "THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices(metafiles));
    await mkdir("artifacts", { recursive: true });
    await writeFile(join("artifacts", `meta-${target}.json`), JSON.stringify(metafiles));
  }
}
console.log(
  flags.watch
    ? `watching; load ${flags.out}/<target>`
    : `built ${targets.map((target) => join(flags.out, target)).join(" and ")}`,
);
