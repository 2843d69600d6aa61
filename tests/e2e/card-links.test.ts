/** Links out of the card: the browser fetches none of them because a page would have it so; the reader's ways all work. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { Reader, until } from "../card-suite/reader.ts";
import { fullDossier } from "../dossier/full.ts";
import { serve, type TestServer } from "../server/serve.ts";

const RULES = JSON.stringify({ prefetch: [{ where: { href_matches: "/*" }, eagerness: "immediate" }] });
const PAGE = `<!doctype html><title>News</title><script type="speculationrules">${RULES}</script>
<p style="margin:60px">Then Ada Lindqvist spoke.</p>`;

describe.each(BROWSERS)("links out of the card in %s", (kind) => {
  let session: Session;
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    server = await serve();
    for (const path of ["/source", "/archived", "/control"])
      server.on(path, (_, response) => {
        response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Source</title>");
      });
    server.on("/", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    });
    folder = await mkdtemp(join(tmpdir(), "dramatis-links-"));
    const dossier = JSON.stringify(fullDossier())
      .replace("https://paper.example/a", `${server.origin}/source`)
      .replace("https://archive.example/a", `${server.origin}/archived`);
    await writeFile(join(folder, "story.json"), dossier);
    session = await launch(kind);
    const options = await session.open("options.html", "input[type=file]");
    const input = (await options.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, "story.json"));
    await until("the import", () => options.evaluate(() => document.body.textContent!.includes("is in use")), 15_000);
    await options.close();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(): Promise<Reader> {
    const page = await session.browser.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    await page.goto(server.origin);
    await page.bringToFront();
    const reader = new Reader(page);
    await reader.marked();
    await reader.point("Ada Lindqvist");
    await reader.opened();
    return reader;
  }
  const fetched = () => server.requests.map(({ path }) => path).filter((path) => path !== "/favicon.ico");

  it.runIf(kind === "chromium")("a page's speculation rules fetch no source", async () => {
    const reader = await open();
    try {
      await reader.staysOpen(500);
      // One of the page's own, last of all: the browser fetches one after the other.
      await reader.page.evaluate(() => {
        document.body.append(Object.assign(document.createElement("a"), { href: "/control", textContent: "control" }));
      });
      await until("the page's own link", async () => fetched().includes("/control"), 10_000);
      expect(fetched()).toEqual(["/", "/control"]);
    } finally {
      await reader.page.close();
    }
  });

  /** Middle of the link to the source, once it stands still. */
  async function link(reader: Reader): Promise<{ x: number; y: number }> {
    const wanted = { tag: "a", with: { title: `${server.origin}/source` } };
    const box = await until("the link", () => reader.within(wanted));
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }
  /** The tab that opens by `use`, with what it shows. */
  async function opens(use: (reader: Reader) => Promise<void>): Promise<void> {
    const reader = await open();
    const before = new Set(await session.browser.pages());
    server.requests.length = 0;
    try {
      await use(reader);
      await until("the request", async () => fetched().includes("/source"));
      expect(fetched()).toEqual(["/source"]);
      await until("a tab", async () => (await session.browser.pages()).some((page) => !before.has(page)));
    } finally {
      for (const page of await session.browser.pages()) if (!before.has(page)) await page.close();
      await reader.page.close();
    }
  }

  it("opens a source by a click", () =>
    opens(async (reader) => {
      const { x, y } = await link(reader);
      await reader.page.mouse.click(x, y);
    }));

  it("opens a source by the middle button", () =>
    opens(async (reader) => {
      const { x, y } = await link(reader);
      await reader.page.mouse.click(x, y, { button: "middle" });
    }));

  it("opens a source by Tab and Enter", () =>
    opens(async (reader) => {
      await reader.press("pin");
      // From the pin past the close button: the statement's source is the next stop.
      await reader.page.keyboard.press("Tab");
      await reader.page.keyboard.press("Tab");
      await reader.page.keyboard.press("Enter");
    }));

  it("is a link when its menu is asked for, and none before", async () => {
    const reader = await open();
    try {
      const address = `${server.origin}/source`;
      const isLink = { tag: "a", with: { title: address, href: address } };
      const { x, y } = await link(reader);
      await reader.moveTo(x, y, 3);
      await reader.staysOpen(100);
      expect(await reader.within(isLink)).toBeUndefined();
      await reader.page.mouse.click(x, y, { button: "right" });
      await until("a link", () => reader.within(isLink));
    } finally {
      await reader.page.close();
    }
  });
});
