import type { Browser } from "webextension-polyfill";
import type { Dossier } from "../dossier/schema.ts";
import { DEFAULT_SETTINGS, type Settings } from "../shared/settings.ts";
import { createPublisher } from "./publisher.ts";

/** Interim wiring: the bundled dossier only, until the store is in place. */
export function main(browser: Browser): void {
  const bundled = async () =>
    (await (await fetch(browser.runtime.getURL("dossiers/sessions-kislyak.json"))).json()) as Dossier;
  const publisher = createPublisher({
    casts: async () => {
      const { id, people, context } = await bundled();
      return [{ id, people, context }];
    },
    settings: async () => ({ ...DEFAULT_SETTINGS, ...((await browser.storage.sync.get()) as Partial<Settings>) }),
    vetoes: async () => ({}),
    read: () => browser.storage.local.get(["page", "lexicon"]),
    write: (state) => browser.storage.local.set({ ...state }),
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "sync") void publisher.publishState();
  });
  browser.runtime.onInstalled.addListener(() => void publisher.publishLexicon());
}
