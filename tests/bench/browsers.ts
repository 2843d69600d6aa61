import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "puppeteer";
import { launch, type Session } from "../browsers/launch.ts";
import { type Contender, hostOf, PEERS_NAME, writePeers } from "./contenders.ts";
import { installNames } from "./seed.ts";

/** People of the largest lexicon here that pages hold themselves, see docs/page.md. */
const LARGEST_IN_PAGE = 540;

/** A contender in its browser: where its pages are, and under which name the trace shows its world. */
export interface Booth {
  contender: Contender;
  browser: Browser;
  host: string;
  extension: string;
  /** Quiet time (ms) after which a page is at rest: longer where the answer of the storage may still be under way. */
  quiet: number;
}

/** Browsers are kept open for the whole run, so that contenders can take turns on the same page. */
export class Fair {
  readonly #dist: string;
  readonly #sessions = new Map<string, Session>();
  readonly #published: Record<string, number> = {};
  #folder: string | undefined;

  /** `dist` is the folder with the built extension. */
  constructor(dist: string) {
    this.#dist = dist;
  }

  /** The booth of a contender; its browser is started on first use. */
  async booth(contender: Contender): Promise<Booth> {
    const key = contender.type === "ours" ? contender.id : "peers";
    let session = this.#sessions.get(key);
    if (!session) {
      session = await (contender.type === "ours" ? this.#ours(contender) : this.#peers());
      this.#sessions.set(key, session);
    }
    const extension = contender.type === "ours" ? "Dramatis" : PEERS_NAME;
    // Chromium reads some 12 MB a second; half that, to be safe. Big lexicons are read in the background: on a giant page
    // most of a second may pass between two of its answers.
    const asks = contender.type === "ours" && contender.size > LARGEST_IN_PAGE ? 1500 : 0;
    const quiet = 250 + asks + (this.#published[contender.id] ?? 0) / 6000;
    return { contender, browser: session.browser, host: hostOf(contender), extension, quiet };
  }

  async #peers(): Promise<Session> {
    this.#folder = await mkdtemp(join(tmpdir(), "bench-peers-"));
    await writePeers(join(this.#folder, "chromium"));
    return launch("chromium", { dist: this.#folder });
  }

  async #ours({ id, size }: { id: string; size: number }): Promise<Session> {
    const session = await launch("chromium", { dist: this.#dist });
    try {
      this.#published[id] = await installNames(session, size);
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  /** Bytes that a page reads at start, by contender, of those that were started. */
  published(): Record<string, number> {
    return { ...this.#published };
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session.close();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Opens a tab of its own for `work` and closes it again. Tabs follow one another: a page never shares its process. */
export async function withTab<T>(browser: Browser, work: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    return await work(page, await page.createCDPSession());
  } finally {
    await page.close();
  }
}

/** Waits until the page's main thread has been idle (< 2 % busy, no script) for `quiet` ms. Runs no script itself. */
export async function idle(cdp: CDPSession, quiet = 250, limit = 60_000): Promise<void> {
  await cdp.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { script: value("ScriptDuration"), task: value("TaskDuration") };
  };
  const end = Date.now() + limit;
  let held = await busy();
  let since = Date.now();
  while (Date.now() - since < quiet) {
    if (Date.now() > end) throw new Error(`the page was still busy after ${limit} ms`);
    await new Promise((done) => setTimeout(done, 60));
    const now = await busy();
    if (now.script - held.script > 0.0005 || now.task - held.task > 0.004) since = Date.now();
    held = now;
  }
}
