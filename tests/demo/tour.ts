import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer";
import { cardText } from "../browsers/card-text.ts";
import type { Session } from "../browsers/launch.ts";
import { placeOfMark, settledNames } from "../browsers/marks.ts";
import type { Demo } from "./server.ts";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** What a reader would do, without a display: prints what it found and writes screenshots to `artifacts/`. */
export async function tour(session: Session, demo: Demo): Promise<void> {
  await mkdir("artifacts", { recursive: true });
  const shot = (name: string) => `artifacts/${session.kind}-${name}.png` as const;

  const page = await session.browser.newPage();
  await page.setViewport({ width: 1280, height: 960 });
  await page.goto(demo.pageUrl);
  await page.waitForSelector(".comment");
  // The comments come late, and what is below the window is marked when the browser has time.
  const names = await settledNames(page, 1_000);
  if (names.length === 0) throw new Error("no name was marked on the demo page");
  await page.screenshot({ path: shot("page") });
  console.log(`\nPage: ${names.length} names marked on ${demo.pageUrl}: ${countEach(names)}`);

  for (const theme of ["light", "dark"] as const) {
    await setTheme(session, page, theme);
    const place = await placeOfMark(page, "Jeff Sessions");
    if (!place) throw new Error("Jeff Sessions is not marked on the demo page");
    await page.mouse.move(5, 5);
    await pause(600);
    await page.mouse.move(place.x, place.y, { steps: 4 });
    await page.waitForSelector("[data-dramatis]");
    await pause(1000);
    await page.screenshot({ path: shot(`card-${theme}`) });
  }
  console.log(`\nCard: ${(await cardText(page))?.slice(0, 400)} …`);
  await page.mouse.move(5, 5);

  for (const [name, width] of [["popup", 360] as const, ["options", 1100] as const]) {
    const own = await session.open(`${name}.html`);
    await own.setViewport({ width, height: name === "popup" ? 640 : 960 });
    await pause(1000);
    await own.screenshot({ path: shot(name) });
    await own.close();
  }
  console.log(`\nThe demo's feed, to be added in the options page while the demo runs with a display: ${demo.feedUrl}`);
  console.log(`\nScreenshots of page, card, popup and options: artifacts/${session.kind}-*.png`);
}

/** Light or dark: the emulated preference in Chromium, the extension's own setting in Firefox, which emulates none. */
async function setTheme(session: Session, page: Page, theme: "light" | "dark"): Promise<void> {
  if (session.kind === "chromium") {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    return;
  }
  const choice = `input[name="theme"][value="${theme}"]`;
  const options = await session.open("options.html", choice);
  await options.$eval(choice, (radio) => (radio as HTMLInputElement).click());
  await pause(300);
  await options.close();
  await page.bringToFront();
}

function countEach(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join(", ");
}
