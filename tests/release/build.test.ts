/** What `node build.ts` does beside building; the build itself is what every test in a browser runs. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { access, mkdtemp, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let out: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "build-"));
});
afterEach(async () => {
  child?.kill();
  child = undefined;
  await rm(out, { recursive: true, force: true, maxRetries: 3 });
});

test("a target that there is not is told in a sentence, and nothing is built", async () => {
  const { status, stderr } = spawnSync(process.execPath, ["build.ts", "--target", "safari", "--out", out], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr.trim()).toBe("--target safari: there is no such target. Choose chromium or firefox, or leave it out.");
  await expect(access(join(out, "safari"))).rejects.toThrow();
});

test("while watching, pages, texts and dossiers are copied again when they change", async () => {
  child = spawn(process.execPath, ["build.ts", "--watch", "--target", "chromium", "--out", out], { stdio: "pipe" });
  let said = "";
  child.stdout!.on("data", (data) => {
    said += data;
  });
  await vi.waitFor(() => expect(said).toContain("watching"), { timeout: 30_000, interval: 50 });
  const copies = {
    "src/popup/popup.html": "popup.html",
    "assets/locales/en/popup.json": "_locales/en/messages.json",
    "assets/dossiers/sessions-kislyak.json": "dossiers/sessions-kislyak.json",
  };
  for (const [source, copy] of Object.entries(copies)) {
    const path = join(out, "chromium", copy);
    const before = await readFile(path, "utf8");
    await rm(path);
    await utimes(source, new Date(), new Date());
    await vi.waitFor(async () => expect(await readFile(path, "utf8")).toBe(before), { timeout: 10_000, interval: 50 });
  }
});
