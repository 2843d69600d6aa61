/** What a page shows: the popup counts those names, and the commands go to them, and to no others. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { boxInside } from "../card-suite/inside.ts";
import { Reader, until } from "../card-suite/reader.ts";
import { type PageServer, servePages } from "../card-suite/serve.ts";

const NAME = "Jeff Sessions";
/** Each holds the name once. */
const SHOWN = {
  plain: `<p>${NAME}</p>`,
  "without a box": `<div><span style="display:contents">${NAME}</span></div>`,
  "visible again": `<p style="visibility:hidden">not this <b style="visibility:visible">${NAME}</b></p>`,
  "in an open fold": `<details open><summary>Open</summary>${NAME}</details>`,
  "in the head of a fold": `<details><summary>${NAME}</summary>more</details>`,
  "skipped while far": `<div style="content-visibility:auto"><p>${NAME}</p></div>`,
  "in a slot": `<div data-root="<slot></slot>">${NAME}</div>`,
  "in a shadow root": `<div data-root="<p>${NAME}</p>"></div>`,
};
const HIDDEN = {
  "no display": `<p style="display:none">${NAME}</p>`,
  invisible: `<p style="visibility:hidden">${NAME}</p>`,
  "invisible without a box": `<div style="visibility:hidden"><span style="display:contents">${NAME}</span></div>`,
  "without a box in what is not displayed": `<div style="display:none"><b style="display:contents">${NAME}</b></div>`,
  "in a closed fold": `<details><summary>Closed</summary>${NAME}</details>`,
  "deep in a closed fold": `<details><summary>Closed</summary><p>${NAME}</p></details>`,
  skipped: `<div style="content-visibility:hidden">${NAME}</div>`,
  "deep in what is skipped": `<div style="content-visibility:hidden"><p>${NAME}</p></div>`,
  "without a box in what is skipped": `<div style="content-visibility:hidden"><b style="display:contents">${NAME}</b></div>`,
  "until found": `<div hidden="until-found"><p>${NAME}</p></div>`,
  "in no slot": `<div data-root="<i>empty</i>">${NAME}</div>`,
  "of no size": `<p style="font-size:0">${NAME}</p>`,
};
const parts = Object.entries({ ...HIDDEN, ...SHOWN });
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<style>p, details { margin: 0 0 4px }</style><body>${parts.map(([id, html]) => `<div id="${id}">${html}</div>`).join("\n")}
<script>for (const host of document.querySelectorAll("[data-root]")) host.attachShadow({ mode: "open" }).innerHTML = host.dataset.root;</script>`;

type Tabs = {
  query(q: object): Promise<{ id: number }[]>;
  sendMessage(id: number, message: unknown): Promise<void>;
  connect(
    id: number,
    info: object,
  ): { onMessage: { addListener(listener: (message: unknown) => void): void }; disconnect(): void };
};
interface Summary {
  people: { name: string; count: number }[];
  hidden: number;
  state: string;
}

describe.each(BROWSERS)("names that the page shows in %s", (kind) => {
  let session: Session;
  let server: PageServer;
  let page: Page;
  /** A page of the extension, which may talk to tabs. */
  let own: Page;

  beforeAll(async () => {
    server = await servePages();
    session = await launch(kind);
    own = await session.open("popup.html");
    page = await session.browser.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(server.add({ body: BODY }));
    await page.bringToFront();
    await new Reader(page).marked(Object.keys(SHOWN).length);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  const send = (message: object) =>
    own.evaluate(async (given) => {
      const api = globalThis as unknown as { browser?: { tabs: Tabs }; chrome: { tabs: Tabs } };
      const { tabs } = api.browser ?? api.chrome;
      for (const { id } of await tabs.query({})) await tabs.sendMessage(id, given).catch(() => {});
    }, message);
  /** What the page's frame tells the popup. */
  const summary = () =>
    own.evaluate(async () => {
      const api = globalThis as unknown as { browser?: { tabs: Tabs }; chrome: { tabs: Tabs } };
      const { tabs } = api.browser ?? api.chrome;
      const found: unknown[] = [];
      for (const { id } of await tabs.query({})) {
        const port = tabs.connect(id, { name: "dramatis-summary" });
        port.onMessage.addListener((message) => found.push(message));
        await new Promise((done) => setTimeout(done, 200));
        port.disconnect();
      }
      return found.find((one) => (one as Summary).people.length > 0) as Summary;
    }) as Promise<Summary>;
  /** The part of the page whose name the ring is around. */
  async function ringed(): Promise<string> {
    const ring = (await until("a ring", () => boxInside(page, { with: { class: "ring" } })))!;
    return page.evaluate(({ left, bottom }) => {
      for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
        if (!name.startsWith("dramatis")) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = new Range();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const rect = range.getBoundingClientRect();
          if (Math.abs(rect.left - left) > 2 || Math.abs(rect.bottom - bottom) > 2) continue;
          const root = startContainer.getRootNode();
          const element = root instanceof ShadowRoot ? root.host : startContainer.parentElement;
          return element?.closest("[id]")?.id ?? "";
        }
      }
      return "";
    }, ring);
  }

  it("are those that the popup counts", async () => {
    const { people, hidden } = await summary();
    expect(people.map(({ name, count }) => [name, count])).toEqual([[NAME, Object.keys(SHOWN).length]]);
    // Those that are read and not shown; what stands in no slot need not be read.
    expect(hidden).toBeGreaterThan(Object.keys(HIDDEN).length / 2);
  });

  it("are those that commands go to, forwards and backwards", async () => {
    const wanted = Object.keys(SHOWN);
    const visited: string[] = [];
    async function go(step: 1 | -1, position: number): Promise<void> {
      await send({ type: "go", step });
      const word = `mention ${position} of ${wanted.length}`;
      await until(`"${word}"`, async () => (await cardText(page))?.includes(word));
      visited.push(await ringed());
    }
    for (let at = 1; at <= wanted.length; at++) await go(1, at);
    for (let at = wanted.length - 1; at >= 1; at--) await go(-1, at);
    expect(visited).toEqual([...wanted, ...wanted.slice(0, -1).reverse()]);
  });
});
