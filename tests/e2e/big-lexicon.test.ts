import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { detectInText } from "../../src/cli/detect-text.ts";
import { compileLexicon, loadLexicon } from "../../src/detect/index.ts";
import { bundled, generated } from "../bench/dossiers.ts";
import { madePeople } from "../bench/names.ts";
import { Writer } from "../bench/pages.ts";
import { installNames } from "../bench/seed.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { markedNames, settledNames } from "../browsers/marks.ts";

const PEOPLE = 3_000;

/** A page of generated prose with bundled and generated people, namesakes and strangers. */
async function prose(): Promise<string[]> {
  const writer = await Writer.create(40);
  const made = madePeople(PEOPLE);
  return Array.from({ length: 40 }, (_, i) => {
    const { first, surname } = made[i * 7]!;
    const bare = i % 3 === 0 ? `${surname} said so.` : "";
    // A stranger who is told from the filter, and then meant by a surname that somebody of ours has too.
    if (i % 8 === 5) return `It was Linda ${surname} who spoke of it first, they say. ${surname} said so.`;
    return `${writer.sentence(i % 4 === 0 ? writer.mention() : undefined)} ${writer.sentence(`${first} ${surname}`)} ${bare}`;
  });
}

describe.each(BROWSERS)("a lexicon too big for pages in %s", (kind) => {
  let session: Session;
  let server: Server;
  let url: string;
  let blocks: string[];
  let long = "";

  beforeAll(async () => {
    blocks = await prose();
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${blocks.map((text) => `<p>${text}</p>`).join("")}`;
    server = createServer(({ url }, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end(url === "/long" ? long : html),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    session = await launch(kind);
    const bytes = await installNames(session, PEOPLE);
    expect(bytes).toBeLessThan(200_000);
  });
  afterAll(async () => {
    await session?.close();
    server?.close();
  });

  async function expected(): Promise<string[]> {
    const { id, people, context = [] } = await bundled();
    const dossier = await generated(PEOPLE - people.length);
    const lexicon = loadLexicon(
      compileLexicon([
        { id, people, context },
        { id: dossier.id, people: dossier.people, context: [] },
      ]),
    );
    return detectInText(lexicon, blocks.join("\n"), { lang: "en", title: "Page" }).map(({ text }) => text);
  }

  it("marks what the whole lexicon marks", async () => {
    const page = await session.browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => [...CSS.highlights.keys()].length > 0);
    const names = await settledNames(page, 800);
    expect(names).toEqual(await expected());
    expect(names.length).toBeGreaterThan(40);
    await page.close();
  });

  it("marks a page on which more names stand than are noted before the code for marks is there, once", async () => {
    const { first, surname } = madePeople(PEOPLE).at(-300)!;
    const list = `<ul>${`<li>They met ${first} ${surname}.</li>`.repeat(21_000)}</ul>`;
    long = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Long</title>${list}`;
    const page = await session.browser.newPage();
    await page.goto(`${url}long`);
    await page.waitForFunction(() => [...CSS.highlights.values()][0]?.size === 21_000, { timeout: 50_000 });
    // Nobody else takes that set of marks away again.
    for (let look = 0; look < 30; look++) {
      expect(await page.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size))).toEqual([21_000]);
      await new Promise((done) => setTimeout(done, 100));
    }
    await page.close();
  });

  it("marks every item of a long list: more texts than one message holds", async () => {
    const page = await session.browser.newPage();
    await page.goto(url);
    const { first, surname } = madePeople(PEOPLE).at(-200)!;
    await page.evaluate((name) => {
      document.body.innerHTML = `<ul>${`<li>They met ${name}.</li>`.repeat(2_500)}</ul>`;
    }, `${first} ${surname}`);
    await page.waitForFunction(() => [...CSS.highlights.values()][0]?.size === 2_500, { timeout: 20_000 });
    await page.close();
  });

  it("does so with the background stopped, and marks text that comes later", async () => {
    const page = await session.browser.newPage();
    await session.stopBackground();
    await page.goto(url);
    await page.waitForFunction(() => [...CSS.highlights.keys()].length > 0);
    const before = (await settledNames(page, 800)).length;
    const { first, surname } = madePeople(PEOPLE).at(-100)!;
    await session.stopBackground();
    await page.evaluate((text) => {
      document.body.append(Object.assign(document.createElement("p"), { textContent: text }));
    }, `They met ${first} ${surname} there.`);
    await page.waitForFunction((count) => [...CSS.highlights.values()][0]!.size > count, {}, before);
    expect((await markedNames(page)).at(-1)).toBe(`${first} ${surname}`);
    await page.close();
  });
});
