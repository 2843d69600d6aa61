import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { type Reader, until, wait } from "./reader.ts";

const ORIGINS = ["127.0.0.1", "localhost"] as const;
type Origin = (typeof ORIGINS)[number];
const nameOf = (origin: Origin) => (origin === "localhost" ? "of another origin" : "of the same origin");

/** The pointer goes on for some steps where it has come to, as a hand does. */
async function wander(reader: Reader, x: number, y: number): Promise<void> {
  for (let step = 0; step < 4; step++) {
    await reader.page.mouse.move(x + step * 2, y + step);
    await wait(30);
  }
}

/** From the card over a frame that lies under it. */
const intoFrame = (origin: Origin): SuiteCase => ({
  name: `leaving the card into a frame ${nameOf(origin)} below it closes the card`,
  page: (server) => {
    const inner = server.add({ body: "<p>Nobody is named here.</p>" }, origin);
    return {
      body: `<p style="margin:20px">Then Jeff Sessions spoke.</p><iframe src="${inner}" width="960" height="700" style="border:0"></iframe>`,
    };
  },
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const card = await reader.opened();
    await reader.moveTo((card.left + card.right) / 2, card.top + 60, 5);
    await reader.staysOpen(900);
    await wander(reader, card.right + 120, card.top + 80);
    await reader.closed(1200);
    // And back again: the name still opens it, and it closes again.
    await reader.point("Jeff Sessions");
    await reader.opened();
    await reader.moveTo((card.left + card.right) / 2, card.top + 60, 5);
    await wander(reader, card.right + 120, card.top + 80);
    await reader.closed(1200);
  },
});

/** Out of the frame that the card is in: to the page, or to a frame beside it. */
const outOfFrame = (origin: Origin, to: "the page" | "another frame", from: "the name" | "the card"): SuiteCase => ({
  name: `leaving a small frame ${nameOf(origin)} from ${from} to ${to} closes its card`,
  page: (server) => {
    const inner = server.add({ body: `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p>` }, origin);
    const other = server.add({ body: "<p>Nobody is named here.</p>" }, origin);
    const attributes = `width="400" height="260" style="border:0;display:block;float:left"`;
    return { body: `<iframe src="${inner}" ${attributes}></iframe><iframe src="${other}" ${attributes}></iframe>` };
  },
  frame: 1,
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const card = await reader.opened();
    if (from === "the card") await reader.moveTo((card.left + card.right) / 2, card.top + 40, 5);
    await reader.staysOpen(600);
    await wander(reader, to === "the page" ? 300 : 600, to === "the page" ? 500 : 120);
    await reader.closed(1200);
  },
});

/** There and back in less time than a card takes to close, then for good: the second leave is told too. */
const backAgain = (origin: Origin): SuiteCase => ({
  name: `coming back into a small frame ${nameOf(origin)} keeps its card, leaving it again closes it`,
  page: (server) => {
    const inner = server.add({ body: `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p>` }, origin);
    return { body: `<iframe src="${inner}" width="400" height="260" style="border:0;display:block"></iframe>` };
  },
  frame: 1,
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const card = await reader.opened();
    const inside = [(card.left + card.right) / 2, card.top + 40] as const;
    await reader.moveTo(...inside, 5);
    for (let time = 0; time < 2; time++) {
      await reader.page.mouse.move(500, 400);
      await wait(60);
      await reader.moveTo(...inside);
      await reader.staysOpen(700);
    }
    await wander(reader, 500, 400);
    await reader.closed(1200);
  },
});

/** A pass that ends outside the frame opens nothing, though the name was the last thing that the frame saw. */
const passing = (origin: Origin): SuiteCase => ({
  name: `a pointer that has left a small frame ${nameOf(origin)} before its time opens no card`,
  page: (server) => {
    const inner = server.add({ body: `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p>` }, origin);
    return { body: `<iframe src="${inner}" width="400" height="260" style="border:0;display:block"></iframe>` };
  },
  frame: 1,
  async run({ reader }) {
    // On a busy machine the pointer may have rested long enough after all: then it shows nothing, and is tried again.
    for (let tries = 0, isEarly = false; !isEarly; tries++) {
      expect(tries).toBeLessThan(5);
      await reader.page.mouse.move(500, 300);
      await reader.closed();
      const since = Date.now();
      await reader.point("Jeff Sessions");
      await wait(160);
      await reader.page.mouse.move(500, 400);
      isEarly = Date.now() - since < 330;
    }
    await wander(reader, 500, 400);
    await reader.staysClosed();
  },
});

