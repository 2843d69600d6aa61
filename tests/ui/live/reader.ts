/** What a reader sees and does on the extension's pages: controls by role and accessible name, texts as shown. */
import type { ElementHandle, Page } from "puppeteer";

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Polls until `good`; the error tells what was there instead. A look that fails (a page that reloads) is repeated. */
export async function until<T>(what: string, get: () => Promise<T>, good: (value: T) => boolean, limit = 10_000) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await get().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ("value" in found && good(found.value)) return found.value;
    if (Date.now() > end) {
      const seen = "value" in found ? JSON.stringify(found.value) : String(found.error);
      throw new Error(`${what}: not within ${limit} ms, but ${seen}`);
    }
    await pause(50);
  }
}

const selector = (role: string, name: string) => `aria/${name}[role="${role}"]`;

/** A part of a page: the page itself, or a row of it. */
type Part = Page | ElementHandle<Element>;

/** The control with this role and accessible name, once it is there. */
export async function control(part: Part, role: string, name: string, limit = 10_000): Promise<ElementHandle<Element>> {
  const found = await until(
    `a ${role} named “${name}”`,
    () => part.$(selector(role, name)),
    (handle) => handle !== null,
    limit,
  );
  return found!;
}

/** Whether there is such a control now. */
export async function has(part: Part, role: string, name: string): Promise<boolean> {
  return (await part.$(selector(role, name))) !== null;
}

/** A real click on a control, once it is enabled. */
export async function press(part: Part, role: string, name: string): Promise<void> {
  const found = await control(part, role, name);
  await until(
    `“${name}” to be enabled`,
    () => found.evaluate((element) => !element.matches(":disabled")),
    (enabled) => enabled,
  );
  await found.click();
}

/** The text of a part as it is shown. */
export async function shown(part: Part): Promise<string> {
  const element = "goto" in part ? await part.$("body") : part;
  // biome-ignore lint/performance/useDomNodeTextContent: what counts is what the reader sees.
  return element!.evaluate((node) => (node as HTMLElement).innerText);
}

/** Waits until a part says something; returns its whole text. */
export function says(part: Part, words: string | RegExp, limit = 10_000): Promise<string> {
  const fits = (text: string) => (typeof words === "string" ? text.includes(words) : words.test(text));
  return until(`“${words}”`, () => shown(part), fits, limit);
}

/** The sentence of the first failure (role=alert) or result (role=status) in this part; waits for one with words. */
export function told(part: Part, role: "alert" | "status", limit = 10_000): Promise<string> {
  return until(
    `a ${role}`,
    () => part.$$eval(`[role="${role}"]`, (all) => all.map((one) => one.textContent.trim()).find(Boolean) ?? ""),
    (text) => text.length > 0,
    limit,
  );
}

/** All failures shown in this part now. */
export function alerts(part: Part): Promise<string[]> {
  return part.$$eval('[role="alert"]', (all) => all.map((one) => one.textContent.trim()).filter(Boolean));
}
