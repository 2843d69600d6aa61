/** Bringing in dossier files on the options page: the built extension in real browsers. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { marked, openNews } from "../ui/live/card.ts";
import { feedHost } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { alerts, control, has, pause, press, says, until } from "../ui/live/reader.ts";
import { CASTS, story } from "../ui/live/story.ts";

const [bridge, school] = CASTS;

describe.each(BROWSERS)("importing in %s", (kind) => {
  let server: TestServer;
  let session: Session;
  let reader: OptionsPage;
  let options: Page;
  let folder: string;
  let pageAddress: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dramatis-files-"));
    server = await serve();
    ({ pageAddress } = await feedHost(server, "/news", bridge));
    session = await launch(kind);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    reader = await OptionsPage.open(session);
    options = reader.page;
  });
  afterEach(() => options.close());

  async function fileOf(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }
  it("imports a dossier file from the file chooser, and one that is dropped", async () => {
    const files = await Promise.all(CASTS.map((cast) => fileOf(`${cast.id}.json`, JSON.stringify(story(cast, 1)))));
    const page = await openNews(session, pageAddress);
    await options.bringToFront();
    await reader.importFiles([files[0]!]);
    await says(options, "“The harbour bridge”, version 1, is in use.");
    await control(options, "listitem", bridge.title);
    await marked(page, [bridge.speaker, bridge.other]);
    await options.bringToFront();
    await reader.drop(files[1]!);
    await says(options, "“The school roof”, version 1, is in use.");
    for (const { title } of [bridge, school]) await reader.remove(await control(options, "listitem", title));
    await marked(page, []);
    await page.close();
  });

  // What a test drops in Firefox are events alone, which lead nowhere.
  it.runIf(kind === "chromium")("stays where it is when a file is dropped beside the place for it", async () => {
    const file = await fileOf("beside.json", JSON.stringify(story(school, 1)));
    await options.evaluate(() => document.querySelector("h1")!.setAttribute("data-here", ""));
    await reader.drop(file, "Feeds");
    await pause(500);
    expect(options.url()).toContain("options.html");
    expect(await options.$("h1[data-here]")).not.toBeNull();
    expect(await has(options, "listitem", school.title)).toBe(false);
  });

  // Firefox lets no test drop a folder.
  it.runIf(kind === "chromium")("says of a dropped folder that it cannot be read", async () => {
    await mkdir(join(folder, "stories"));
    await reader.drop(join(folder, "stories"));
    const [told] = await until(
      "a sentence",
      () => alerts(options),
      (all) => all.length === 1,
    );
    expect(told).toMatch(/^stories: This cannot be read: it is a folder/);
  });

  it("refuses a bad file by its name with a sentence, and imports the good one beside it", async () => {
    const { people: _people, ...incomplete } = story(bridge, 1) as { people: unknown };
    const files = await Promise.all([
      fileOf("notes.json", "not a dossier"),
      fileOf("incomplete.json", JSON.stringify(incomplete)),
      fileOf("future.json", JSON.stringify({ ...story(bridge, 1), format: "dramatis-dossier/9" })),
      fileOf("picture.png", "\u0089PNG\u0000"),
      fileOf("empty.json", ""),
      fileOf("feed.json", JSON.stringify({ format: "dramatis-feed/1", title: "A feed" })),
      fileOf("good.json", JSON.stringify(story(bridge, 2))),
      fileOf("old.json", JSON.stringify(story(bridge, 1))),
    ]);
    await reader.importFiles(files);
    await says(options, "“The harbour bridge”, version 2, is in use.");
    const told = await until(
      "seven sentences",
      () => alerts(options),
      (all) => all.length === 7,
    );
    for (const [file, sentence] of [
      ["notes.json", /not valid JSON \(line 1/],
      ["incomplete.json", /not a valid dossier .*people/],
      ["future.json", /needs a newer Dramatis/],
      ["picture.png", /not a text file/],
      ["empty.json", /The file is empty/],
      ["feed.json", /This is a feed, not a dossier/],
      ["old.json", /version 1, which is older than one that you have had \(2\)/],
    ] as const) {
      const alert = told.find((one) => one.startsWith(`${file}:`));
      expect(alert).toMatch(sentence);
    }
    await press(options, "button", "Dismiss what was said of the files");
    expect(await alerts(options)).toEqual([]);
    expect(await options.evaluate(() => document.activeElement?.textContent)).toBe("Choose files");
    await reader.remove(await control(options, "listitem", bridge.title));
  });
});
