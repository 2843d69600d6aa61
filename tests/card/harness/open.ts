/** Opens pages with the card's harness in a real browser. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { type BrowserKind, findBrowser } from "../../browsers/find.ts";
import type { Harness, HarnessOptions } from "./harness.ts";

let bundled: Promise<string> | undefined;

/** The harness as one script; built once a process. */
export function harnessScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, "harness.ts")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    target: ["chrome125", "firefox142"],
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return bundled;
}

export async function messages(): Promise<Record<string, string>> {
  const folder = "assets/locales/en";
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  return Object.assign({}, ...texts.map((text) => JSON.parse(text) as Record<string, string>));
}

export function launchPlain(kind: BrowserKind): Promise<Browser> {
  const options = { executablePath: findBrowser(kind), headless: true } as const;
  return kind === "firefox"
    ? puppeteer.launch({ ...options, browser: "firefox" })
    : puppeteer.launch({
        ...options,
        args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--no-first-run"],
      });
}

/** Fills a tab with `html` and starts the card over it. */
export async function openHarness(
  page: Page,
  html: string,
  options: Omit<HarnessOptions, "messages"> & { messages?: Record<string, string> },
): Promise<void> {
  await page.goto("about:blank");
  await page.setContent(html);
  await page.evaluate(await harnessScript());
  const full: HarnessOptions = { ...options, messages: { ...(await messages()), ...options.messages } };
  await page.evaluate((given) => {
    const all = globalThis as unknown as { beginHarness(o: HarnessOptions): Harness; harness: Harness };
    all.harness = all.beginHarness(given);
  }, full);
}
