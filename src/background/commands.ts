import type { ToPage } from "../shared/page-messages.ts";
import type { SettingsStore } from "../shared/settings-store.ts";

const MESSAGES: Record<string, ToPage> = {
  "next-mention": { type: "go", step: 1 },
  "previous-mention": { type: "go", step: -1 },
  "open-card": { type: "open-card" },
};

/** What a keyboard command does; `toActiveTab` fails quietly where no content script is. */
export async function runCommand(
  command: string,
  settings: SettingsStore,
  toActiveTab: (message: ToPage) => Promise<void>,
): Promise<void> {
  if (command === "toggle-annotations") {
    const { enabled } = await settings.load();
    await settings.save({ enabled: !enabled });
    return;
  }
  const message = MESSAGES[command];
  if (message) await toActiveTab(message);
}
