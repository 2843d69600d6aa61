import { describe, expect, it } from "vitest";
import { base } from "../../manifest/base.ts";
import { around } from "../../src/background/around.ts";
import { runCommand } from "../../src/background/commands.ts";
import { goOn, nextFrame } from "../../src/background/go-on.ts";
import type { PageSummary, ToPage } from "../../src/shared/page-messages.ts";
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

describe("nextFrame", () => {
  const frames = [
    { frame: "last", path: "00002", people: [{ key: "p", name: "P", count: 1 }] },
    { frame: "empty", path: "00001", people: [] },
    { frame: "inner", path: "00000.00000", people: [{ key: "p", name: "P", count: 2 }] },
    { frame: "top", path: "", people: [{ key: "p", name: "P", count: 1 }] },
  ];
  const from = (frame: string, path: string, step: 1 | -1, tried: string[] = []) =>
    nextFrame(frames, { frame, path, step, tried });
  it("goes by the order of frames, round at the ends, past those without names", () => {
    expect(from("top", "", 1)).toBe("inner");
    expect(from("inner", "00000.00000", 1)).toBe("last");
    expect(from("last", "00002", 1)).toBe("top");
    expect(from("empty", "00001", 1)).toBe("last");
    expect(from("top", "", -1)).toBe("last");
    expect(from("empty", "00001", -1)).toBe("inner");
  });
  it("leaves out frames in which nothing can be gone to, and ends where no other is left", () => {
    expect(from("top", "", 1, ["inner"])).toBe("last");
    expect(from("top", "", 1, ["inner", "last"])).toBeUndefined();
  });
  it("comes to each of several frames in shadow trees, which share a path", () => {
    const people = [{ key: "p", name: "P", count: 1 }];
    const tab = [
      { frame: "top", path: "", people },
      ...["one", "two", "three"].map((frame) => ({ frame, path: "00000", people })),
    ];
    const walk = (step: 1 | -1) => {
      const stops = ["top"];
      for (let n = 0; n < 4; n++) {
        const at = tab.find(({ frame }) => frame === stops.at(-1))!;
        stops.push(nextFrame(tab, { ...at, step, tried: [] })!);
      }
      return stops;
    };
    expect(walk(1)).toEqual(["top", "one", "three", "two", "top"]);
    expect(walk(-1)).toEqual(["top", "two", "three", "one", "top"]);
    expect(tab.map(({ frame }) => around(tab, { frame })!.before).sort()).toEqual([0, 1, 2, 3]);
  });
});

describe("around", () => {
  const frames = [
    { frame: "last", path: "00002", people: [{ key: "p", name: "P", count: 1 }] },
    { frame: "inner", path: "00001", people: [{ key: "p", name: "P", count: 2 }] },
    { frame: "top", path: "", people: ["p", "q"].map((key) => ({ key, name: key, count: 3 })) },
  ];
  it("counts the names of the other frames, and those that come before", () => {
    expect(around(frames, { frame: "inner" })).toEqual({ before: 6, others: 7 });
    expect(around(frames, { frame: "top" })).toEqual({ before: 0, others: 3 });
    expect(around(frames, { frame: "last", person: "p" })).toEqual({ before: 5, others: 5 });
  });
  it("knows nothing of a frame that has not answered", () => {
    expect(around(frames, { frame: "gone" })).toBeNull();
  });
});

describe("goOn", () => {
  const ask = async (frames: Parameters<typeof nextFrame>[0], open: boolean) => {
    const sent: [number, ToPage][] = [];
    await goOn({ frame: "top", path: "", step: 1, open, tried: ["top"] }, 7, {
      framesOf: async () => frames as PageSummary[],
      toTab: async (tab, message) => void sent.push([tab, message]),
    });
    return sent;
  };
  it("sends the frame on, with the card if there was one", async () => {
    const frames = [{ frame: "ad", path: "00000", people: [{ key: "p", name: "P", count: 1 }] }];
    expect(await ask(frames, true)).toEqual([[7, { type: "go", step: 1, open: true, frame: "ad", tried: ["top"] }]]);
  });
  it("lets the frame that asked go round where it is alone", async () => {
    expect(await ask([], false)).toEqual([[7, { type: "go", step: 1, frame: "top", alone: true }]]);
  });
});

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
