import { expect, test } from "vitest";
import { askForHost, giveBackHost, hasHost } from "../../src/shared/host-access.ts";
import { fakeArea } from "./fake-browser.ts";

const FEED = "https://desk.example:8443/feed.json";

/** A browser that holds permissions; `refuses`: as Chromium answers while content scripts are for all pages. */
function access(answer: boolean, refuses = false) {
  const held = new Set<string>();
  const local = fakeArea();
  const permissions = {
    // As Firefox does it: a pattern with a port is not found in the one without.
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => held.has(origin)),
    async request({ origins }: { origins: string[] }) {
      if (answer) for (const origin of origins) held.add(origin);
      return answer;
    },
    async remove({ origins }: { origins: string[] }) {
      if (refuses) throw new Error("You cannot remove required permissions.");
      return origins.every((origin) => held.delete(origin));
    },
  };
  return { held, local, browser: { permissions, storage: { local } } as unknown as Parameters<typeof askForHost>[0] };
}

test("access that was asked for is given back", async () => {
  const { held, local, browser } = access(true);
  expect(await askForHost(browser, FEED)).toBe(true);
  expect([...held]).toEqual(["https://desk.example/*"]);
  await giveBackHost(browser, "https://desk.example");
  expect([...held]).toEqual([]);
  expect(local.items).toEqual({ askedHosts: [] });
});

test("access that was given for a host with a port is found again", async () => {
  const { browser } = access(true);
  expect(await hasHost(browser, "https://desk.example:8443")).toBe(false);
  await askForHost(browser, FEED);
  expect(await hasHost(browser, "https://desk.example:8443")).toBe(true);
});

test("what the reader gave without being asked stays, and so do other hosts", async () => {
  const { held, browser } = access(true);
  held.add("https://paper.example/*");
  await askForHost(browser, FEED);
  await giveBackHost(browser, "https://paper.example");
  expect([...held]).toEqual(["https://paper.example/*", "https://desk.example/*"]);
});

test("a no is not noted", async () => {
  const { local, browser } = access(false);
  expect(await askForHost(browser, FEED)).toBe(false);
  expect(local.items).toEqual({});
});

test("a browser that refuses is asked once", async () => {
  const { local, browser } = access(true, true);
  await askForHost(browser, FEED);
  await giveBackHost(browser, FEED);
  expect(local.items).toEqual({ askedHosts: [] });
});
