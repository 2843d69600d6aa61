import type { PopupPorts } from "../../../src/popup/ports.ts";
import type { PageSummary } from "../../../src/shared/page-messages.ts";
import type { DossierRow, StorageInfo } from "../../../src/shared/rows.ts";
import type { Settings } from "../../../src/shared/settings.ts";
import { fakeBackground } from "./fake-background.ts";
import { fakeSettings } from "./fake-settings.ts";
import { BUNDLED, IMPORTED, STORAGE } from "./fixtures.ts";

interface Scene {
  url?: string;
  summaries?: PageSummary[];
  settings?: Partial<Settings>;
  storage?: StorageInfo;
  fileAccess?: boolean;
  contentType?: string;
  dossiers?: DossierRow[];
}

const NAMES = ["Ann Example", "Bo Sample", "Christina Vandenberg-Hollingsworth of the Upper Harbour", "Dimitri Muster"];
const summary: PageSummary = {
  frame: "top",
  path: "",
  top: true,
  host: "news.example.org",
  state: "on",
  people: NAMES.map((name, index) => ({ key: `d/${index}`, name, count: [18, 7, 1, 2][index]! })),
  hidden: 0,
};
const url = "https://news.example.org/story";

export const POPUP_SCENES: Record<string, Scene> = {
  people: { url, summaries: [summary] },
  many: {
    url,
    summaries: [
      {
        ...summary,
        state: "partial",
        people: Array.from({ length: 40 }, (_, index) => ({
          key: `d/${index}`,
          name: `Person ${index}`,
          count: 41 - index,
        })),
      },
    ],
  },
  "hidden-text": { url, summaries: [{ ...summary, hidden: 3 }] },
  reading: { url, summaries: [{ ...summary, people: [], state: "reading" }] },
  "page-failed": { url, summaries: [{ ...summary, people: [], state: "failed" }] },
  "none-in-use": { url, summaries: [{ ...summary, people: [] }], dossiers: [IMPORTED] },
  nobody: { url, summaries: [{ ...summary, people: [] }] },
  off: { url, summaries: [{ ...summary, people: [], state: "off" }], settings: { enabled: false } },
  "site-off": {
    url,
    summaries: [{ ...summary, people: [], state: "site-off" }],
    settings: { offSites: ["news.example.org"] },
  },
  "no-dossier": { url, summaries: [{ ...summary, people: [], state: "no-lexicon" }] },
  missing: { url },
  pdf: { url: "https://news.example.org/report.pdf" },
  browser: { url: "chrome://settings/" },
  file: { url: "file:///srv/reader/story.html", fileAccess: false },
  memory: {
    url,
    summaries: [summary],
    storage: { mode: "memory", reason: { code: "database-blocked", details: [] } },
  },
  reseeded: { url, summaries: [summary], storage: { ...STORAGE, reseeded: "2026-11-24T09:00:00Z" } },
  hidden: { contentType: "" },
  none: {},
};

/** The popup's world in one of the scenes; what it does goes to `asked`. */
export function popupPorts(name: string): PopupPorts {
  const scene = POPUP_SCENES[name] ?? POPUP_SCENES.people!;
  return {
    settings: fakeSettings(scene.settings),
    transport: fakeBackground({
      "dossiers.list": scene.dossiers ?? [BUNDLED, { ...IMPORTED, enabled: true }],
      "storage.info": scene.storage ?? STORAGE,
    }).transport,
    findTab: async () => (name === "none" ? undefined : { id: 1, url: scene.url }),
    connect(_tab, onSummary, onEnd) {
      if (scene.summaries) for (const one of scene.summaries) queueMicrotask(() => onSummary(one));
      else queueMicrotask(onEnd);
      return { close() {} };
    },
    onLoad() {},
    every() {},
    wait() {},
    toPage: async () => {},
    async contentType() {
      if (scene.contentType === "") throw new Error("not allowed");
      return scene.contentType ?? "text/html";
    },
    fileAccess: async () => scene.fileAccess ?? true,
    seesAddresses: async () => true,
    inject: async () => {},
    openViewer() {},
    openOptions() {},
  };
}
