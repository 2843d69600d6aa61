import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { thirdPartyNotices } from "../../manifest/notices.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "notices-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function pack(folder: string, name: string, version: string, files: Record<string, string>): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, "package.json"), JSON.stringify({ name, version, license: "MIT" }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, folder, file), text);
}
/** What esbuild tells of a bundle made from these files, by the bytes that came into it. */
const made = (inputs: Record<string, number>): Metafile[] => [
  {
    inputs: {},
    outputs: {
      "out.js": {
        inputs: Object.fromEntries(Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
      },
    },
  } as never,
];

test("name each package of a bundle once, with its own version where it lies inside another", async () => {
  await pack("node_modules/outer", "outer", "1.0.0", { LICENSE: "Terms of outer", NOTICE: "Made by Ann" });
  await pack("node_modules/shared", "shared", "2.0.0", { "LICENSE.md": "Terms of shared 2" });
  await pack("node_modules/outer/node_modules/shared", "shared", "1.5.0", { licence: "Terms of shared 1" });
  await pack("node_modules/@scope/part", "@scope/part", "3.0.0", { COPYING: "Terms of part" });
  await pack("node_modules/unused", "unused", "9.0.0", {});
  const text = await thirdPartyNotices(
    made({
      "src/own.ts": 10,
      "node_modules/outer/index.js": 5,
      "node_modules/outer/more.js": 5,
      "node_modules/shared/index.js": 5,
      "node_modules/outer/node_modules/shared/index.js": 5,
      "node_modules/@scope/part/index.js": 5,
      "node_modules/unused/index.js": 0,
    }),
    root,
  );
  expect(text.match(/^\S+ \d\.\d\.\d \(MIT\)$/gm)).toEqual([
    "@scope/part 3.0.0 (MIT)",
    "outer 1.0.0 (MIT)",
    "shared 1.5.0 (MIT)",
    "shared 2.0.0 (MIT)",
  ]);
  for (const words of ["Terms of outer", "Made by Ann", "Terms of shared 1", "Terms of shared 2", "Terms of part"])
    expect(text).toContain(words);
});

test("are refused where a bundled package has no licence text", async () => {
  await pack("node_modules/bare", "bare", "1.0.0", { NOTICE: "Made by Bo" });
  await expect(thirdPartyNotices(made({ "node_modules/bare/index.js": 1 }), root)).rejects.toThrow(
    "bare: no licence text",
  );
});
