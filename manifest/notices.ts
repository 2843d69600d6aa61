import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const PACKAGE = /node_modules\/(?:@[^/]+\/)?[^/]+\//g;
/** What a package says of who holds the rights in it, and on what terms. */
const LEGAL_FILE = /^(licen[cs]e|copying|notice)(?![a-z])/i;

/**
 * Licence texts of the packages whose code is in the bundles, those that lie inside other packages included. Throws where a
 * package has none: then it cannot be shipped. `root`: the folder that the metafiles' paths start from.
 */
export async function thirdPartyNotices(metafiles: readonly Metafile[], root = "."): Promise<string> {
  const folders = new Set<string>();
  for (const metafile of metafiles) {
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const last = [...input.matchAll(PACKAGE)].at(-1);
        if (last && bytesInOutput > 0) folders.add(input.slice(0, last.index + last[0].length));
      }
    }
  }
  // One package may lie in two places; in two versions it stands there twice.
  const notices = new Set(await Promise.all([...folders].map((folder) => notice(join(root, folder)))));
  return `Dramatis contains the following packages.\n\n${[...notices].sort().join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = (await readdir(folder)).filter((entry) => LEGAL_FILE.test(entry)).sort();
  const hasLicence = files.some((file) => !/^notice/i.test(file));
  if (!hasLicence || !license) throw new Error(`${name}: no licence text in its package, so it cannot be bundled`);
  const texts = await Promise.all(files.map(async (file) => (await readFile(join(folder, file), "utf8")).trim()));
  return `${name} ${version} (${license})\n\n${texts.join("\n\n")}\n`;
}
