import type { Page } from "puppeteer";
import { FIREFOX_LOOKS, LOOKS, ownPageShot } from "./own-pages.ts";
import { inFirefox, type Shot } from "./shot.ts";

const openAll = (page: Page) =>
  page.$$eval("details", (all) => {
    for (const one of all) one.open = true;
  });
async function type(page: Page): Promise<void> {
  await page.type("#feed-address", "https://new.example.org/feed.json");
  await page.waitForSelector(".preview, .add-feed [role=alert]");
}
async function importOne(page: Page): Promise<void> {
  const field = (await page.$("input[type=file]"))!;
  await field.evaluate((input) => {
    const files = new DataTransfer();
    files.items.add(new File(["{}"], "school-roof.json"));
    (input as HTMLInputElement).files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForSelector(".drop [role=alert]");
}
async function ask(page: Page): Promise<void> {
  await page.locator("[role=row] .button.quiet").click();
  await page.waitForSelector("dialog[open]");
}
async function remove(page: Page): Promise<void> {
  await ask(page);
  await page.locator("dialog .primary").click();
  await page.waitForSelector(".note");
}

/** States that are looked at in every look: a reader meets them when something is wrong. */
const TROUBLE: [scene: string, act?: (page: Page) => Promise<void>][] = [
  ["failed", openAll],
  ["changed-key", openAll],
  ["full", importOne],
];

export const OPTIONS_SHOTS: Shot[] = [
  ...TROUBLE.flatMap(([scene, act]) => [
    ...Object.entries(LOOKS).map(([name, look]) => ownPageShot("options", `${scene}-${name}`, scene, look, act)),
    ownPageShot("options", `${scene}-zoom-200`, scene, { theme: "light", width: 1280, zoom: 2 }, act),
    inFirefox(ownPageShot("options", `${scene}-narrow`, scene, LOOKS.narrow, act)),
  ]),
  ...Object.entries(LOOKS).map(([name, look]) => ownPageShot("options", name, "usual", look, openAll)),
  ownPageShot("options", "zoom-200", "usual", { theme: "light", width: 1280, zoom: 2 }),
  ...FIREFOX_LOOKS.map((name) => inFirefox(ownPageShot("options", name, "usual", LOOKS[name], openAll))),
  inFirefox(ownPageShot("options", "zoom-200", "usual", { theme: "light", width: 1280, zoom: 2 })),
  ownPageShot("options", "empty", "empty", { theme: "light" }),
  ownPageShot("options", "busy", "busy", { theme: "light" }),
  ownPageShot("options", "busy-dark", "busy", { theme: "dark" }),
  ownPageShot("options", "memory", "memory", { theme: "light" }),
  ownPageShot("options", "preview", "usual", { theme: "light" }, type),
  ownPageShot("options", "preview-dark", "usual", { theme: "dark" }, type),
  ownPageShot("options", "preview-narrow", "usual", { theme: "light", width: 320, height: 640 }, type),
  ownPageShot("options", "refused", "refused", { theme: "light" }, type),
  ownPageShot("options", "asking", "usual", { theme: "light" }, ask),
  ownPageShot("options", "removed", "usual", { theme: "light" }, remove),
];
