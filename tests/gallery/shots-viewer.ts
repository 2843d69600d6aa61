import type { Browser } from "puppeteer";
import { serveHarness } from "../viewer/harness/serve.ts";
import { prepare } from "./prepare.ts";
import { inFirefox, type Look, type Shot } from "./shot.ts";

const STORY = "sessions-kislyak";
const DESK: Look = { width: 1180, height: 900 };

/** The harness serves for as long as the process lives; it does not keep it alive. */
let serving: Promise<string> | undefined;
const origin = () => {
  serving ??= serveHarness().then((harness) => {
    harness.unref();
    return harness.origin;
  });
  return serving;
};

function query({ rtl, theme }: Look): string {
  const wishes = [rtl ? "dir=rtl" : "", theme ? `theme=${theme}` : ""].filter(Boolean);
  return wishes.length ? `?${wishes.join("&")}` : "";
}

function viewerShot(name: string, hash: string, look: Look, options: { print?: true; note?: string } = {}): Shot {
  return {
    name: `viewer/${name}`,
    ...(options.note ? { note: options.note } : {}),
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        await prepare(page, look);
        await page.goto(`${await origin()}/dossier.html${query(look)}#${hash}`);
        await page.waitForSelector("#title, [role=alert]");
        await page.waitForFunction(() => !document.querySelector("main.notice [role=status]"));
        if (options.print) await page.emulateMediaType("print");
        await new Promise((done) => setTimeout(done, 300));
        return await page.screenshot();
      } finally {
        await page.close();
      }
    },
  };
}

const pages = {
  cast: STORY,
  person: `${STORY}/person/jeff-sessions`,
  statements: `${STORY}/statements`,
  statement: `${STORY}/statement/st-sessions-testimony`,
  timeline: `${STORY}/timeline`,
  "timeline-table": `${STORY}/timeline?view=table`,
  sources: `${STORY}/sources`,
  changes: `${STORY}/changes`,
  search: `${STORY}/search?q=ambassador`,
  "search-nothing": `${STORY}/search?q=submarine%20cable`,
};

export const VIEWER_SHOTS: Shot[] = [
  ...Object.entries(pages).flatMap(([name, hash]) => [
    viewerShot(`${name}-light`, hash, { ...DESK, theme: "light" }),
    viewerShot(`${name}-dark`, hash, { ...DESK, theme: "dark" }),
    viewerShot(`${name}-narrow`, hash, { width: 320, height: 800, theme: "light" }),
    viewerShot(`${name}-zoom-200`, hash, { ...DESK, theme: "light", zoom: 2 }),
    viewerShot(`${name}-rtl`, hash, { ...DESK, theme: "light", rtl: true }),
    viewerShot(`${name}-forced`, hash, { ...DESK, theme: "dark", forcedColours: true }),
  ]),
  ...["cast", "person", "statement", "timeline"].flatMap((name) => {
    const hash = pages[name as keyof typeof pages];
    return [
      inFirefox(viewerShot(`${name}-narrow`, hash, { width: 320, height: 800, theme: "light" })),
      inFirefox(viewerShot(`${name}-rtl`, hash, { ...DESK, theme: "light", rtl: true })),
      inFirefox(viewerShot(`${name}-zoom-200`, hash, { ...DESK, theme: "light", zoom: 2 })),
    ];
  }),
  viewerShot("timeline-narrow-chart", pages.timeline, { width: 320, height: 1_900, theme: "light" }),
  viewerShot("timeline-chosen", `${pages.timeline}?at=statement:st-sessions-testimony`, { ...DESK, theme: "light" }),
  viewerShot("timeline-withdrawn", "odd/timeline?person=rtl&at=statement:withdrawn", { ...DESK, theme: "light" }),
  viewerShot("table-withdrawn", "odd/timeline?view=table", { ...DESK, theme: "light" }),
  viewerShot("whole-print", `${STORY}/print`, { ...DESK, theme: "light" }, { print: true }),
  viewerShot("person-print", pages.person, { ...DESK, theme: "dark" }, { print: true }),
  viewerShot("odd-person", "odd/person/long", { ...DESK, theme: "light" }),
  viewerShot("odd-changes", "odd/changes", { ...DESK, theme: "light" }),
  viewerShot("big-cast", "big/cast", { ...DESK, theme: "light" }),
  viewerShot("big-timeline", "big/timeline", { ...DESK, theme: "light" }),
  viewerShot("missing", `${STORY}/person/nobody`, { ...DESK, theme: "light" }),
  viewerShot("no-such-dossier", "absent", { ...DESK, theme: "light" }),
];
