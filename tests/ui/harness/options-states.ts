import type { OptionsPorts } from "../../../src/options/ports.ts";
import type { Settings } from "../../../src/shared/settings.ts";
import { type Answers, fakeBackground } from "./fake-background.ts";
import { fakeSettings } from "./fake-settings.ts";
import { BUNDLED, FEED, HISTORY, LIBRARIES, NOW, PREVIEW } from "./fixtures.ts";

export const OPTIONS_SCENES: Record<string, { library: string; settings?: Partial<Settings>; answers?: Answers }> = {
  empty: { library: "empty" },
  usual: { library: "usual", settings: { offSites: ["bank.example", "mail.example.org"] } },
  busy: { library: "busy" },
  memory: { library: "memory" },
  failed: { library: "failed" },
  "changed-key": { library: "changed-key" },
  full: {
    library: "full",
    answers: {
      "dossier.import": { code: "quota", details: [] },
      "feed.rollBack": { code: "quota", details: [] },
      "storage.free": { code: "database-blocked", details: ["UnknownError"] },
    },
  },
  refused: {
    library: "usual",
    answers: { "feed.preview": { code: "bad-json", details: ["https://new.example.org/feed.json"] } },
  },
};

const COMMANDS = [
  { name: "toggle-annotations", description: "Turn annotations on or off", shortcut: "Alt+Shift+D" },
  { name: "next-mention", description: "Go to the next mention", shortcut: "Alt+Shift+J" },
  { name: "open-card", description: "Open the card of the current mention", shortcut: "" },
];

/** The options page's world in one of the scenes. */
export function optionsPorts(name: string): OptionsPorts {
  const scene = OPTIONS_SCENES[name] ?? OPTIONS_SCENES.usual!;
  return {
    settings: fakeSettings(scene.settings),
    transport: fakeBackground({
      "feed.preview": PREVIEW,
      "feed.add": { ...FEED, title: PREVIEW.title },
      "feed.history": HISTORY,
      "dossier.import": BUNDLED,
      ...scene.answers,
    }).transport,
    follow: (onMessage) => queueMicrotask(() => onMessage({ type: "snapshot", snapshot: LIBRARIES[scene.library]! })),
    commands: async () => COMMANDS,
    openShortcuts: async () => {},
    requestHost: async () => true,
    persist: async () => true,
    saveFile() {},
    now: () => NOW,
    wait(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    every() {},
    version: "0.1.0",
  };
}
