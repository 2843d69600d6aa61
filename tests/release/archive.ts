import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** ZIP keeps local time without a zone: this is 2020-01-01 00:00 wherever the archive is made. */
const MTIME = new Date(2020, 0, 1);

/** All files of a folder as a ZIP archive: the same files give the same bytes, whenever and wherever it is made. */
export async function archive(folder: string): Promise<{ bytes: Uint8Array; files: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
  const files: Zippable = {};
  for (const path of paths) files[path] = [await readFile(join(folder, path)), { mtime: MTIME }];
  return { bytes: zipSync(files, { level: 9 }), files: paths.length };
}
