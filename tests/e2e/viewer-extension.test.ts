/** The viewer as the extension ships it: over the real store, in both browsers. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { type Downloads, downloads } from "../browsers/downloads.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { dossier, text } from "../sync/publisher.ts";
import { ask } from "./extension.ts";

const heading = (page: Page) => page.$eval("#title", (one) => one.firstChild?.textContent);

describe.each(BROWSERS)("the viewer of the extension in %s", (kind) => {
  let session: Session;
  let files: Downloads;
  beforeAll(async () => {
    files = await downloads();
    session = await launch(kind, { prefs: files.prefs });
    await files.follow(session);
  });
  afterAll(async () => {
    await session?.close();
    await files?.remove();
  });

  it("shows the installed dossier, follows a person and comes back", async () => {
    const page = await session.open("dossier.html", "main:not(.notice) #title");
    expect(await heading(page)).toBe("Jeff Sessions and the Russian ambassador");
    await page.waitForFunction(() => document.querySelectorAll(".cast-member").length === 16);
    // One dossier is installed: there is nothing to switch to.
    expect(await page.$(".dossier-switch")).toBeNull();
    await page.click("aria/Al Franken[role='link']");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Al Franken");
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelectorAll(".cast-member").length === 16);
    await page.close();
  });

  it("opens at a deep link to a person, a statement and an event", async () => {
    for (const [place, title] of [
      ["person/jeff-sessions", "Jeff Sessions"],
      ["statement/st-sessions-testimony", "Statement by Jeff Sessions"],
      ["event/ev-confirmation-hearing", "Confirmation hearing of Jeff Sessions"],
    ]) {
      const page = await session.open(`dossier.html#sessions-kislyak/${place}`, "main:not(.notice) #title");
      expect(await heading(page)).toBe(title);
      await page.close();
    }
  });

  it("searches over everything, in its worker", async () => {
    const page = await session.open("dossier.html", "#search-field");
    await page.click("#search-field");
    await page.keyboard.type("surrogate");
    await page.waitForFunction(() => document.querySelectorAll("main mark").length > 0);
    expect(await page.$$eval("main mark", (all) => [...new Set(all.map((one) => one.textContent))])).toEqual([
      "surrogate",
    ]);
    await page.close();
  });

  it("finds what another dossier holds, and goes there", async () => {
    const page = await session.open(
      "dossier.html#sessions-kislyak/search?q=falarge+hearing",
      "main:not(.notice) #title",
    );
    const made = { version: 1, id: "other", words: "Falarge words of the hearing." };
    await ask(page, "dossier.import", { text: text(dossier(made)) });
    await page.close();
    const again = await session.open("dossier.html#sessions-kislyak/search?q=falarge+hearing", ".elsewhere a");
    expect(await again.$$eval(".elsewhere li", (items) => items.map((item) => item.textContent))).toEqual([
      expect.stringMatching(/Falarge words of the hearing\..*A story, version 1$/),
    ]);
    await again.click(".elsewhere a");
    await again.waitForFunction(() => document.querySelector("main")?.textContent?.includes("Falarge words"));
    expect(await again.evaluate(() => location.hash)).toMatch(/^#other\/statement\//);
    await ask(again, "dossier.remove", { id: "other" });
    await again.close();
  });

  it("shows another version of the dossier in view as soon as it is installed, and says so", async () => {
    const of = (version: number, words: string) => text(dossier({ id: "renewed", version, words }));
    const other = await session.open("options.html", "main");
    await ask(other, "dossier.import", { text: of(1, "The first words of the hearing.") });
    const page = await session.open("dossier.html#renewed/statements", ".statement");
    expect(await page.$eval("main", (main) => main.textContent)).toContain("The first words");
    await page.focus(".statement a");
    const left = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    await ask(other, "dossier.import", { text: of(2, "The second words of the hearing.") });
    await page.waitForFunction(() => document.querySelector("main")?.textContent?.includes("The second words"));
    expect(await page.$eval("main", (main) => main.textContent)).not.toContain("The first words");
    expect(await page.$eval(".opening-note", (note) => note.textContent)).toBe(
      "This dossier was updated while it was open. You see version 2.",
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(left);
    await ask(other, "dossier.remove", { id: "renewed" });
    await page.waitForFunction(() => document.querySelector("[role=alert]")?.textContent?.includes("renewed"));
    await page.close();
    await other.close();
  });

  it("saves a person as Markdown and the dossier as JSON that Dramatis takes again", async () => {
    const page = await session.open("dossier.html#sessions-kislyak/person/jeff-sessions", "main:not(.notice) #title");
    const markdown = await files.from(() => page.click("aria/Save page as Markdown[role='button']"));
    expect(markdown.name).toBe("sessions-kislyak-jeff-sessions.md");
    expect(markdown.text).toMatch(/^# Jeff Sessions\n/);
    expect(markdown.text).toContain("I did not have communications with the Russians");
    await page.close();
    const cast = await session.open("dossier.html", "main:not(.notice) #title");
    const json = await files.from(() => cast.click("aria/Save dossier as JSON[role='button']"));
    expect(json.name).toBe("sessions-kislyak-v1.json");
    expect(parseDossier(json.text).people).toHaveLength(16);
    await cast.close();
  });
});
