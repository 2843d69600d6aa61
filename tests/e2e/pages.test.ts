import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { CASES } from "../pages-suite/index.ts";
import { runCase } from "../pages-suite/run-case.ts";
import { type PageServer, serve } from "../pages-suite/server.ts";

describe.each(BROWSERS)("pages in %s", (kind) => {
  let session: Session;
  let server: PageServer;
  let page: Page;

  beforeAll(async () => {
    server = await serve(CASES);
    session = await launch(kind);
    page = await session.browser.newPage();
    // The bundled dossier is published soon after installation.
    await new Promise((done) => setTimeout(done, 2_000));
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  test.each(CASES.map((one) => [one.id, one] as const))("%s", async (id, one) => {
    expect(await runCase(page, server.url(id), one)).toEqual([]);
  });
});
