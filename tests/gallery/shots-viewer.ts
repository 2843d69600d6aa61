import type { Browser } from "puppeteer";
import { serveHarness } from "../viewer/harness/serve.ts";
import { prepare } from "./prepare.ts";
import type { Look, Shot } from "./shot.ts";

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

function viewerShot(name: string, hash: string, look: Look, options: { print?: true; note?: string } = {}): Shot {
  return {
    name: `viewer/${name}`,
    ...(options.note ? { note: options.note } : {}),
    async take(browser: Browser) {
      const page = await browser.newPage();
      try {
        await prepare(page, look);
        await page.goto(`${await origin()}/dossier.html${look.rtl ? "?dir=rtl" : ""}#${hash}`);
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
  viewerShot("person-print", pages.person, { ...DESK, theme: "dark" }, { print: true }),
  viewerShot("odd-person", "odd/person/long", { ...DESK, theme: "light" }),
  viewerShot("odd-changes", "odd/changes", { ...DESK, theme: "light" }),
  viewerShot("big-cast", "big/cast", { ...DESK, theme: "light" }),
  viewerShot("big-timeline", "big/timeline", { ...DESK, theme: "light" }),
  viewerShot("missing", `${STORY}/person/nobody`, { ...DESK, theme: "light" }),
  viewerShot("no-such-dossier", "absent", { ...DESK, theme: "light" }),
];
