import puppeteer, { type Browser, type Page } from "puppeteer";
import { expect } from "vitest";
import { type BrowserKind, findBrowser } from "../../browsers/find.ts";

export function launchViewer(kind: BrowserKind): Promise<Browser> {
  const args = kind === "chromium" && process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];
  return puppeteer.launch({
    browser: kind === "chromium" ? "chrome" : "firefox",
    executablePath: findBrowser(kind),
    args,
  });
}

/**
 * Opens a page of the harness, runs, closes it; a script error on the page fails the test, but for the one message that
 * is `expected`, word by word.
 */
export async function withViewer(
  browser: Browser,
  address: string,
  run: (page: Page) => Promise<void>,
  expected?: string,
): Promise<void> {
  const page = await browser.newPage();
  const errors: unknown[] = [];
  page.on("pageerror", (error) => {
    if ((error as Error).message !== expected) errors.push(error);
  });
  try {
    await page.goto(address);
    await page.waitForFunction(
      () => document.querySelector("#title") && !document.querySelector("main.notice [role=status]"),
    );
    await run(page);
    expect(errors).toEqual([]);
  } finally {
    await page.close();
  }
}
