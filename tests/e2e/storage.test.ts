/** A store that was emptied or damaged while the background slept: cards work again, and subscriptions are kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { cardOf, marked, openNews } from "../ui/live/card.ts";
import { clearTables, deleteDatabase, spoilRecord } from "../ui/live/damage.ts";
import { type FeedHost, feedHost } from "../ui/live/feed-host.ts";
import { OptionsPage } from "../ui/live/options-page.ts";
import { closePopup, openPopup } from "../ui/live/popup.ts";
import { says } from "../ui/live/reader.ts";
import { CASTS, WORDS } from "../ui/live/story.ts";

const NEWS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The hearing</title>
<body style="font:18px/1.6 Georgia,serif"><p>Jeff Sessions answered the committee under oath.</p></body></html>`;
const QUOTE = "I did not have communications with the Russians";
const RECORDS = ["people", "statements", "events", "sources"];

describe.each(BROWSERS)("the store in %s", (kind) => {
  const [cast] = CASTS;
  let server: TestServer;
  let session: Session;
  let feed: FeedHost;

  beforeAll(async () => {
    server = await serve();
    server.on("/news", (_request, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(NEWS);
    });
    feed = await feedHost(server, "/feed", cast);
    await feed.publish(1);
    session = await launch(kind);
    const { page, add } = await OptionsPage.open(session).then((reader) => ({
      page: reader.page,
      add: (host: FeedHost) => reader.add(host),
    }));
    await add(feed);
    await page.close();
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });
  /** Something to be damaged has to be there: each case begins with both dossiers in use. */
  beforeEach(() => bothCards());

  async function bothCards(): Promise<void> {
    const news = await openNews(session, `${server.origin}/news`);
    await marked(news, ["Jeff Sessions"]);
    expect(await cardOf(news, "Jeff Sessions", "Timeline")).toContain(QUOTE);
    await news.close();
    const town = await openNews(session, feed.pageAddress);
    await marked(town, [cast.speaker, cast.other]);
    await cardOf(town, cast.speaker, WORDS.kept);
    await town.close();
  }

  /** Damages the store, ends the background, and looks at what a reader has after its next start. */
  async function recoversFrom(damage: (own: OptionsPage["page"]) => Promise<unknown>): Promise<void> {
    const { page } = await OptionsPage.open(session);
    await damage(page);
    await page.close();
    await session.stopBackground();
    // The subscription is still there, and what it had is fetched again without being asked.
    const reader = await OptionsPage.open(session);
    const row = await reader.row(feed.title);
    await says(row, "Version 1", 20_000);
    await reader.page.close();
    await bothCards();
    const news = await openNews(session, `${server.origin}/news`);
    const popup = await openPopup(session, news);
    await says(popup, "Stored dossiers were lost or damaged");
    await closePopup(popup);
    await news.close();
  }

  it("is whole again after the browser evicted the database", () => recoversFrom(deleteDatabase));

  it("is whole again after every table was emptied", () =>
    recoversFrom((own) =>
      clearTables(own, [...RECORDS, "generations", "installed", "feeds", "history", "seen", "meta"]),
    ));

  it("is whole again after the records were lost, but not the lists of what is installed", () =>
    recoversFrom((own) => clearTables(own, RECORDS)));

  it("is whole again after single records turned to nonsense", () =>
    recoversFrom(async (own) => {
      expect(await spoilRecord(own, "people", "jeff-sessions")).toBeGreaterThan(0);
      expect(await spoilRecord(own, "statements", "opening")).toBeGreaterThan(0);
    }));
});
