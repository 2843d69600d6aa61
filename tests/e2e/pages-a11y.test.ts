/** Popup and options in every scene of the harness (tests/ui/harness): axe, narrow windows, keyboard, forced colours. */
import { readFile } from "node:fs/promises";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../browsers/find.ts";
import { OPTIONS_SCENES } from "../ui/harness/options-states.ts";
import { POPUP_SCENES } from "../ui/harness/popup-states.ts";
import { type Harness, serveHarness } from "../ui/harness/serve.ts";

let browser: Browser;
let harness: Harness;
let page: Page;
let axe: string;

beforeAll(async () => {
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  harness = await serveHarness();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await puppeteer.launch({ executablePath: findBrowser("chromium"), args: sandbox });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  harness?.close();
});

const SCENES = [
  ...Object.keys(POPUP_SCENES).map((scene) => ["popup", scene] as const),
  ...Object.keys(OPTIONS_SCENES).map((scene) => ["options", scene] as const),
];

async function show(name: "popup" | "options", scene: string, query = "", width = name === "popup" ? 340 : 1000) {
  await page.setViewport({ width, height: 800 });
  await page.goto(harness.url(name, scene, query));
  await page.waitForSelector(name === "popup" ? "main > .say:not(.late), main > .people" : "#storage .privacy");
  // Everything that opens is looked at open.
  await page.$$eval("details", (all) => {
    for (const one of all) one.open = true;
  });
  if (scene === "refused") {
    await page.type("#feed-address", "https://new.example.org/feed.json");
    await page.waitForSelector(".add-feed [role=alert]");
  }
}

async function violations(): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  });
}

describe.each(SCENES)("%s, %s", (name, scene) => {
  test.each(["light", "dark"])("axe finds nothing in the %s theme", async (theme) => {
    await show(name, scene, `theme=${theme}`);
    expect(await violations()).toEqual([]);
  });

  test.each(["ltr", "rtl"])("nothing is cut off at 320 px, %s", async (dir) => {
    await show(name, scene, `dir=${dir}`, 320);
    const outside = await page.evaluate(() =>
      [...document.body.querySelectorAll("*")]
        .filter((element) => !element.closest(".for-ears, dialog, option, svg"))
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 0 && (left < -1 || right > window.innerWidth + 1);
        })
        .map((element) => `${element.tagName}.${element.className}`),
    );
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test("axe finds nothing while the page asks, previews and offers to undo", async () => {
  await show("options", "usual");
  await page.type("#feed-address", "https://new.example.org/feed.json");
  await page.waitForSelector(".preview");
  expect(await violations()).toEqual([]);
  await page.locator("[role=row] .button.quiet").click();
  await page.waitForSelector("dialog[open]");
  expect(await violations()).toEqual([]);
  await page.locator("dialog .primary").click();
  await page.waitForSelector(".note");
  expect(await violations()).toEqual([]);
});

test("the focus is seen on every control that the keyboard reaches, and removing hands it on", async () => {
  await show("options", "usual");
  const unseen: string[] = [];
  let reached = 0;
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const { name, outlined, done } = await page.evaluate(() => {
      const element = document.activeElement!;
      const label = element.closest("label") ?? element.nextElementSibling;
      return {
        name: `${element.tagName}#${element.id}.${element.className} ${element.textContent?.slice(0, 30)}`,
        outlined: [element, label].some((one) => one && getComputedStyle(one).outlineStyle !== "none"),
        done: element === document.body,
      };
    });
    if (done) break;
    reached++;
    if (!outlined) unseen.push(name);
  }
  expect(unseen).toEqual([]);
  expect(reached).toBeGreaterThan(30);

  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.focus("[role=row] .button.quiet");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  expect(await focused()).toBe("Keep");
  await page.keyboard.press("Escape");
  expect(await page.$("dialog")).toBeNull();
  expect(await focused()).toBe("Remove");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".note");
  expect(await focused()).toBe("Undo");
});

test("taking a site out of its list hands the focus to the next one, then to the field for another", async () => {
  await show("options", "usual");
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);
  const focus = (name: string) =>
    page.waitForFunction(
      (wanted) => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id) === wanted,
      { timeout: 2_000 },
      name,
    );
  await page.focus('[aria-label="Remove bank.example"]');
  await page.keyboard.press("Enter");
  await focus("Remove mail.example.org");
  await page.keyboard.press("Enter");
  await focus("site");
  expect(await focused()).toBe("site");
  // Where a site is added the focus stays in the field.
  await page.keyboard.type("a.example");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[aria-label="Remove a.example"]');
  expect(await focused()).toBe("site");
});

test("with forced colours a switch still shows whether it is on", async () => {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  try {
    await show("options", "usual");
    const [on, off] = await page.$$eval("#dossiers [role=switch]", (all) =>
      all.map((one) => getComputedStyle(one).backgroundColor),
    );
    expect(on).not.toBe(off);
  } finally {
    await session.send("Emulation.setEmulatedMedia", { features: [] });
    await session.detach();
  }
});
