import type { Browser } from "webextension-polyfill";
import { SOURCE_KEY } from "../shared/page-state.ts";
import { send } from "../shared/send.ts";
import { createSettingsStore } from "../shared/settings-store.ts";
import type { ViewerPorts } from "./start.tsx";
import { createStoreSource } from "./store-source.ts";

/** The bundled dossier, as `build.ts` copies it into the extension. */
const BUNDLE = "dossiers/sessions-kislyak.json";

export function browserPorts(browser: Browser): ViewerPorts {
  return {
    source: createStoreSource({
      indexedDB: globalThis.indexedDB,
      IDBKeyRange: globalThis.IDBKeyRange,
      wake: () => send((message) => browser.runtime.sendMessage(message), "dossiers.list", {}),
      onChange: (listener) => {
        const changed = (changes: Record<string, unknown>, area: string) => {
          if (area === "local" && SOURCE_KEY in changes) listener();
        };
        browser.storage.onChanged.addListener(changed);
        return () => browser.storage.onChanged.removeListener(changed);
      },
      loadBundle: async () => (await fetch(browser.runtime.getURL(BUNDLE))).text(),
    }),
    messages: browser.i18n,
    startSearch: () => new Worker(browser.runtime.getURL("dossier-search.js"), { type: "module" }),
    settings: createSettingsStore(browser.storage),
  };
}
