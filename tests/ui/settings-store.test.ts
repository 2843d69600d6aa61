import { describe, expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/shared/settings.ts";
import { cleanSettings, createSettingsStore, siteHost, withSite } from "../../src/shared/settings-store.ts";

function memoryArea(items: Record<string, unknown>) {
  const listeners = new Set<() => void>();
  return {
    items,
    get: async (keys: string[]) =>
      Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]])),
    set: async (patch: Record<string, unknown>) => {
      Object.assign(items, patch);
      for (const listener of listeners) listener();
    },
    onChanged: {
      addListener: (listener: () => void) => void listeners.add(listener),
      removeListener: (listener: () => void) => void listeners.delete(listener),
    },
  };
}

describe("cleanSettings", () => {
  test("gives the defaults for an empty area", () => {
    expect(cleanSettings({})).toEqual(DEFAULT_SETTINGS);
  });

  test("keeps what is valid and replaces only what is not", () => {
    expect(cleanSettings({ enabled: "no", markStyle: "solid", openDelay: -1, checkInterval: 61, theme: null })).toEqual(
      {
        ...DEFAULT_SETTINGS,
        markStyle: "solid",
      },
    );
  });

  test("drops list entries that are no hosts, and doubles", () => {
    const { offSites } = cleanSettings({
      offSites: ["b.example", 7, "not a host", "B.example", "https://a.example/x"],
    });
    expect(offSites).toEqual(["a.example", "b.example"]);
  });
});

describe("siteHost", () => {
  test.each([
    ["example.org", "example.org"],
    [" HTTPS://News.Example.org:8080/a?b ", "news.example.org"],
    ["localhost:3000", "localhost"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["two words", undefined],
    ["ftp://example.org", undefined],
    ["", undefined],
  ])("%j is %j", (input, host) => {
    expect(siteHost(input)).toBe(host);
  });
});

describe("withSite", () => {
  test("lists what is off where all sites are on", () => {
    const off = withSite(DEFAULT_SETTINGS, "a.example", false);
    expect(off).toEqual({ offSites: ["a.example"] });
    expect(withSite({ ...DEFAULT_SETTINGS, ...off }, "a.example", true)).toEqual({ offSites: [] });
  });

  test("lists what is on where only listed sites are on", () => {
    const listed = { ...DEFAULT_SETTINGS, siteMode: "listed" as const, onSites: ["b.example"] };
    expect(withSite(listed, "a.example", true)).toEqual({ onSites: ["a.example", "b.example"] });
    expect(withSite(listed, "b.example", false)).toEqual({ onSites: [] });
  });
});

test("a subscriber hears all settings after a change, and nothing once it has stopped", async () => {
  const store = createSettingsStore(memoryArea({ theme: "dark" }));
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  await store.save({ enabled: false });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, theme: "dark", enabled: false }));
  stop();
  await store.save({ enabled: true });
  expect(heard).toHaveBeenCalledTimes(1);
});
