import type { Browser } from "puppeteer";
import type { BrowserKind } from "../browsers/find.ts";

/** One picture of the gallery. */
export interface Shot {
  /** File name without ending; the part before the first "/" is the surface ("card", "popup", …). */
  name: string;
  /** What to look for. */
  note?: string;
  /** Chromium unless said otherwise. */
  kind?: BrowserKind;
  /** Takes the picture; the browser is a plain one without the extension. */
  take(browser: Browser): Promise<Uint8Array>;
}

/** The same picture taken in Firefox: fonts, form controls and scroll bars differ there. */
export function inFirefox(shot: Shot): Shot {
  return { ...shot, name: `${shot.name}-firefox`, kind: "firefox" };
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
