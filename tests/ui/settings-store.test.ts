import { describe, expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS, isSiteOn } from "../../src/shared/settings.ts";
import {
  cleanSettings,
  createSettingsStore,
  keepSitesHere,
  siteHost,
  withSite,
} from "../../src/shared/settings-store.ts";
import { fakeArea } from "../background/fake-browser.ts";

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

describe("a host that is listed", () => {
  const off = { ...DEFAULT_SETTINGS, offSites: ["example.org"] };
  const listed = { ...DEFAULT_SETTINGS, siteMode: "listed" as const, onSites: ["example.org"] };

  test.each([
    ["example.org", true],
    ["www.example.org", true],
    ["a.b.example.org", true],
    ["notexample.org", false],
    ["example.org.evil.example", false],
    ["org", false],
    ["", false],
  ])("stands for its subdomains, and no other: %s %s", (host, matches) => {
    expect(isSiteOn(off, host)).toBe(!matches);
    expect(isSiteOn(listed, host)).toBe(matches);
  });

  test("gives way to a nearer one in the other list", () => {
    const both = { ...off, offSites: ["example.org", "x.www.example.org"], onSites: ["www.example.org"] };
    expect(
      ["example.org", "www.example.org", "a.www.example.org", "x.www.example.org"].map((h) => isSiteOn(both, h)),
    ).toEqual([false, true, true, false]);
  });

  test("in both lists is what the mode does not do by itself", () => {
    const lists = { offSites: ["a.example"], onSites: ["a.example"] };
    expect(isSiteOn({ ...lists, siteMode: "all" }, "a.example")).toBe(false);
    expect(isSiteOn({ ...lists, siteMode: "listed" }, "a.example")).toBe(true);
  });

  test("can be turned against what stands above it, and back", () => {
    for (const [settings, on] of [
      [off, true],
      [listed, false],
    ] as const) {
      const patch = withSite(settings, "www.example.org", on);
      const next = { ...settings, ...patch };
      expect(isSiteOn(next, "www.example.org")).toBe(on);
      expect(isSiteOn(next, "example.org")).toBe(!on);
      expect({ ...next, ...withSite(next, "www.example.org", !on) }).toEqual(settings);
    }
  });
});

test("a subscriber hears all settings after a change, and nothing once it has stopped", async () => {
  const areas = { sync: fakeArea({ theme: "dark" }), local: fakeArea() };
  const store = createSettingsStore(areas);
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  await store.save({ enabled: false });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, theme: "dark", enabled: false }));
  await store.save({ offSites: ["a.example"] });
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(expect.objectContaining({ offSites: ["a.example"] })));
  // What the background publishes lies in the same area.
  await areas.local.set({ page: {}, lexicon: "" });
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  await store.save({ enabled: true });
  expect(heard).toHaveBeenCalledTimes(2);
});

describe("sites", () => {
  test("are kept in this browser, also many of them; other settings may go along to other devices", async () => {
    const areas = { sync: fakeArea(), local: fakeArea() };
    const sites = Array.from({ length: 2_000 }, (_, i) => `site${i}.example`).sort();
    const store = createSettingsStore(areas);
    await store.save({ offSites: sites, onSites: ["b.example"], theme: "dark" });
    expect(areas.sync.items).toEqual({ theme: "dark" });
    expect(await store.load()).toMatchObject({ offSites: sites, onSites: ["b.example"], theme: "dark" });
  });

  test("of an earlier version are used, and taken out of what is synchronised", async () => {
    const areas = { sync: fakeArea({ offSites: ["a.example"], theme: "dark" }), local: fakeArea() };
    const store = createSettingsStore(areas);
    expect((await store.load()).offSites).toEqual(["a.example"]);
    await keepSitesHere(areas);
    await keepSitesHere(areas);
    expect(areas.sync.items).toEqual({ theme: "dark" });
    expect(await store.load()).toMatchObject({ offSites: ["a.example"], theme: "dark" });
  });

  test("of this browser win over those of an earlier version", async () => {
    const areas = { sync: fakeArea({ offSites: ["old.example"] }), local: fakeArea({ offSites: ["new.example"] }) };
    await keepSitesHere(areas);
    expect((await createSettingsStore(areas).load()).offSites).toEqual(["new.example"]);
  });
});
