import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { settledNames } from "../browsers/marks.ts";
import { type PageServer, serve } from "../pages-suite/server.ts";

const PEOPLE = /Adam Schiff|Nancy Pelosi|Elizabeth Warren/g;

describe.each(BROWSERS)("a React page in %s", (kind) => {
  let session: Session;
  let server: PageServer;

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: ["tests/pages-suite/react/app.tsx"],
      bundle: true,
      write: false,
      jsx: "automatic",
      jsxImportSource: "react",
      define: { "process.env.NODE_ENV": '"production"' },
    });
    const script = { body: outputFiles[0]!.text, type: "text/javascript; charset=utf-8" };
    const html = '<div id="root"></div><script src="app.js"></script>';
    server = await serve([{ id: "react", html, files: { "app.js": script }, marks: [] }]);
    session = await launch(kind);
    await new Promise((done) => setTimeout(done, 2_000));
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  test("keeps working while its names are marked, and the marks follow", async () => {
    const page = await session.browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(server.url("react"));
    await page.waitForSelector("#found");
    for (let round = 0; round < 7; round++) {
      const text = await page.$eval("main", (main) => main.textContent);
      expect(text).toContain(`Round ${round}`);
      expect(await settledNames(page)).toEqual(text.match(PEOPLE));
      await page.evaluate(() => (window as unknown as { next(): void }).next());
      await page.waitForFunction((after) => (window as unknown as { round: number }).round === after, {}, round + 1);
    }
    await page.type("#query", "Nancy");
    expect(await page.$eval("#query", (input) => (input as HTMLInputElement).value)).toBe("Nancy");
    expect(await page.$eval("#found", (found) => found.textContent)).toBe("Nancy Pelosi");
    expect(errors).toEqual([]);
  });
});
