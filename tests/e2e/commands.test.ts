/** The reader who uses no mouse: the commands of the browser, the keys in the card, what a screen reader is told. */
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TICK } from "../../src/card/constants.ts";
import { cardText } from "../browsers/card-text.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { boxInside } from "../card-suite/inside.ts";
import { Reader, until, wait } from "../card-suite/reader.ts";
import { type PageServer, servePages } from "../card-suite/serve.ts";

const BODY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head><body>
<button id="first">first</button><p>Then <a id="link" href="#there">Jeff Sessions</a> spoke, and Sergey Kislyak listened.</p>
<div style="height:2500px"></div><p>Much later Jeff Sessions left.</p><button id="last">last</button></body></html>`;

type Command = "toggle-annotations" | "next-mention" | "previous-mention" | "open-card";
type Worker = {
  chrome: { commands: { onCommand: { dispatch(command: string): void } } };
  browser: {
    tabs: { query(q: object): Promise<{ id: number }[]>; sendMessage(id: number, m: unknown): Promise<void> };
  };
};
/** What the background makes of a command (tests/card/commands.test.ts), for the browser whose events cannot be fired. */
const MESSAGES: Partial<Record<Command, object>> = {
  "next-mention": { type: "go", step: 1 },
  "previous-mention": { type: "go", step: -1 },
  "open-card": { type: "open-card" },
};

describe.each(BROWSERS)("by keyboard alone in %s", (kind) => {
  let session: Session;
  let server: PageServer;
  let page: Page;
  let reader: Reader;
  let own: Page | undefined;

  beforeAll(async () => {
    server = await servePages();
    session = await launch(kind);
    if (kind === "firefox") own = await session.open("popup.html");
    page = await session.browser.newPage();
    await page.setViewport({ width: 1000, height: 700 });
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
  });

  async function open(body = BODY): Promise<void> {
    await page.goto(server.add({ body }));
    await page.bringToFront();
    reader = new Reader(page);
    await reader.marked();
  }
  /**
   * A command as if its keys had been pressed. Headless browsers hand no keys to their own shortcuts: in Chromium the
   * browser's event is fired in the worker, in Firefox the page is sent what the background sends.
   */
  async function command(name: Command): Promise<void> {
    if (own) {
      await own.evaluate(async (message) => {
        const { tabs } = (globalThis as unknown as Worker).browser;
        for (const { id } of await tabs.query({})) await tabs.sendMessage(id, message).catch(() => {});
      }, MESSAGES[name]);
      return;
    }
    const target = await session.browser.waitForTarget((one) => one.type() === "service_worker");
    await (await target.worker())!.evaluate((given) => {
      (globalThis as unknown as Worker).chrome.commands.onCommand.dispatch(given);
    }, name);
  }
  const says = (part: string) => until(`"${part}"`, async () => (await cardText(page))?.includes(part));
  const active = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
  const inCard = () => page.evaluate(() => document.activeElement?.hasAttribute("data-dramatis") ?? false);

  it("opens a card that stays after the page's own code has taken another route", async () => {
    await open();
    await command("next-mention");
    await says("Jeff Sessions, mention 1 of 3");
    await page.evaluate(() => history.pushState({}, "", "?another"));
    // The card's code looks at the address now and then.
    await wait(2 * TICK);
    await page.focus("#first");
    await command("open-card");
    await until("the focus in the card", inCard);
    await wait(3 * TICK);
    expect(await inCard()).toBe(true);
    await reader.opened();
  });

  it("goes from name to name: into view, with a ring and a word, and no change in the page's own elements", async () => {
    await open();
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await command("next-mention");
    await says("Jeff Sessions, mention 1 of 3");
    const [name] = await reader.linesOf("Jeff Sessions");
    const ring = (await until("a ring", () => boxInside(page, { with: { class: "ring" } })))!;
    expect(Math.abs(ring.left - name!.left)).toBeLessThan(2);
    expect(Math.abs(ring.bottom - name!.bottom)).toBeLessThan(2);
    await command("next-mention");
    await says("Sergey Kislyak, mention 2 of 3");
    await command("next-mention");
    await says("Jeff Sessions, mention 3 of 3");
    await until("the name in view", async () => {
      const [last] = await reader.linesOf("Jeff Sessions", 1);
      return last!.top > 0 && last!.bottom < 700;
    });
    await command("previous-mention");
    await says("Sergey Kislyak, mention 2 of 3");
    expect(await active()).toBe("body");
    const after = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      copy.querySelector("[data-dramatis]")?.remove();
      return copy.outerHTML;
    });
    expect(after).toBe(before);
    await page.keyboard.press("Escape");
    await until("no trace", () => page.evaluate(() => !document.querySelector("[data-dramatis]")));
  });

  it("opens with the focus inside, walks through, and gives the focus back", async () => {
    await open();
    await page.focus("#first");
    await command("next-mention");
    await says("mention 1 of 3");
    expect(await active()).toBe("first");
    await command("open-card");
    await reader.opened();
    await until("the focus in the card", inCard);
    // Pin, then close: Enter on the second stop closes it.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await reader.closed();
    expect(await active()).toBe("first");
    await command("open-card");
    await until("the focus in the card", inCard);
    await page.keyboard.press("Escape");
    await reader.closed();
    expect(await active()).toBe("first");
  });

  it("follows a person inside a card opened by key, with the focus, and gives it back", async () => {
    await open();
    await page.focus("#first");
    await command("open-card");
    await until("the focus in the card", inCard);
    await says("Attorney General");
    // Down to the end of the content, where the other people are.
    for (let n = 0; n < 4; n++) await page.keyboard.press("End");
    const button = await until("a person in view", async () => {
      const found = await boxInside(page, { with: { "data-act": "visit", "data-arg": "0" } });
      const card = await reader.card();
      return found && card && found.bottom < card.bottom ? found : undefined;
    });
    await reader.clickAt(button.left + 8, (button.top + button.bottom) / 2);
    const back = () => boxInside(page, { with: { "data-act": "back" } });
    await until("the way back", back);
    const { left, right } = await reader.opened();
    expect(right - left).toBeGreaterThan(200);
    await until("the focus in the card", inCard);
    await page.keyboard.press("Escape");
    await until("no way back", async () => !(await back()));
    await page.keyboard.press("Escape");
    await reader.closed();
    expect(await active()).toBe("first");
  });

  it("scrolls the card, not the page, by the keys that scroll", async () => {
    await open();
    await command("open-card");
    await until("the focus in the card", inCard);
    await says("Attorney General");
    for (let n = 0; n < 6; n++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("PageDown");
    await wait(300);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await reader.opened()).toBeTruthy();
    await page.keyboard.press("Escape");
    await reader.closed();
  });

  it("keeps the card open that opens at the next name a little further down", async () => {
    await open(BODY.replace("2500px", "900px"));
    for (const part of ["mention 1 of 3", "mention 2 of 3"]) {
      await command("next-mention");
      await says(part);
    }
    await command("open-card");
    await says("Ambassador");
    await command("next-mention");
    await says("Attorney General");
    await wait(700);
    expect(await reader.opened()).toBeTruthy();
    expect(await inCard()).toBe(true);
    await page.keyboard.press("Escape");
  });

  it("gives the focus back to a field from which a click in a hovered card took it", async () => {
    await open(BODY.replace('<button id="first">first</button>', '<input id="first">'));
    await page.focus("#first");
    const name = await reader.point("Sergey Kislyak");
    await reader.moveTo(name.left + 10, name.top + 6, 4);
    const card = await reader.opened();
    await reader.moveTo(card.left + 60, card.top + 20, 4);
    await reader.clickAt(card.left + 60, card.top + 20);
    await until("the focus in the card", inCard);
    await page.keyboard.press("Escape");
    await reader.closed();
    expect(await active()).toBe("first");
  });

  it("opens the card of a name in view, not of the first in a focused container", async () => {
    await open(BODY.replace("<button", '<main id="main" tabindex="-1"><button').replace("</body>", "</main></body>"));
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#main")!.focus({ preventScroll: true });
      scrollTo(0, document.documentElement.scrollHeight);
    });
    await wait(200);
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1000);
    await command("open-card");
    await reader.opened();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await page.keyboard.press("Escape");
    await reader.closed();
  });

  it("keeps a card opened by key when the page moves the focus by itself", async () => {
    await open();
    await command("open-card");
    await until("the focus in the card", inCard);
    await wait(600);
    await page.evaluate(() => document.querySelector<HTMLElement>("#first")!.focus());
    await wait(300);
    expect(await reader.opened()).toBeTruthy();
    expect(await active()).toBe("first");
    await page.keyboard.press("Escape");
    await reader.closed();
  });

  it("goes on to the next name with the card open, and back round at the end", async () => {
    await open();
    await command("next-mention");
    await command("open-card");
    await says("Attorney General");
    await command("next-mention");
    await says("Ambassador");
    await until("the focus in the card", inCard);
    await command("next-mention");
    await says("Attorney General");
    await command("next-mention");
    await says("mention 1 of 3");
    await page.keyboard.press("Escape");
  });

  it("takes a hovered card by key, which then stays", async () => {
    await open();
    await reader.point("Sergey Kislyak");
    await reader.opened();
    await command("open-card");
    await until("the focus in the card", inCard);
    await reader.moveTo(900, 600, 4);
    await reader.staysOpen(900);
    await page.keyboard.press("Escape");
    await reader.closed();
  });

  const INNER = `<!doctype html><meta charset="utf-8"><input id="inner"><p>Then Sergey Kislyak left.</p><p>And Al Franken stayed.</p>`;
  const EMPTY = `<!doctype html><meta charset="utf-8"><input id="inner"><p>Nobody we know.</p>`;
  /** Where the ring or the card is: the frames in which our host is. */
  const hosts = async () => {
    const found: number[] = [];
    for (const [at, frame] of page.frames().entries())
      if (await frame.evaluate(() => document.querySelector("[data-dramatis]") !== null)) found.push(at);
    return found.join();
  };
  const shownIn = (frames: string) => until(`host in ${frames}`, async () => (await hosts()) === frames);

  it.each(["127.0.0.1", "localhost"] as const)(
    "goes on from frame to frame and round (frames of %s)",
    async (origin) => {
      const frame = (body: string) =>
        `<iframe src="${server.add({ body }, origin)}" width="400" height="300"></iframe>`;
      await open(`<!doctype html><meta charset="utf-8"><p>Jeff Sessions spoke.</p>${frame(EMPTY)}${frame(INNER)}`);
      await until("three documents", async () => page.frames().length === 3);
      const innerSays = (part: string) =>
        until(`"${part}"`, async () => (await cardText(page, page.frames()[2]))?.includes(part));
      await new Reader(page, page.frames()[2]).marked(2);
      await command("next-mention");
      await shownIn("0");
      await says("Jeff Sessions, mention 1 of 3");
      await command("next-mention");
      await shownIn("2");
      await innerSays("Sergey Kislyak, mention 2 of 3");
      await command("open-card");
      const inner = new Reader(page, page.frames()[2]);
      await inner.opened();
      await command("next-mention");
      await wait(400);
      await inner.opened();
      await shownIn("2");
      await innerSays("Al Franken, mention 3 of 3");
      await command("next-mention");
      await shownIn("0");
      await says("Jeff Sessions, mention 1 of 3");
      await reader.opened();
      await command("previous-mention");
      await shownIn("2");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await shownIn("");
    },
  );

  it("a focused frame without names does not keep the commands for itself", async () => {
    const src = server.add({ body: EMPTY }, "localhost");
    await open(`<!doctype html><meta charset="utf-8"><p>Jeff Sessions spoke.</p><iframe src="${src}"></iframe>`);
    await until("two documents", async () => page.frames().length === 2);
    await page.frames()[1]!.focus("#inner");
    await command("next-mention");
    await shownIn("0");
    await says("mention 1 of 1");
    await page.frames()[1]!.focus("#inner");
    await command("open-card");
    await reader.opened();
    await until("the focus in the card", inCard);
    await page.keyboard.press("Escape");
    await reader.closed();
  });

  it("says so where nobody is named", async () => {
    for (const name of ["next-mention", "open-card"] as const) {
      await page.goto(server.add({ body: "<!doctype html><p>Nobody we know.</p>" }));
      await page.bringToFront();
      await wait(800);
      expect(await page.evaluate(() => document.querySelector("[data-dramatis]"))).toBeNull();
      await command(name);
      await says("No one from your dossiers is named on this page.");
      // No card, and after the word nothing of ours in the page.
      expect(await reader.card()).toBeUndefined();
      await until("no trace", () => page.evaluate(() => !document.querySelector("[data-dramatis]")));
    }
  });

  it.skipIf(kind === "firefox")("turns annotations off and on", async () => {
    await open();
    await command("toggle-annotations");
    await until("no marks", () => page.evaluate(() => [...CSS.highlights.values()].every(({ size }) => size === 0)));
    await command("toggle-annotations");
    await reader.marked();
  });

  it.skipIf(kind === "firefox")("is a dialog with a name and a structure in the accessibility tree", async () => {
    await open();
    await reader.point("Jeff Sessions");
    await says("At odds with");
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const dialog = nodes.find(({ role, ignored }) => !ignored && role?.value === "dialog");
    expect(dialog?.name?.value).toBe("Jeff Sessions");
    const inside: { role: string; name: string; level?: unknown }[] = [];
    (function collect(ids: string[] = []): void {
      for (const id of ids) {
        const node = byId.get(id);
        if (!node) continue;
        const level = node.properties?.find(({ name }) => name === "level")?.value.value;
        if (!node.ignored) inside.push({ role: node.role?.value, name: node.name?.value ?? "", level });
        collect(node.childIds);
      }
    })(dialog!.childIds);
    const named = (role: string) => inside.filter((node) => node.role === role).map(({ name }) => name);
    expect(named("heading")).toEqual([
      "Jeff Sessions",
      "Statements",
      "Said about Jeff Sessions",
      "Timeline",
      "Also in this story",
    ]);
    expect(inside.filter(({ role }) => role === "heading").map(({ level }) => level)).toEqual([2, 3, 3, 3, 3]);
    expect(named("button")).toEqual(expect.arrayContaining(["Keep this card open", "Close", "Cite this statement"]));
    expect(named("blockquote").length).toBeGreaterThan(0);
    expect(named("time").length).toBeGreaterThan(3);
    expect(
      named("button")
        .concat(named("link"))
        .filter((name) => !name.trim()),
    ).toEqual([]);
    expect(nodes.some(({ role, ignored }) => !ignored && role?.value === "status")).toBe(true);
    await page.keyboard.press("Escape");
    await reader.closed();
  });
});
