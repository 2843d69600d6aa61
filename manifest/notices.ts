import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g;

/** Licence texts of the packages whose code is in the bundles. Throws where a package has none: then it cannot be shipped. */
export async function thirdPartyNotices(metafiles: readonly Metafile[]): Promise<string> {
  const names = new Set<string>();
  for (const metafile of metafiles) {
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const last = [...input.matchAll(PACKAGE)].at(-1)?.[1];
        if (last && bytesInOutput > 0) names.add(last);
      }
    }
  }
  const parts = await Promise.all([...names].sort().map(notice));
  return `Dramatis contains the following packages.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function notice(name: string): Promise<string> {
  const folder = join("node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    version: string;
    license?: string;
  };
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !license) throw new Error(`${name}: no licence text in its package, so it cannot be bundled`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
