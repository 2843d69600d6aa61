import type { Frame, Page } from "puppeteer";
import type { PageCase } from "./case.ts";

/** Milliseconds until marks must be there, and for which they must then stay as they are. */
const PATIENCE = 5_000;
const QUIET = 150;
/** Where no marks are expected: how long to wait for false ones. */
const QUIET_NONE = 400;

/** Opens a case and does what it says; answers what is wrong, or an empty list. */
export async function runCase(page: Page, url: string, one: PageCase): Promise<string[]> {
  const wrong: string[] = [];
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === "error" && !/favicon|Content.Security.Policy|404|Quirks/i.test(message.text()))
      wrong.push(`console: ${message.text()}`);
  };
  // Firefox reports what it thinks of the page itself as page errors.
  const onError = (error: unknown) => {
    if (!/Content-Security-Policy|too deep/.test(String(error))) wrong.push(`page error: ${error}`);
  };
  page.on("console", onConsole);
  page.on("pageerror", onError);
  try {
    await page.goto(url, { waitUntil: "load", timeout: 20_000 });
    await page.bringToFront();
    if (one.before) wrong.push(...(await expectMarks(page, one.before, "before", PATIENCE)));
    if (one.act) await page.evaluate(one.act as () => unknown).then(() => undefined);
    if (one.type_) await page.keyboard.type(one.type_);
    for (const key of one.press ?? []) await page.keyboard.press(key);
    wrong.push(...(await expectMarks(page, one.marks, "marks", one.patience ?? PATIENCE)));
    if (one.check) {
      const answer = await page.evaluate(one.check as () => unknown);
      if (answer) wrong.push(`check: ${String(answer)}`);
    }
    if (!one.changesItself && !one.whole) {
      const mutations = await page
        .evaluate(() => (window as unknown as { mutations: number }).mutations)
        .catch(() => 0);
      if (mutations) wrong.push(`${mutations} DOM mutations`);
    }
  } catch (error) {
    wrong.push(String(error));
  } finally {
    page.off("console", onConsole);
    page.off("pageerror", onError);
  }
  return wrong;
}

async function expectMarks(page: Page, expected: readonly string[], what: string, patience: number): Promise<string[]> {
  const wanted = [...expected].sort().join(" | ");
  const quiet = expected.length > 0 ? QUIET : QUIET_NONE;
  const end = Date.now() + patience;
  let found = "";
  let since = Date.now();
  for (;;) {
    const now = (await allMarks(page)).sort().join(" | ");
    if (now !== found) since = Date.now();
    found = now;
    if (found === wanted && Date.now() - since >= quiet) return [];
    if (Date.now() > end) return [`${what}: ${brief(found)}, not ${brief(wanted)}`];
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** Lists of thousands are told by their ends. */
function brief(list: string): string {
  return list.length < 400
    ? `[${list}]`
    : `${list.split(" | ").length} marks [${list.slice(0, 150)} ... ${list.slice(-150)}]`;
}

/** The marked names of all frames. */
export async function allMarks(page: Page): Promise<string[]> {
  const lists = await Promise.all(page.frames().map((frame) => frameMarks(frame).catch(() => [])));
  return lists.flat();
}

function frameMarks(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const names: string[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>) {
      if (!name.startsWith("dramatis")) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        // A mark whose text has gone is as wrong as one on wrong text.
        if (!startContainer.isConnected || !endContainer.isConnected) names.push("(stale)");
        else {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          names.push(range.toString());
        }
      }
    }
    return names;
  });
}
