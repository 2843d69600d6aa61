/** Profiles in which the browser itself refuses IndexedDB to the extension: a file lies where its folder has to be. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserKind } from "../../browsers/find.ts";
import { FIREFOX_UUID } from "../../browsers/launch.ts";

const BLOCKED: Record<BrowserKind, [folder: string, file: string]> = {
  chromium: ["Default", "IndexedDB"],
  firefox: ["storage/default", `moz-extension+++${FIREFOX_UUID}`],
};

export async function profileWithoutDatabase(kind: BrowserKind): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), `dramatis-refused-${kind}-`));
  const [folder, file] = BLOCKED[kind];
  await mkdir(join(profile, folder), { recursive: true });
  await writeFile(join(profile, folder, file), "");
  return profile;
}
