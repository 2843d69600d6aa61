/** Renders `assets/icons/icon.svg` to the sizes that the manifest names: `node tests/ui/render-icons.ts`. */
import { readFile, writeFile } from "node:fs/promises";
import puppeteer from "puppeteer";
import { findBrowser } from "../browsers/find.ts";

const SIZES = [16, 32, 48, 128];
const svg = await readFile("assets/icons/icon.svg", "utf8");
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await puppeteer.launch({ executablePath: findBrowser("chromium"), args: sandbox });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(`assets/icons/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
