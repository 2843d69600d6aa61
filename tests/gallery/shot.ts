import type { Browser } from "puppeteer";

/** One picture of the gallery. */
export interface Shot {
  /** File name without ending; the part before the first "/" is the surface ("card", "popup", …). */
  name: string;
  /** What to look for. */
  note?: string;
  /** Takes the picture; the browser is a plain Chromium without the extension. */
  take(browser: Browser): Promise<Uint8Array>;
}

/** How a surface is to look. */
export interface Look {
  theme?: "light" | "dark";
  width?: number;
  height?: number;
  /** Page zoom: 2 shows 200 %. */
  zoom?: number;
  rtl?: boolean;
  forcedColours?: boolean;
}
