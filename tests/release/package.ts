/** Zips the built extensions to `artifacts/`, ready for the stores, after linting the Firefox one as its store does. */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TARGETS } from "../../manifest/manifest.ts";
import { archive } from "./archive.ts";

const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };

execFileSync(
  "node_modules/.bin/web-ext",
  ["lint", "--source-dir", "dist/firefox", "--self-hosted", "--output", "text"],
  { stdio: "inherit" },
);

for (const target of TARGETS) {
  const { bytes, files } = await archive(join("dist", target));
  const path = join("artifacts", `dramatis-${version}-${target}.zip`);
  await writeFile(path, bytes);
  console.log(`${path}: ${files} files`);
}
