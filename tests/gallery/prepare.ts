import type { Page } from "puppeteer";
import type { Look } from "./shot.ts";

/** Makes a tab look as asked: window, zoom, colour scheme, forced colours. Call it before the page is opened. */
export async function prepare(
  page: Page,
  { width = 620, height = 700, zoom = 1, theme, forcedColours }: Look,
): Promise<void> {
  await page.setViewport({
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
    deviceScaleFactor: 1.5 * zoom,
  });
  // Firefox takes no such wishes: pages of ours get their theme by their address there.
  if ((await page.browser().version()).toLowerCase().startsWith("firefox")) return;
  if (theme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  if (!forcedColours) return;
  const cdp = await page.createCDPSession();
  await cdp.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "forced-colors", value: "active" },
      ...(theme ? [{ name: "prefers-color-scheme", value: theme }] : []),
    ],
  });
}
