/** A dossier with a script in every text it may hold: imported, read and hovered, it is words and nothing else. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dossierSchema } from "../../src/dossier/schema.ts";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { placeOfMark } from "../browsers/marks.ts";
import { fieldsOf, withField } from "../dossier/fields.ts";
import { fullDossier } from "../dossier/full.ts";
import { serve, type TestServer } from "../server/serve.ts";

const SCRIPT = "<script>top.pwned=1</script><img src=x onerror=top.pwned=1><b data-pwned>bold</b>";
const KEPT = new Set(["people[0].name", "statements[1].speakerName"]);
const VIEWS = [
  "",
  "/person/p1",
  "/statement/s2",
  "/event/e1",
  "/source/src-1",
  "/statements",
  "/timeline",
  "/sources",
  "/changes",
  "/print",
];

/** Every field that takes a text of any kind holds the script; links that run something are refused before. */
function hostileDossier(): Record<string, unknown> {
  let dossier = fullDossier();
  for (const { path, place, isFree } of fieldsOf(dossierSchema, (list) => (list === "statements" ? 1 : 0))) {
    if (isFree && !KEPT.has(place)) dossier = withField(dossier, path, SCRIPT);
  }
  return dossier;
}

/** What of the dossier became more than text in a page. */
function intruders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("[data-pwned], [onerror], img[src='x'], script:not([src])")];
    const links = [...document.querySelectorAll("a[href]")].map((link) => (link as HTMLAnchorElement).href);
    const bad = links.filter((href) => !/^(https?|moz-extension|chrome-extension):/.test(href));
    const isRun = (globalThis as { pwned?: unknown }).pwned !== undefined;
    return [...found.map((element) => element.outerHTML), ...bad, ...(isRun ? ["it ran"] : [])];
  });
}

async function until(what: string, get: () => Promise<string | undefined>, part: string): Promise<string> {
  const end = Date.now() + 15_000;
  for (;;) {
    const text = await get().catch(() => undefined);
    if (text?.includes(part)) return text;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(text)?.slice(0, 500)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

describe.each(BROWSERS)("a hostile dossier in %s", (kind) => {
  let session: Session;
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    server = await serve();
    server.on("/", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Then Ada Lindqvist spoke.</p>");
    });
    folder = await mkdtemp(join(tmpdir(), "dramatis-hostile-"));
    await writeFile(join(folder, "story.json"), JSON.stringify(hostileDossier()));
    session = await launch(kind);
    const options = await session.open("options.html", "input[type=file]");
    const input = (await options.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, "story.json"));
    await until("the import", () => options.evaluate(() => document.body.textContent), "is in use");
    expect(await intruders(options)).toEqual([]);
    await options.close();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(VIEWS)("is words in the viewer: #story%s", async (view) => {
    const page = await session.open(`dossier.html#story${view}`, "main");
    await until("the words", () => page.evaluate(() => document.body.textContent), "<script>top.pwned=1</script>");
    expect(await intruders(page)).toEqual([]);
    await page.close();
  });

  it("is words on the card", async () => {
    const page = await session.browser.newPage();
    await page.goto(server.origin);
    const place = async () => JSON.stringify(await placeOfMark(page, "Ada Lindqvist"));
    const { x, y } = JSON.parse(await until("a mark", place, "x")) as { x: number; y: number };
    await page.mouse.move(4, 200);
    await page.mouse.move(x, y, { steps: 3 });
    const text = await until("the card", () => cardText(page), "Timeline");
    expect(text).toContain("<script>top.pwned=1</script><img src=x onerror=top.pwned=1><b data-pwned>bold</b>");
    expect(await intruders(page)).toEqual([]);
    await page.close();
  });
});
