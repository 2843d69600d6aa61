import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import type { BrowserKind } from "../browsers/find.ts";
import { BARE_PAGE, launch } from "../browsers/launch.ts";
import { placeOfMark, settledNames } from "../browsers/marks.ts";
import type { BenchServer } from "./server.ts";

export interface Hover {
  /** Milliseconds from the pointer's last movement to the frame that showed the filled card. */
  warm: number[];
  /** The same with the background stopped before. */
  stopped: number[];
  /** A request to the background and back, in a page of the extension: background running, and stopped before. */
  pingWarm: number[];
  pingStopped: number[];
  version: string;
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

interface Seen {
  moved: number;
  shown: number;
  text: string;
}

/** Rests the pointer on a name again and again, in one browser. Each time another page load, so that no card is cached. */
export async function hover(
  kind: BrowserKind,
  dist: string,
  server: BenchServer,
  pageId: string,
  runs: number,
): Promise<Hover> {
  const session = await launch(kind, { dist });
  const probe = await writeProbe();
  try {
    await session.browser.installExtension(probe);
    const ping = await session.open(BARE_PAGE);
    const result: Hover = {
      warm: [],
      stopped: [],
      pingWarm: [],
      pingStopped: [],
      version: await session.browser.version(),
    };
    await pingOnce(ping);
    for (let run = 0; run < runs; run++) {
      result.pingWarm.push(await pingOnce(ping));
      result.warm.push(
        await restOnce(session.browser.newPage(), server.url("localhost", pageId), async () => {
          await ping.evaluate(() => chrome.runtime.sendMessage({ type: "dossiers.list", data: {} }));
        }),
      );
      result.stopped.push(
        await restOnce(session.browser.newPage(), server.url("localhost", pageId), () => session.stopBackground()),
      );
      await session.stopBackground();
      result.pingStopped.push(await pingOnce(ping));
    }
    return result;
  } finally {
    await session.close();
    await rm(probe, { recursive: true, force: true });
  }
}

function pingOnce(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ type: "dossiers.list", data: {} });
    return performance.now() - start;
  });
}

async function restOnce(opening: Promise<Page>, url: string, before: () => Promise<void>): Promise<number> {
  const page = await opening;
  try {
    await page.evaluateOnNewDocument(listen);
    await page.goto(url, { waitUntil: "load" });
    await page.bringToFront();
    const [name] = await settledNames(page);
    const place = name && (await placeOfMark(page, name));
    if (!place) throw new Error("nothing is marked on the page for hovering");
    // A reader's pointer has moved on the page before it comes to a name: the card's code is there.
    await page.mouse.move(place.x, place.y + 200);
    await new Promise((done) => setTimeout(done, 500));
    await before();
    await page.bringToFront();
    await page.mouse.move(place.x, place.y);
    const shown = await page.waitForFunction(
      () => {
        const { seen } = window as unknown as { seen: Seen };
        return seen.shown > 0 ? seen : undefined;
      },
      { polling: 50, timeout: 10_000 },
    );
    const seen = (await shown.jsonValue()) as Seen;
    const surname = name.split(" ").at(-1)!;
    if (!seen.text.includes(surname)) throw new Error(`the card of ${name} says: ${seen.text.slice(0, 80)}`);
    return seen.shown - seen.moved;
  } finally {
    await page.close();
  }
}

function listen(): void {
  const seen: Seen = { moved: 0, shown: 0, text: "" };
  Object.assign(window, { seen });
  document.addEventListener(
    "pointermove",
    (event) => {
      if (!seen.shown) seen.moved = event.timeStamp;
    },
    { capture: true, passive: true },
  );
  document.addEventListener("bench-card", (event) => {
    const { shown, time, text } = JSON.parse((event as CustomEvent<string>).detail);
    if (!shown || seen.shown) return;
    seen.shown = time;
    seen.text = text;
  });
}

async function writeProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bench-probe-"));
  await cp(join(dirname(fileURLToPath(import.meta.url)), "probe"), folder, { recursive: true });
  const script = { matches: ["<all_urls>"], js: ["probe.js"], run_at: "document_end" };
  const gecko = { id: "probe@dramatis.invalid", data_collection_permissions: { required: ["none"] } };
  const head = { manifest_version: 3, name: "Bench probe", version: "1", browser_specific_settings: { gecko } };
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...head, content_scripts: [script] }));
  return folder;
}
