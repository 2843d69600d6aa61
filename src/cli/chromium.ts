import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import type { Dossier } from "../dossier/schema.ts";
import { InputError } from "./input.ts";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** Milliseconds in which the extension must have published the dossier's names. */
const READY_WITHIN = 30_000;

/** A headless Chromium with the built extension, of which `dossier` is the only dossier. */
export interface Chromium {
  browser: Browser;
  /** `chrome-extension://…` */
  origin: string;
  close(): Promise<void>;
}

/** Starts Chromium and waits until the extension knows the dossier's names. Throws an `InputError` where something is missing. */
export async function startChromium(extension: string, dossier: Dossier): Promise<Chromium> {
  if (!existsSync(join(extension, "manifest.json")))
    throw new InputError(
      `HTML files are read in the built extension: run npm run build first (${extension} is missing).`,
    );
  const folder = mkdtempSync(join(tmpdir(), "detect-html-"));
  const tidy = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  let browser: Browser | undefined;
  try {
    const own = join(folder, "extension");
    cpSync(extension, own, { recursive: true });
    for (const name of readdirSync(join(own, "dossiers")))
      writeFileSync(join(own, "dossiers", name), JSON.stringify(dossier));
    const { default: puppeteer } = await import("puppeteer");
    browser = await puppeteer.launch({
      executablePath: chromiumPath(await Promise.resolve(puppeteer.executablePath()).catch(() => "")),
      headless: true,
      enableExtensions: true,
      userDataDir: join(folder, "profile"),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--no-first-run",
        "--disable-sync",
      ],
    });
    const origin = `chrome-extension://${await browser.installExtension(own)}`;
    await published(browser, origin);
    const started = browser;
    return {
      browser,
      origin,
      async close() {
        await started.close();
        tidy();
      },
    };
  } catch (error) {
    await browser?.close();
    tidy();
    throw error;
  }
}

function chromiumPath(downloaded: string): string {
  const path = process.env.CHROMIUM_PATH ?? [...USUAL, downloaded].find(existsSync);
  if (path && existsSync(path)) return path;
  throw new InputError("HTML files are read in Chromium, and none was found: set CHROMIUM_PATH to its binary.");
}

/** Waits until the background has written what pages read at start. */
async function published(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}/popup.html`);
  await page.waitForFunction(
    async () => {
      // biome-ignore lint/suspicious/noExplicitAny: runs in a page of the extension
      const { storage } = (globalThis as any).chrome;
      return "lexicon" in (await storage.local.get("lexicon"));
    },
    { timeout: READY_WITHIN, polling: 100 },
  );
  await page.close();
}
