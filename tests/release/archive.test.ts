import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archive } from "./archive.ts";

const PATHS = ["b.txt", "a/same.txt", "c/same.txt", "a/deep/z.txt", "a.txt"];
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "archive-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function folder(name: string, paths: readonly string[], year: number): Promise<string> {
  for (const path of paths) {
    await mkdir(join(root, name, path, ".."), { recursive: true });
    await writeFile(join(root, name, path), `text of ${path}`);
    await utimes(join(root, name, path), year, year);
  }
  return join(root, name);
}

test("the same files give the same bytes, in whatever order and at whatever time they were written", async () => {
  const one = await archive(await folder("one", PATHS, 1_600_000_000));
  const two = await archive(await folder("two", PATHS.toReversed(), 1_700_000_000));
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  expect(Object.keys(unzipSync(one.bytes))).toEqual([...PATHS].sort());
  expect(one.files).toBe(PATHS.length);
});

test("and in whatever time zone", async () => {
  const path = await folder("zones", PATHS, 1_600_000_000);
  const script = `import { archive } from "./tests/release/archive.ts";
    process.stdout.write(Buffer.from((await archive(${JSON.stringify(path)})).bytes).toString("hex"));`;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
  const here = inZone("Asia/Tokyo");
  expect(here.length).toBeGreaterThan(500);
  expect(inZone("America/Los_Angeles")).toBe(here);
});

test("another text gives other bytes", async () => {
  const path = await folder("other", PATHS, 1_600_000_000);
  const before = await archive(path);
  await writeFile(join(path, "b.txt"), "text of B.txt");
  expect(Buffer.compare((await archive(path)).bytes, before.bytes)).not.toBe(0);
});
