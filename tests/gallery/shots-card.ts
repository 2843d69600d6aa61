import type { Browser, Page } from "puppeteer";
import { openHarness } from "../card/harness/open.ts";
import { bundledView, VARIANTS } from "../card/samples.ts";
import { until, wait } from "../card-suite/reader.ts";
import type { Look, Shot } from "./shot.ts";

const PAPER = { light: "#fff;color:#222", dark: "#14161a;color:#ddd" };

function article(look: Look): string {
  const paper = PAPER[look.theme ?? "light"];
  return `<!doctype html><html lang="en" ${look.rtl ? 'dir="rtl"' : ""}><head><title>News</title></head>
<body style="margin:24px;font:17px/1.5 Georgia,serif;background:${paper}"><p>Yesterday MARK spoke, and the room listened.</p>
<p>${"The hearing went on into the evening, and nobody left. ".repeat(30)}</p></body></html>`;
}

async function prepare(page: Page, { width = 620, height = 700, zoom = 1, theme, forcedColours }: Look): Promise<void> {
  await page.setViewport({ width: width / zoom, height: height / zoom, deviceScaleFactor: 1.5 * zoom });
  if (theme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  if (!forcedColours) return;
  const cdp = await page.createCDPSession();
  await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
}

/** A card over an article; `acts` are buttons to press, by `data-act`; `scroll` how far down to look. */
function cardShot(name: string, views: (typeof VARIANTS)[string], look: Look, acts: string[] = [], scroll = 0): Shot {
  return {
    name: `card/${name}`,
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        await prepare(page, look);
        await openHarness(page, article(look), {
          people: { MARK: views },
          openDelay: 10,
          messages: look.rtl ? { "@@bidi_dir": "rtl" } : {},
        });
        const place = (await page.evaluate(() => {
          const text = document.querySelector("p")!.firstChild as Text;
          const range = document.createRange();
          range.setStart(text, text.data.indexOf("MARK"));
          range.setEnd(text, text.data.indexOf("MARK") + 4);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }))!;
        await page.mouse.move(place.x, place.y);
        await until("the card", () => page.evaluate(() => document.querySelector("[data-dramatis]") !== null));
        for (const act of acts) {
          await page.evaluate((wanted) => {
            const { root } = (globalThis as unknown as { harness: { root: ShadowRoot } }).harness;
            root.querySelector<HTMLElement>(`[data-act="${wanted}"]`)?.click();
          }, act);
          await wait(80);
        }
        await page.evaluate((top) => {
          const { root } = (globalThis as unknown as { harness: { root: ShadowRoot } }).harness;
          root.querySelector(".scroll")!.scrollTop = top;
        }, scroll);
        await wait(250);
        return await page.screenshot();
      } finally {
        await page.close();
      }
    },
  };
}

const sessions = [bundledView("jeff-sessions")];
const looks: Record<string, Look> = {
  light: { theme: "light" },
  dark: { theme: "dark" },
  "forced-colours": { theme: "dark", forcedColours: true },
  narrow: { theme: "light", width: 320 },
  "zoom-200": { theme: "light", width: 900, height: 900, zoom: 2 },
  "small-frame": { theme: "light", width: 640, height: 150 },
};

export const CARD_SHOTS: Shot[] = [
  ...Object.entries(looks).map(([name, look]) => cardShot(name, sessions, look)),
  cardShot("light-middle", sessions, looks.light!, [], 420),
  cardShot("light-end", sessions, looks.light!, ["veto"], 9999),
  cardShot("dark-end", sessions, looks.dark!, ["veto"], 9999),
  cardShot("pinned-and-cited", sessions, looks.light!, ["pin", "cite"], 260),
  cardShot("nested", sessions, looks.light!, ["visit"]),
  cardShot("no-statements-of-their-own", [bundledView("michael-flynn")], looks.light!),
  ...Object.entries(VARIANTS).map(([name, views]) =>
    cardShot(name, views, name === "right-to-left" ? { theme: "light", rtl: true } : looks.light!),
  ),
  cardShot("forty-statements-open", VARIANTS["forty-statements"]!, looks.light!, ["all-statements"], 600),
];
