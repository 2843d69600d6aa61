/** Starts a real browser with the built extension; the same calls for Chromium and Firefox. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer, { type Browser, type LaunchOptions, type Page } from "puppeteer";
import { GECKO_ID } from "../../manifest/firefox.ts";
import { type BrowserKind, findBrowser } from "./find.ts";

export const FIREFOX_UUID = "11111111-2222-4333-8444-555555555555";
const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface LaunchChoice {
  /** Folder that holds `chromium/` and `firefox/`; default `dist`. */
  dist?: string;
  headless?: boolean;
  /** More Chromium switches. */
  args?: string[];
  /** More Firefox preferences. */
  prefs?: Record<string, unknown>;
  /** Chromium: what the test looks into. A worker that is looked into never ends by itself. */
  targetFilter?: LaunchOptions["targetFilter"];
  /** Kept between two launches; default: a fresh one, removed on close. */
  userDataDir?: string;
}

export interface Session {
  kind: BrowserKind;
  browser: Browser;
  /** Address of a page of the extension: `url("popup.html")`. */
  url(path: string): string;
  /** Opens a page of the extension in a tab of its own and waits for `selector`. */
  open(path: string, selector?: string): Promise<Page>;
  /** Ends the background worker (Chromium) or waits until the event page is suspended (Firefox). */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Waits for an element; while Firefox still replaces the document, a look at it can fail, and is repeated. */
async function selectorThere(page: Page, selector: string, limit = 15_000): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await page.$(selector).catch(() => null);
    if (found) return;
    if (Date.now() > end) throw new Error(`${selector} did not appear within ${limit} ms`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Milliseconds after which Firefox suspends an idle event page here; below 3 s it kills long handlers too. */
const FIREFOX_IDLE_MS = 3000;

export async function launch(kind: BrowserKind, choice: LaunchChoice = {}): Promise<Session> {
  const userDataDir = choice.userDataDir ?? (await mkdtemp(join(tmpdir(), `dramatis-${kind}-`)));
  const extension = resolve(choice.dist ?? "dist", kind);
  const options: LaunchOptions = { executablePath: findBrowser(kind), headless: choice.headless ?? true, userDataDir };
  const browser = await (kind === "chromium"
    ? puppeteer.launch({
        ...options,
        enableExtensions: true,
        args: [...CHROMIUM_ARGS, ...(choice.args ?? [])],
        ...(choice.targetFilter ? { targetFilter: choice.targetFilter } : {}),
      })
    : puppeteer.launch({
        ...options,
        browser: "firefox",
        args: ["--remote-allow-system-access"],
        extraPrefsFirefox: {
          "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
          "extensions.background.idle.timeout": FIREFOX_IDLE_MS,
          "extensions.webextOptionalPermissionPrompts": false,
          ...choice.prefs,
        },
      }));
  try {
    const id = await browser.installExtension(extension);
    const origin = kind === "chromium" ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
    const session: Session = {
      kind,
      browser,
      url: (path) => `${origin}/${path}`,
      async open(path, selector = "body") {
        const page = await browser.newPage();
        // In Firefox this promise never settles (docs/testing.md); the element tells when the page is there.
        const going = page.goto(`${origin}/${path}`);
        if (kind === "chromium") await going;
        else going.catch(() => {});
        await selectorThere(page, selector);
        return page;
      },
      async stopBackground() {
        if (kind === "firefox") {
          await new Promise((done) => setTimeout(done, FIREFOX_IDLE_MS * 2));
          return;
        }
        const cdp = await browser.target().createCDPSession();
        const { targetInfos } = await cdp.send("Target.getTargets");
        for (const info of targetInfos) {
          if (info.type === "service_worker" && info.url.startsWith(origin))
            await cdp.send("Target.closeTarget", { targetId: info.targetId });
        }
        await cdp.detach();
      },
      async close() {
        await browser.close();
        if (!choice.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
      },
    };
    return session;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
