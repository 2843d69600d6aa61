/**
 * The background worker of a real Chromium is killed at random moments of a real update over loopback. After each kill
 * the store, read past the extension's own code, holds exactly the old or exactly the new version, and cards and marks go
 * on; at the end the update succeeds and nothing of the killed runs is left.
 */
import { createHash } from "node:crypto";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { seeded } from "../bench/random.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { markedNames, settledNames } from "../browsers/marks.ts";
import { paced } from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, personName, text } from "../sync/publisher.ts";
import { ask, readStore, tell } from "./extension.ts";

const KILLS = Number(process.env.KILLS ?? 50);
const SEED = Number(process.env.SEED ?? 7);
/** About 3 MB. */
const SIZE = { people: 200, statements: 1200, padding: 2000 };
const PIECES = 20;
const NAMES = [0, 7].map(personName);

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const digests = new Map<number, string>();
let server: TestServer;
let session: Session;
let page: Page;
let url: string;

function publish(version: number): void {
  const file = text(dossier({ version, ...SIZE }));
  const { sources, people, events, statements } = parseDossier(file);
  const content = JSON.stringify({ sources, people, events, statements });
  digests.set(version, createHash("sha256").update(content).digest("hex"));
  server.on("/story.json", paced(file, PIECES, 5));
  server.on("/feed.json", json(index([entry(file)])));
}

beforeAll(async () => {
  server = await serve();
  server.on("/page.html", (_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>News</title><p>Yesterday ${NAMES.join(" met ")} at the hearing.</p>`);
  });
  url = `${server.origin}/feed.json`;
  session = await launch("chromium");
  page = await session.open("options.html");
});
afterAll(async () => {
  await session?.close();
  await server?.close();
});

/** Waits until the feed's check has ended; throws after `limit` ms. */
async function checkEnds(limit = 30_000): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    const [row] = await ask(page, "feeds.list", {});
    if (row?.phase.type === "idle" && row.result) return;
    if (Date.now() > end) throw new Error(`the check did not end: ${JSON.stringify(row?.phase)}`);
    await pause(50);
  }
}

async function marksOfPage(): Promise<string[]> {
  const reader = await session.browser.newPage();
  try {
    await reader.goto(`${server.origin}/page.html`);
    for (const end = Date.now() + 10_000; Date.now() < end && !(await markedNames(reader)).length; ) await pause(50);
    return await settledNames(reader);
  } finally {
    await reader.close();
  }
}

it(`stays whole when the worker is killed at ${KILLS} random moments`, { timeout: 280_000 }, async () => {
  const id = `${url}#story`;
  publish(1);
  await ask(page, "feed.add", { url });
  await checkEnds();
  publish(2);
  // As after each kill: the time to start counts.
  await session.stopBackground();
  const began = Date.now();
  await ask(page, "feed.check", { url });
  await checkEnds();
  const whole = Date.now() - began;
  expect(await readStore(page, id)).toMatchObject({ version: 2, digest: digests.get(2), staged: 0 });

  expect(await marksOfPage()).toEqual(NAMES);

  const random = seeded(SEED);
  const seen = { before: 0, staging: 0, after: 0 };
  let held = 2;
  // How long an update takes changes with what else the machine does: the moments follow it.
  let reach = whole * 1.25;
  publish(3);
  for (let kill = 1; kill <= KILLS; kill++) {
    const wait = Math.round(random.next() * reach);
    const where = `kill ${kill}, ${wait} ms into the update from ${held} to ${held + 1}`;
    await tell(page, "feed.check", { url });
    await pause(wait);
    await session.stopBackground();
    const store = await readStore(page, id);
    expect([held, held + 1], where).toContain(store.version);
    expect(store.state, where).toBe("ready");
    expect(store.digest, where).toBe(digests.get(store.version!));
    const phase = store.version !== held ? "after" : store.staged ? "staging" : "before";
    seen[phase]++;
    reach *= { before: 1.06, staging: 1, after: 0.75 }[phase];
    const [card] = await ask(page, "card.get", { refs: [{ dossier: id, person: "p0" }] });
    expect(card?.dossier.version, where).toBe(store.version);
    if (kill % 10 === 0) expect(await marksOfPage(), where).toEqual(NAMES);
    if (store.version === held) continue;
    held++;
    publish(held + 1);
  }
  console.log(
    `an update takes ${whole} ms; killed before storing ${seen.before}, while storing ${seen.staging}, after the switch ${seen.after}`,
  );
  // The moments were spread over the update, or the test shows nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1);

  await ask(page, "feed.check", { url });
  await checkEnds();
  const [row] = await ask(page, "feeds.list", {});
  expect(row?.result).toMatchObject({ type: "updated", dossiers: [{ from: held, to: held + 1 }] });
  await session.stopBackground();
  await ask(page, "card.get", { refs: [{ dossier: id, person: "p0" }] });
  const end = Date.now() + 20_000;
  let last = await readStore(page, id);
  while (last.staged > 0 && Date.now() < end) {
    await pause(200);
    last = await readStore(page, id);
  }
  expect(last).toMatchObject({ version: held + 1, digest: digests.get(held + 1), staged: 0, stagedRecords: 0 });
  const history = await ask(page, "feed.history", { url });
  const versions = history.flatMap(({ result, changes }) =>
    result.type === "updated" ? changes.map(({ to }) => to) : [],
  );
  // Every version once, in order: no update without a record, none with two.
  expect(versions).toEqual(Array.from({ length: held + 1 }, (_, i) => held + 1 - i));
});
