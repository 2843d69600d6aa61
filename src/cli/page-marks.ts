import type { CDPSession, Page } from "puppeteer";
import type { TextMention } from "./detect-text.ts";

/** Milliseconds without a new mark after which a page is read, the least that it gets, and the most. */
const QUIET = 500;
const LEAST = 1_200;
const PATIENCE = 10_000;

/** A name as the extension has marked it; `key` is `dossier/person`. */
type MarkedName = Omit<TextMention, "person"> & { key: string };

/** Opens an address and returns what the extension has marked there; offsets are those of the page's canonical text. */
export async function readPageMarks(page: Page, url: string, origin: string): Promise<MarkedName[]> {
  const session = await page.createCDPSession();
  let context: number | undefined;
  session.on("Runtime.executionContextCreated", ({ context: made }) => {
    const { type, frameId } = made.auxData as { type?: string; frameId?: string };
    if (
      type === "isolated" &&
      frameId === (page.mainFrame() as unknown as { _id: string })._id &&
      made.origin === origin
    )
      context = made.id;
  });
  await session.send("Runtime.enable");
  await page.goto(url, { waitUntil: "load" });
  await page.bringToFront();
  await settled(page);
  const marks = context === undefined ? [] : await marksOf(session, context);
  await session.detach();
  return marks;
}

async function settled(page: Page): Promise<void> {
  const start = Date.now();
  let count = -1;
  for (let since = start; Date.now() < start + PATIENCE; ) {
    if (Date.now() - since > QUIET && Date.now() > start + LEAST) break;
    const now = await page.evaluate(() => {
      let size = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Highlight]>)
        if (name.startsWith("dramatis")) size += highlight.size;
      return size;
    });
    if (now !== count) since = Date.now();
    count = now;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * Highlights tell where names are, not whose: that is known in the content script's own world only, where DevTools can find
 * the objects that hold the highlighted ranges (`Mark` of src/page/marks.ts).
 */
async function marksOf(session: CDPSession, contextId: number): Promise<MarkedName[]> {
  const root = await session.send("Runtime.evaluate", { expression: "Object.prototype", contextId });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: root.result.objectId as string });
  const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
    functionDeclaration: `function () { return (${readMarks.toString()})(this); }`,
    objectId: objects.objectId as string,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as MarkedName[];
}

/** Runs in the content script's world; `objects` are all objects there. */
function readMarks(objects: unknown[]): unknown[] {
  const highlighted = new Set<unknown>();
  for (const [name, ranges] of CSS.highlights as unknown as Iterable<[string, Iterable<unknown>]>)
    if (name.startsWith("dramatis")) for (const range of ranges) highlighted.add(range);

  const skipped = "script,style,noscript,template,textarea,select,option,iframe,object,svg,title";
  const starts = new Map<Node, number>();
  let text = "";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(skipped)) continue;
    starts.set(node, text.length);
    text += node.nodeValue;
  }

  const found = new Map<unknown, { start: number; end: number; text: string; key: string }>();
  for (const object of objects) {
    const { range, key } = Object.getOwnPropertyDescriptors(object) as Record<string, PropertyDescriptor | undefined>;
    if (!key || !range || !highlighted.has(range.value)) continue;
    const { startContainer, startOffset, endContainer, endOffset } = range.value as StaticRange;
    const from = starts.get(startContainer);
    const to = starts.get(endContainer);
    if (from === undefined || to === undefined) continue;
    const [start, end] = [from + startOffset, to + endOffset];
    found.set(range.value, { start, end, text: text.slice(start, end), key: key.value });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