/** A pinned card is the reader's: wherever the pointer goes, it stays. */
const pinned = (origin: Origin): SuiteCase => ({
  ...intoFrame(origin),
  name: `a pinned card stays when the pointer goes into a frame ${nameOf(origin)}`,
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const card = await reader.opened();
    await reader.moveTo((card.left + card.right) / 2, card.top + 60, 5);
    // The browser learns a moment later than the page that the card lies over the frame.
    await wait(200);
    await reader.press("pin");
    await wander(reader, card.right + 120, card.top + 80);
    await reader.staysOpen(900);
  },
});

/** A key goes to the frame that has the focus, and the card may be in another. */
const escapes = (origin: Origin, cardIn: "the frame" | "the page"): SuiteCase => ({
  name: `Esc closes a card in ${cardIn} though the focus is elsewhere (frame ${nameOf(origin)})`,
  page: (server) => {
    const body = `<input style="display:block"><p style="margin:40px 20px">Then Jeff Sessions spoke.</p>`;
    const inner = cardIn === "the frame" ? body : "<input style='display:block'><p>Nobody is named here.</p>";
    const outer = cardIn === "the page" ? body : "<input style='display:block'>";
    return { body: `${outer}<iframe src="${server.add({ body: inner }, origin)}" width="700" height="500"></iframe>` };
  },
  ...(cardIn === "the frame" ? { frame: 1 } : {}),
  async run({ reader }) {
    const { page } = reader;
    const other = cardIn === "the frame" ? page.mainFrame() : await until("a frame", async () => page.frames()[1]);
    const field = await until("a field", async () => (await other.$("input")) ?? undefined);
    await field.click();
    await reader.point("Jeff Sessions");
    await reader.opened();
    await reader.staysOpen(500);
    await page.keyboard.press("Escape");
    await reader.closed(1200);
  },
});

/** A pinned card stays when the reader types elsewhere, and goes by Esc all the same. */
const escapesAfterTyping = (origin: Origin): SuiteCase => ({
  name: `Esc in a frame ${nameOf(origin)} closes a pinned card in the page, also after typing there`,
  page: (server) => ({
    body: `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p><iframe src="${server.add({ body: "<input style='display:block'>" }, origin)}" style="position:fixed;right:0;bottom:0" width="300" height="100"></iframe>`,
  }),
  async run({ reader }) {
    const { page } = reader;
    const frame = await until("a frame", async () => page.frames()[1]);
    await reader.point("Jeff Sessions");
    await reader.opened();
    await reader.press("pin");
    const field = await until("a field", async () => (await frame.$("input")) ?? undefined);
    await field.click();
    await page.keyboard.type("so it goes");
    await reader.staysOpen(400);
    await page.keyboard.press("Escape");
    await reader.closed(1200);
  },
});

/** Editors are often frames. */
const typing = (origin: Origin): SuiteCase => ({
  name: `nothing opens in the page while the reader types in a frame ${nameOf(origin)}`,
  page: (server) => {
    const inner = server.add({ body: "<textarea rows='5' cols='40'></textarea>" }, origin);
    return {
      body: `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p><iframe src="${inner}" width="500" height="200"></iframe>`,
    };
  },
  async run({ reader }) {
    const { page } = reader;
    const frame = await until("a frame", async () => page.frames()[1]);
    const field = await until("a field", async () => (await frame.$("textarea")) ?? undefined);
    await field.click();
    await page.keyboard.type("hello there");
    await reader.point("Jeff Sessions");
    for (let key = 0; key < 14; key++) {
      await page.keyboard.type("a");
      await wait(80);
      expect(await reader.card()).toBeUndefined();
    }
  },
});

export const FRAME_LEAVE_CASES: SuiteCase[] = [
  ...ORIGINS.flatMap((origin) => [intoFrame(origin), backAgain(origin), passing(origin), pinned(origin)]),
  ...ORIGINS.flatMap((origin) => [escapes(origin, "the frame"), escapes(origin, "the page"), typing(origin)]),
  ...ORIGINS.map(escapesAfterTyping),
  ...ORIGINS.flatMap((origin) =>
    (["the page", "another frame"] as const).flatMap((to) =>
      (["the name", "the card"] as const).map((from) => outOfFrame(origin, to, from)),
    ),
  ),
];
