/** What the options page keeps and tells beyond the moment: removed dossiers, room that is freed, a new key. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { feedHost } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { alerts, control, has, press, says, until } from "../ui/live/reader.ts";
import { CASTS, story } from "../ui/live/story.ts";
import { ask } from "./extension.ts";

const [bridge, school] = CASTS;

describe.each(BROWSERS)("later on the options page in %s", (kind) => {
  let server: TestServer;
  let session: Session;
  let reader: OptionsPage;
  let options: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dramatis-later-"));
    server = await serve();
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

  async function openAgain(): Promise<void> {
    await options.close();
    reader = await OptionsPage.open(session);
    options = reader.page;
  }

  async function importAndRemove(): Promise<void> {
    const file = join(folder, "school.json");
    await writeFile(file, JSON.stringify(story(school, 1)));
    await reader.importFiles([file]);
    await says(options, "“The school roof”, version 1, is in use.");
    await reader.remove(await control(options, "listitem", school.title));
  }

  const openRemoved = async () =>
    (await options.waitForSelector("aria/Removed dossiers that you can have back"))!.click();
  const focus = () => options.evaluate(() => document.activeElement?.textContent);
  const isThere = () => has(options, "listitem", school.title);

  it("lists what was removed once its note has gone, and puts it back", async () => {
    await importAndRemove();
    await openAgain();
    expect(await isThere()).toBe(false);
    await openRemoved();
    await press(options, "button", `Put back “${school.title}”`);
    await control(options, "listitem", school.title);
    await until("the focus on the heading", focus, (name) => name === "Dossiers");
    await until(
      "the list to be gone",
      () => options.$("aria/Removed dossiers that you can have back"),
      (one) => !one,
    );
    await reader.remove(await control(options, "listitem", school.title));
  });

  it("tells in a feed's row that the reader removed its dossier, until it is put back", async () => {
    const feed = await feedHost(server, "/own", school);
    await feed.publish(1);
    const row = await reader.add(feed);
    const told = "You removed this dossier. You can have it back under “Dossiers”.";
    await reader.remove(await control(options, "listitem", school.title));
    await says(row, told);
    await press(options, "button", "Undo");
    await until(
      "the row to list the dossier as here",
      () => says(row, "Version 1"),
      (now) => !now.includes(told),
    );
    await reader.remove(row);
  });

  it("frees room: what was removed and what could be rolled back to has gone, what is in use has not", async () => {
    const feed = await feedHost(server, "/room", bridge);
    await feed.publish(1);
    const row = await reader.add(feed);
    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    await importAndRemove();
    expect(await reader.disabled(row)).toEqual(["Cancel"]);
    await press(options, "button", "Free room now");
    await says(options, "Done. What was removed and the versions before have gone");
    expect(await has(options, "button", "Undo")).toBe(false);
    expect(await focus()).toBe("Free room now");
    await until(
      "nothing to roll back to",
      () => reader.disabled(row),
      (names) => names.includes("Roll back"),
    );
    await says(row, "Version 2");
    expect(await alerts(options)).toEqual([]);
    await openAgain();
    await reader.row(feed.title);
    expect(await options.$("aria/Removed dossiers that you can have back")).toBeNull();
    await reader.remove(await reader.row(feed.title));
  });

  it("tells a new key in the row and in the history, with the fingerprints of both", async () => {
    const feed = await feedHost(server, "/key", school);
    await feed.publish(1);
    const row = await reader.add(feed);
    const fingerprint = () => row.$eval("code", (code) => code.textContent);
    const old = await fingerprint();
    await (await row.waitForSelector("aria/What changed"))!.click();
    await feed.changeKey();
    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 2.");
    const fresh = await fingerprint();
    expect(fresh).not.toBe(old);
    const [newKey, oldKey] = [fresh, old].map((one) => one?.replaceAll(" ", "\u00A0"));
    const told = `The publisher has a new key, and one that you trusted vouches for it: ${newKey}. No longer trusted: ${oldKey}.`;
    await until(
      "the row and the history to tell it",
      () => says(row, told),
      (now) => now.split(told).length === 3,
    );
    await says(row, "Version 2");
    expect(await alerts(row)).toEqual([]);
    await reader.remove(row);
  });

  it("after a recovery from a stolen key says why the number goes down, and lets nobody go back to the thief's version", async () => {
    const feed = await feedHost(server, "/theft", school);
    await feed.guard();
    await feed.publish(1);
    const row = await reader.add(feed);
    await feed.publish(3);
    await press(row, "button", "Check now");
    await says(row, "was updated from version 1 to 3.");
    expect(await reader.disabled(row)).toEqual(["Cancel"]);
    await feed.recover();
    await feed.publish(2);
    await press(row, "button", "Check now");
    await says(row, "was changed from version 3 to 2. The number is lower since the publisher has replaced keys");
    expect(await reader.disabled(row)).toEqual(["Cancel", "Roll back"]);
    // A page that still has the button gets a sentence, and nothing changes.
    await expect(ask(options, "feed.rollBack", { url: feed.address })).rejects.toThrow("no-previous-version");
    await says(row, "Version 2");
    expect(await alerts(row)).toEqual([]);
    await reader.remove(row);
  });

  it("takes Undo away once the feed was added again, and says of a late one that it is too late", async () => {
    const feed = await feedHost(server, "/undo", bridge);
    await feed.publish(1);
    await reader.remove(await reader.add(feed));
    await control(options, "button", "Undo");
    const again = await reader.add(feed);
    expect(await has(options, "button", "Undo")).toBe(false);
    await reader.remove(again);
    await ask(options, "storage.free", {});
    await press(options, "button", "Undo");
    await says(options, "This can no longer be put back: the feed");
    expect(await has(options, "button", "Undo")).toBe(false);
    await until("the focus on the heading", focus, (name) => name === "Feeds");
    await reader.remove(await reader.add(feed));
    expect(await alerts(options)).toEqual([]);
  });

  it("leaves the focus in the feeds where another tab takes away the feed that has it, with its dossier", async () => {
    const feed = await feedHost(server, "/taken", bridge);
    await feed.publish(1);
    const row = await reader.add(feed);
    await (await row.waitForSelector("select"))!.focus();
    await ask(options, "feed.remove", { url: feed.address });
    await until("the focus on the heading", focus, (name) => name === "Feeds");
  });

  it("says what another tab did meanwhile with the feed that is to be removed, and with the one to be put back", async () => {
    const feed = await feedHost(server, "/elsewhere", bridge);
    await feed.publish(1);
    const row = await reader.add(feed);
    await press(row, "button", "Remove");
    const question = (await options.waitForSelector("[role=alertdialog]:modal"))!;
    await ask(options, "feed.remove", { url: feed.address });
    await press(question, "button", "Remove");
    await says(
      options,
      `“${feed.title}” is not here any more: it was removed in another tab or window, or the browser has deleted it to free room.`,
    );
    await until("the focus on the heading", focus, (name) => name === "Feeds");
    expect(await has(options, "button", "Undo")).toBe(false);
    expect(await alerts(options)).toEqual([]);
    await ask(options, "feed.restore", { url: feed.address });
    await reader.remove(await reader.row(feed.title));
    await ask(options, "feed.restore", { url: feed.address });
    await reader.row(feed.title);
    await press(options, "button", "Undo");
    await says(options, `“${feed.title}” is here already:`);
    expect(await has(options, "button", "Undo")).toBe(false);
    await reader.remove(await reader.row(feed.title));
  });
});
