import { readFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer";
import type { CardView } from "../../src/dossier/views.ts";
import type { HarnessOptions } from "../card/harness/harness.ts";
import { openHarness } from "../card/harness/open.ts";
import { bundledView, bundledViews, VARIANTS } from "../card/samples.ts";
import { until, wait } from "../card-suite/reader.ts";
import { inFirefox, type Look, type Shot } from "./shot.ts";

const PAPER = { light: "#fff;color:#222", dark: "#14161a;color:#ddd" };

interface Choice extends Look {
  /** Buttons to press, by `data-act`. */
  acts?: string[];
  /** How far down the card is scrolled, in px. */
  scroll?: number;
  note?: string;
  harness?: Partial<HarnessOptions>;
  /** Opened with the keyboard: the focus is in the card. */
  byKey?: boolean;
  /** Milliseconds to wait before the picture; default: until all is drawn. */
  settle?: number;
}

function article({ theme = "light", rtl }: Look, name: string): string {
  return `<!doctype html><html lang="en" ${rtl ? 'dir="rtl"' : ""}><head><title>News</title></head>
<body style="margin:28px;font:18px/1.55 Georgia,serif;background:${PAPER[theme]}"><p style="margin:0 0 1em">On Wednesday night ${name} answered again, and the room listened.</p>
<p>${"The hearing went on into the evening, and nobody left. ".repeat(30)}</p></body></html>`;
}

async function prepare(page: Page, look: Look): Promise<void> {
  const { width = 620, height = 720, zoom = 1, theme = "light", forcedColours } = look;
  await page.setViewport({ width: width / zoom, height: height / zoom, deviceScaleFactor: 1.5 * zoom });
  if ((await page.browser().version()).toLowerCase().startsWith("firefox")) return;
  const cdp = await page.createCDPSession();
  const features = [
    { name: "prefers-color-scheme", value: theme },
    { name: "prefers-reduced-motion", value: "reduce" },
    ...(forcedColours ? [{ name: "forced-colors", value: "active" }] : []),
  ];
  await cdp.send("Emulation.setEmulatedMedia", { features });
}

type World = { harness: { root: ShadowRoot; handle(message: { type: "open-card" }): void } };

/** A card over an article, in the middle of reading it. */
function cardShot(name: string, views: CardView[], choice: Choice = {}): Shot {
  const { acts = [], scroll = 0, note, harness = {}, byKey, settle = 250 } = choice;
  return {
    name: `card/${name}`,
    ...(note ? { note } : {}),
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        await prepare(page, choice);
        const marked = views[0]!.name;
        // All the others are there too, so that links in the card lead somewhere; no text names them by these keys.
        const own = new Set(views.map(({ ref }) => ref.person));
        const rest = Object.entries(bundledViews()).filter(([id]) => !own.has(id));
        const others = rest.map(([id, view]): [string, CardView[]] => [`@${id}`, [view]]);
        await openHarness(page, article(choice, marked), {
          people: { [marked]: views, ...Object.fromEntries(others) },
          openDelay: 10,
          messages: choice.rtl ? { direction: "rtl" } : {},
          ...harness,
        });
        await page.addStyleTag({ content: await readFile("src/page/marks.css", "utf8") });
        if (byKey) await page.evaluate(() => (globalThis as unknown as World).harness.handle({ type: "open-card" }));
        else {
          const place = await page.evaluate((text) => {
            const node = document.querySelector("p")!.firstChild as Text;
            const range = document.createRange();
            range.setStart(node, node.data.indexOf(text));
            range.setEnd(node, node.data.indexOf(text) + text.length);
            const { x, y, width, height } = range.getClientRects()[0]!;
            return { x: x + width / 2, y: y + height / 2 };
          }, marked);
          await page.mouse.move(place.x, place.y);
        }
        await until("the card", () => page.evaluate(() => document.querySelector("[data-dramatis]") !== null));
        await wait(120);
        for (const act of acts) {
          const button = await page.evaluate((wanted) => {
            const { root } = (globalThis as unknown as World).harness;
            const found = root.querySelector(`[data-act="${wanted}"]`);
            found?.scrollIntoView({ block: "center" });
            const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
            return { x: x + width / 2, y: y + height / 2 };
          }, act);
          await page.mouse.click(button.x, button.y);
          await wait(80);
        }
        await page.evaluate((top) => {
          const { root } = (globalThis as unknown as World).harness;
          root.querySelector(".scroll")!.scrollTop = top;
        }, scroll);
        await wait(settle);
        return await page.screenshot();
      } finally {
        await page.close();
      }
    },
  };
}

