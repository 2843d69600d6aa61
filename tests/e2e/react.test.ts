/** Pages of real React and Preact: rendered, hydrated, re-rendered. They keep working, and the marks follow. */
import { type BuildOptions, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { settledNames } from "../browsers/marks.ts";
import { type PageServer, serve } from "../pages-suite/server.ts";

const PEOPLE = /Adam Schiff|Nancy Pelosi|Elizabeth Warren/g;
const ROUNDS = 7;

async function bundle(entry: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`tests/pages-suite/react/${entry}.tsx`],
    bundle: true,
    write: false,
    jsx: "automatic",
    jsxImportSource: "react",
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
  });
  return outputFiles![0]!.text;
}

const PREACT = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

describe.each(BROWSERS)("a framework's page in %s", (kind) => {
  let session: Session;
  let server: PageServer;

  beforeAll(async () => {
    const sent = await bundle("server", { format: "esm" });
    const { html } = (await import(`data:text/javascript,${encodeURIComponent(sent)}`)) as { html: string };
    const page = (id: string, body: string, root = "", delay = 0) => ({
      id,
      html: `<div id="root">${root}</div><div id="portal"></div><script async src="app.js"></script>`,
      files: { "app.js": { body, type: "text/javascript; charset=utf-8", delay } },
      marks: [],
    });
    const react = await bundle("main");
    server = await serve([
      page("react", react),
      // What the server sent has its marks before React takes over.
      page("react-hydrated", react, html, 800),
      page("preact", await bundle("main", { alias: PREACT })),
    ]);
    session = await launch(kind);
    await new Promise((done) => setTimeout(done, 2_000));
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  test.each(["react", "react-hydrated", "preact"])("%s keeps working while its names are marked", async (id) => {
    const page = await session.browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !/favicon|404/.test(message.text())) errors.push(message.text());
    });
    await page.goto(server.url(id));
    await page.waitForFunction(() => document.querySelector("#portal")!.firstChild);
    for (let round = 0; round < ROUNDS; round++) {
      await page.waitForFunction((now) => (window as unknown as { round: number }).round === now, {}, round);
      // React holds a late part back for up to 300 ms, as long as marks count as settled after the last change.
      await page.waitForFunction(() => !document.body.textContent.includes("Waiting for"));
      const names = await settledNames(page);
      const text = await page.$eval("body", (body) => body.textContent);
      expect(text).toContain(`Round ${round}`);
      expect(text).toContain("At last");
      expect(names).toEqual(text.match(PEOPLE));
      await page.evaluate(() => (window as unknown as { next(): void }).next());
    }
    await page.type("#query", "Nancy");
    expect(await page.$eval("#query", (input) => (input as HTMLInputElement).value)).toBe("Nancy");
    expect(await page.$eval("#found", (found) => found.textContent)).toBe("Nancy Pelosi");
    expect(errors).toEqual([]);
    await page.close();
  });
});
