import type { Page } from "puppeteer";
import type { Session } from "../browsers/launch.ts";
import { bundled, generated } from "./dossiers.ts";

/** Both browsers have `chrome` in extension pages, promises included. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; error?: unknown } | undefined> };
  storage: {
    local: {
      get(keys: string[]): Promise<{ page?: Record<string, unknown>; lexicon?: string; names?: unknown }>;
    };
  };
};

const LIMIT_MS = 120_000;

/**
 * Brings the lexicon of the installed extension to `size` people the way a reader would: the bundled dossier, and a
 * generated one imported through the background. Returns the bytes that a page then reads at start.
 */
export async function installNames(session: Session, size: number): Promise<number> {
  const page = await session.open("options.html");
  try {
    const seeded = await published(page, 0);
    const missing = size - (await bundled()).people.length;
    if (missing <= 0) return seeded.bytes;
    const dossier = await generated(missing);
    const answer = await page.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "dossier.import", data }).catch(() => undefined),
      { text: JSON.stringify(dossier) },
    );
    if (!answer?.ok)
      throw new Error(`the dossier of ${missing} people was not imported: ${JSON.stringify(answer?.error)}`);
    return (await published(page, seeded.version)).bytes;
  } finally {
    await page.close();
  }
}

/** Waits for a lexicon newer than version `after`; its size is that of the JSON text that Chromium keeps. */
async function published(page: Page, after: number): Promise<{ version: number; bytes: number }> {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    const state = await page.evaluate(async () => {
      // "names" is read only where somebody seems to be named; counted all the same.
      const held = await chrome.storage.local.get(["page", "lexicon", "names"]);
      const bytes = new TextEncoder().encode(JSON.stringify(held)).length;
      return held.lexicon === undefined ? undefined : { version: Number(held.page?.lexiconVersion), bytes };
    });
    if (state && state.version > after) return state;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the background published no lexicon within ${LIMIT_MS} ms`);
}
