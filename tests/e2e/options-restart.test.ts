/** What is left when the browser is closed and opened again with the same profile. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { cardOf, marked, openNews } from "../ui/live/card.ts";
import { type FeedHost, feedHost } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { control, press, says, shown, until } from "../ui/live/reader.ts";
import { CASTS, story, WORDS } from "../ui/live/story.ts";
import { ask } from "./extension.ts";

const BUNDLED = "Jeff Sessions and the Russian ambassador";
const IN_USE = `In use: ${BUNDLED}`;

/** Firefox takes a temporary extension out when it closes, and its data with it, but for these. */
const PREFS = {
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
};

describe.each(BROWSERS)("after a restart of %s", (kind) => {
  const [bridge, school] = CASTS;
  let profile: string;
  let server: TestServer;
  let session: Session;
  let feed: FeedHost;
  let reader: OptionsPage;

  const begin = async () => {
    session = await launch(kind, { userDataDir: profile, prefs: PREFS });
  };
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), `dramatis-profile-${kind}-`));
    server = await serve();
    feed = await feedHost(server, "/feed", bridge);
    await feed.publish(1);
    await begin();
    reader = await OptionsPage.open(session);
    const row = await reader.add(feed);
    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    await reader.choose(row, "Check", "10080");
    await says(row, /in [678] days/);
    const file = join(profile, "school.json");
    await writeFile(file, JSON.stringify(story(school, 1)));
    await reader.importFiles([file]);
    await says(reader.page, "“The school roof”, version 1, is in use.");
    // Its row moves the others: a press that was aimed before would hit it.
    await control(reader.page, "listitem", "The school roof");
    await press(await control(reader.page, "listitem", BUNDLED), "switch", IN_USE);
    await (await reader.page.waitForSelector("input[name=theme][value=dark]"))!.click();
    // A browser that is closed at the very click may end before the background has heard of it.
    await until(
      "it to be switched off",
      () => ask(reader.page, "dossiers.list", {}),
      (rows) => rows.some(({ origin, enabled }) => origin.type === "bundled" && !enabled),
    );
    await session.close();
    await begin();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  it("marks names and opens cards before any page of the extension was opened", async () => {
    const page = await openNews(session, feed.pageAddress);
    await marked(page, [bridge.speaker, bridge.other]);
    expect(await cardOf(page, bridge.speaker, WORDS.added)).toContain(WORDS.reason);
    await page.close();
  });

  it("still has the feed, its schedule, the imported dossier and the settings", async () => {
    reader = await OptionsPage.open(session);
    const row = await reader.row(feed.title);
    await says(row, "Version 2");
    expect(await shown(row)).toMatch(/Next check\s+in [678] days/);
    expect(await reader.chosen(row, "Check")).toBe("every week");
    await control(reader.page, "listitem", school.title);
    const bundled = await control(reader.page, "listitem", BUNDLED);
    const isOn = await (await control(bundled, "switch", IN_USE)).evaluate((one) => (one as HTMLInputElement).checked);
    expect(isOn).toBe(false);
    expect(await reader.page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });

  it("can roll back to what was there before the restart, and go on from the feed", async () => {
    const row = await reader.row(feed.title);
    await press(row, "button", "Roll back");
    await says(row, "was rolled back from version 2 to 1.");
    await feed.publish(3);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 3.");
  });
});
