/** A reader who has a keyboard alone. */
import type { Page } from "puppeteer";
import { until } from "./reader.ts";

/** What has the focus, in the words of its label or text, with whether a reader can see that it has it. */
export function focused(page: Page): Promise<{ name: string; isSeen: boolean; isBody: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const label = element.labels?.[0];
    const group = element.closest("[role=row], li.item")?.querySelector("h3")?.textContent;
    const own = element.ariaLabel ?? label?.textContent ?? element.textContent ?? "";
    const marks = [element, element.closest("label"), label].filter((one) => one !== null && one !== undefined);
    return {
      name: [group, own.trim()].filter(Boolean).join(" / "),
      isSeen: marks.some((one) => getComputedStyle(one).outlineStyle !== "none"),
      isBody: element === document.body,
    };
  });
}

/** Presses Tab until the focus is on what fits; fails after all of the page was passed. */
export async function tabTo(page: Page, name: string | RegExp, most = 80): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    const { name: now } = await focused(page);
    if (typeof name === "string" ? now === name || now.endsWith(` / ${name}`) : name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab did not reach ${name}, but ${passed.join(", ")}`);
}

/** All that Tab reaches, from the top of the page to its end. */
export async function allStops(page: Page): Promise<Awaited<ReturnType<typeof focused>>[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: Awaited<ReturnType<typeof focused>>[] = [];
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // A popup has nothing around it: there Tab goes round to the first.
    const isAgain = await page.evaluate(() => {
      const been = document.activeElement!.hasAttribute("data-been");
      document.activeElement!.setAttribute("data-been", "");
      return been;
    });
    if (stop.isBody || isAgain) break;
    stops.push(stop);
  }
  return stops;
}

/** How many controls a reader can see and use; of a group of radio buttons one is reached by Tab. */
export function controlCount(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary")];
    const usable = all.filter((one) => one.checkVisibility() && !one.matches(":disabled, [type=radio]:not(:checked)"));
    return usable.length;
  });
}

export const focusOn = (page: Page, name: string) =>
  until(
    `the focus on ${name}`,
    () => focused(page),
    (now) => now.name === name || now.name.endsWith(` / ${name}`),
  );
