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
  /**
   * Ends the background worker (Chromium) or waits until the event page is suspended (Firefox). Rejects where it goes on.
   * An options page that is open starts it again at once, since it wants its port back.
   */
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

/** A document of the extension without code of its own. */
export const BARE_PAGE = "THIRD-PARTY-NOTICES.txt";
/** Milliseconds after which a background that has been told to end, or has nothing to do, is given up. */
const STOP_LIMIT = 20_000;

async function untilGone(what: string, isThere: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + STOP_LIMIT;
  while (await isThere()) {
    if (Date.now() > end) throw new Error(`${what} is still running after ${STOP_LIMIT} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Those that run now; another may start meanwhile, which is what tests are after. */
async function endWorkers(browser: Browser, origin: string): Promise<void> {
  const cdp = await browser.target().createCDPSession();
  const workers = async () => {
    const { targetInfos } = await cdp.send("Target.getTargets");
    return targetInfos.filter(({ type, url }) => type === "service_worker" && url.startsWith(origin));
  };
  const running = new Set((await workers()).map(({ targetId }) => targetId));
  try {
    await untilGone("the background worker", async () => {
      const left = (await workers()).filter(({ targetId }) => running.has(targetId));
      // Again and again: a worker that is just starting takes no notice.
      for (const { targetId } of left) await cdp.send("Target.closeTarget", { targetId }).catch(() => {});
      return left.length > 0;
    });
  } finally {
    await cdp.detach();
  }
}

/** `own`: a page of the extension, which can see whether the event page is among its views. */
async function suspended(own: Page): Promise<void> {
  await untilGone("the event page", () =>
    own.evaluate(() => {
      const { extension } = (globalThis as unknown as { browser: { extension: { getViews(): Window[] } } }).browser;
      return extension.getViews().some(({ location }) => location.pathname.includes("background"));
    }),
  );
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
        if (kind === "chromium") return endWorkers(browser, origin);
        const bare = await session.open(BARE_PAGE);
        try {
          await suspended(bare);
        } finally {
          await bare.close();
        }
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
