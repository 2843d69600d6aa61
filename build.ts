/**
 * Builds the unpacked extensions: `node build.ts [--watch] [--target chromium|firefox] [--grant HOST_PATTERN] [--out DIR]`.
 * Output: `dist/chromium` and `dist/firefox`. `--grant` makes a test build that holds a host permission from the start.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, build, context, type Metafile, type Plugin, transform } from "esbuild";
import { OLDEST_CHROMIUM } from "./manifest/chromium.ts";
import { OLDEST_FIREFOX } from "./manifest/firefox.ts";
import { type ManifestContext, TARGETS, type Target } from "./manifest/manifest.ts";
import { thirdPartyNotices } from "./manifest/notices.ts";
import { watchStatic, writeStatic } from "./manifest/static.ts";

const { values: flags } = parseArgs({
  options: {
    watch: { type: "boolean", default: false },
    target: { type: "string" },
    grant: { type: "string" },
    out: { type: "string", default: "dist" },
  },
});
const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
const manifestContext: ManifestContext = flags.grant ? { version, grantedHosts: [flags.grant] } : { version };

/** Scripts that a browser runs as they are, and modules that are imported or loaded by a page. */
const SCRIPTS = {
  background: "src/background/entry.ts",
  first: "src/page/entry-first.ts",
  content: "src/page/entry.ts",
};
/** What a page imports when it is needed, nearly all of which runs then. */
const LAZY_MODULES = { annotate: "src/page/entry-annotate.ts", card: "src/card/entry.ts" };
const MODULES = {
  popup: "src/popup/entry.tsx",
  options: "src/options/entry.tsx",
  dossier: "src/viewer/entry.tsx",
  "dossier-search": "src/viewer/search/entry-worker.ts",
};

/**
 * Has V8 compile all functions of a script while it is loaded, off the page's main thread, not one by one as they are
 * first called: the first names on a page then cost a third (Chromium 136 and later; a comment to other engines).
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_ALL = "//# allFunctionsCalledOnLoad";

/** Sheets that a script carries as text go without comments and blanks; nothing else of them is changed. */
const slimSheets: Plugin = {
  name: "slim-sheets",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
      if (attributes.type !== "text" || flags.watch) return undefined;
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minifyWhitespace: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: !flags.watch,
  sourcemap: flags.watch ? "inline" : false,
  target: [`chrome${OLDEST_CHROMIUM}`, `firefox${OLDEST_FIREFOX}`],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  // Non-ASCII in a content script is read in the page's own encoding by some hosts; escapes are safe everywhere.
  charset: "ascii",
  plugins: [slimSheets],
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

function chosenTargets(): readonly Target[] {
  if (flags.target === undefined) return TARGETS;
  const target = TARGETS.find((known) => known === flags.target);
  if (target) return [target];
  console.error(`--target ${flags.target}: there is no such target. Choose ${TARGETS.join(" or ")}, or leave it out.`);
  process.exit(2);
}

const targets = chosenTargets();
for (const target of targets) {
  const outdir = join(flags.out, target);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writeStatic(target, manifestContext, outdir);
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
if (flags.watch) {
  watchStatic(async () => {
    for (const target of targets) await writeStatic(target, manifestContext, join(flags.out, target));
  });
}
console.log(
  flags.watch
    ? `watching; load ${flags.out}/<target>`
    : `built ${targets.map((target) => join(flags.out, target)).join(" and ")}`,
);
