import type { Browser, Page } from "puppeteer";
import { type Harness, serveHarness } from "../ui/harness/serve.ts";
import { prepare } from "./prepare.ts";
import type { Look, Shot } from "./shot.ts";

/** Serves for as long as the process lives; it does not keep it alive. */
let serving: Promise<Harness> | undefined;
function harness(): Promise<Harness> {
  serving ??= serveHarness().then((own) => {
    own.unref();
    return own;
  });
  return serving;
}

/** A picture of popup or options in one of the scenes of tests/ui/harness; `act` does what leads to the state. */
export function ownPageShot(
  surface: "popup" | "options",
  name: string,
  scene: string,
  look: Look = {},
  act: (page: Page) => Promise<void> = async () => {},
): Shot {
  return {
    name: `${surface}/${name}`,
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        const window = surface === "popup" ? { width: 340, height: 440 } : { width: 1000, height: 800 };
        await prepare(page, { ...window, ...look });
        const query = [look.rtl ? "dir=rtl" : "", look.theme ? `theme=${look.theme}` : ""].filter(Boolean).join("&");
        await page.goto((await harness()).url(surface, scene, query));
        await page.waitForSelector(
          surface === "popup" ? "main > .say:not(.late), main > .people" : "#storage .privacy",
        );
        await act(page);
        await new Promise((done) => setTimeout(done, 250));
        return await page.screenshot({ fullPage: surface === "options" });
      } finally {
        await page.close();
      }
    },
  };
}

/** How popup and options are looked at, beside their states. */
export const LOOKS: Record<string, Look> = {
  light: { theme: "light" },
  dark: { theme: "dark" },
  "forced-colours": { theme: "dark", forcedColours: true },
  "right-to-left": { theme: "light", rtl: true },
  narrow: { theme: "light", width: 320, height: 640 },
};

/** Looks of `LOOKS` that are looked at in Firefox, too. */
export const FIREFOX_LOOKS = ["narrow", "right-to-left", "dark"];
