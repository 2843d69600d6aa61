import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "detect-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function detect(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return spawnSync(process.execPath, ["src/cli/detect.ts", "--dossier", path, path], { encoding: "utf8" });
}

test("a dossier that is not JSON ends in one sentence and status 2", () => {
  const { status, stderr, stdout } = detect("broken.json", "{");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/broken\.json is not JSON\.\n$/);
});

test("JSON that is no dossier is named as such", () => {
  const { status, stderr } = detect("other.json", "{}");
  expect(status).toBe(2);
  expect(stderr).toMatch(/other\.json is not a dossier: /);
});
