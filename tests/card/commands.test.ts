import { describe, expect, it } from "vitest";
import { base } from "../../manifest/base.ts";
import { runCommand } from "../../src/background/commands.ts";
import type { ToPage } from "../../src/shared/page-messages.ts";
import { DEFAULT_SETTINGS } from "../../src/shared/settings.ts";
import type { SettingsStore } from "../../src/shared/settings-store.ts";

async function run(command: string, enabled = true) {
  const saved: unknown[] = [];
  const sent: ToPage[] = [];
  const settings: SettingsStore = {
    load: async () => ({ ...DEFAULT_SETTINGS, enabled }),
    save: async (patch) => void saved.push(patch),
    subscribe: () => () => {},
  };
  await runCommand(command, settings, async (message) => void sent.push(message));
  return { saved, sent };
}

describe("runCommand", () => {
  it("tells the page where to go and what to open", async () => {
    expect(await run("next-mention")).toEqual({ saved: [], sent: [{ type: "go", step: 1 }] });
    expect(await run("previous-mention")).toEqual({ saved: [], sent: [{ type: "go", step: -1 }] });
    expect(await run("open-card")).toEqual({ saved: [], sent: [{ type: "open-card" }] });
  });
  it("turns annotations to the other state", async () => {
    expect(await run("toggle-annotations", true)).toEqual({ saved: [{ enabled: false }], sent: [] });
    expect(await run("toggle-annotations", false)).toEqual({ saved: [{ enabled: true }], sent: [] });
  });
  it("does nothing for a command that it does not know", async () => {
    expect(await run("other")).toEqual({ saved: [], sent: [] });
  });
  it("knows every command that the manifest declares", async () => {
    for (const name of Object.keys(base({ version: "1" }).commands)) {
      const { saved, sent } = await run(name);
      expect([name, saved.length + sent.length]).toEqual([name, 1]);
    }
  });
});
