/** Zips the built extensions to `artifacts/`, ready for the stores, after linting the Firefox one as its store does. */
import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { TARGETS } from "../../manifest/manifest.ts";

const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
/** One fixed time for all entries: the same sources give the same archive. */
const mtime = new Date("2020-01-01T00:00:00Z");

execFileSync(
  "node_modules/.bin/web-ext",
  ["lint", "--source-dir", "dist/firefox", "--self-hosted", "--output", "text"],
  { stdio: "inherit" },
);

for (const target of TARGETS) {
  const folder = join("dist", target);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Zippable = {};
  for (const entry of entries.filter((item) => item.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll("\\", "/")] = [await readFile(path), { mtime }];
  }
  const archive = join("artifacts", `dramatis-${version}-${target}.zip`);
  await writeFile(archive, zipSync(files, { level: 9 }));
  console.log(`${archive}: ${Object.keys(files).length} files`);
}