/** The underline in its three styles, on paper, night, a picture, colours and links. */
function underlineShot(forcedColours: boolean): Shot {
  const busy =
    "background:repeating-linear-gradient(45deg,#274 0 9px,#c63 9px 18px,#348 18px 27px);color:#fff;text-shadow:0 1px 2px #000";
  const grounds = [
    "background:#fff;color:#222",
    "background:#14161a;color:#ddd",
    busy,
    "background:#ffe98a;color:#4a3500",
  ];
  return {
    name: `card/underlines${forcedColours ? "-forced-colours" : ""}`,
    note: "dotted, solid and tint: seen when looked for, quiet when read",
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        await prepare(page, { width: 900, height: 620, forcedColours });
        const cells = grounds.flatMap((ground) =>
          ["dotted", "solid", "tint"].map(
            (style) =>
              `<p class="${style}" style="margin:0;padding:18px;font:19px/1.5 Georgia,serif;${ground}">Later <b>Jeff Sessions</b> told <a href="#" style="color:inherit">Al Franken</a> that he <small>(and <i>Sergey Kislyak</i>)</small> had not met.</p>`,
          ),
        );
        await page.setContent(
          `<body style="margin:0;display:grid;grid-template-columns:repeat(3,1fr)">${cells.join("")}</body>`,
        );
        await page.addStyleTag({ content: await readFile("src/page/marks.css", "utf8") });
        await page.evaluate(() => {
          for (const style of ["dotted", "solid", "tint"]) {
            const ranges = [...document.querySelectorAll(`.${style} :is(b, a, i)`)].map((element) => {
              const range = document.createRange();
              range.selectNodeContents(element);
              return range;
            });
            CSS.highlights.set(`dramatis-${style}`, new Highlight(...ranges));
          }
        });
        return await page.screenshot();
      } finally {
        await page.close();
      }
    },
  };
}

const sessions = [bundledView("jeff-sessions")];
const forty = VARIANTS["forty-statements"]!;

export const CARD_SHOTS: Shot[] = [
  cardShot("light", sessions),
  cardShot("dark", sessions, { theme: "dark" }),
  cardShot("forced-colours", sessions, { theme: "dark", forcedColours: true }),
  cardShot("narrow", sessions, { width: 320 }),
  cardShot("zoom-200", sessions, { width: 900, height: 900, zoom: 2 }),
  cardShot("small-frame", sessions, { width: 640, height: 150 }),
  cardShot("light-middle", sessions, { scroll: 430 }),
  cardShot("dark-middle", sessions, { theme: "dark", scroll: 430 }),
  cardShot("light-end", sessions, { acts: ["veto"], scroll: 9999 }),
  cardShot("dark-end", sessions, { theme: "dark", acts: ["veto"], scroll: 9999 }),
  cardShot("vetoed", sessions, { acts: ["veto", "veto-page"], scroll: 9999 }),
  cardShot("pinned-and-cited", sessions, { acts: ["pin", "cite"], scroll: 300 }),
  cardShot("by-key", sessions, { byKey: true, note: "the focus is in the card, a ring is around the name" }),
  cardShot("by-key-dark", sessions, { byKey: true, theme: "dark" }),
  cardShot("nested", sessions, { acts: ["visit"], note: "another person in the same card, with a way back" }),
  cardShot("timeline", sessions, { acts: ["all-timeline"], scroll: 900 }),
  cardShot("no-statements-of-their-own", [bundledView("michael-flynn")]),
  cardShot("loading", sessions, { harness: { latency: 60_000 }, settle: 700 }),
  cardShot("error", sessions, { harness: { error: { code: "not-found", details: [] } } }),
  cardShot("error-dark", sessions, {
    theme: "dark",
    harness: { error: { code: "database-blocked", details: ["SecurityError"] } },
  }),
  ...Object.entries(VARIANTS).map(([name, views]) => cardShot(name, views, { rtl: name === "right-to-left" })),
  cardShot("right-to-left-dark-narrow", VARIANTS["right-to-left"]!, { rtl: true, theme: "dark", width: 320 }),
  cardShot("corrected-dark", VARIANTS.corrected!, { theme: "dark" }),
  cardShot("forty-statements-open", forty, { acts: ["all-statements"], scroll: 600 }),
  cardShot("forty-statements-end", forty, { acts: ["all-timeline"], scroll: 500 }),
  cardShot("changed", VARIANTS.changed!, { note: "a correction and a withdrawal since the last look" }),
  cardShot("changed-end", VARIANTS.changed!, { scroll: 9999 }),
  cardShot("bounded-end", VARIANTS.bounded!, { acts: ["all-statements", "all-timeline"], scroll: 9999 }),
  inFirefox(cardShot("light", sessions)),
  inFirefox(cardShot("narrow", sessions, { width: 320 })),
  inFirefox(cardShot("zoom-200", sessions, { width: 900, height: 900, zoom: 2 })),
  inFirefox(cardShot("right-to-left", VARIANTS["right-to-left"]!, { rtl: true })),
  underlineShot(false),
  underlineShot(true),
];
