/** What the card says and does, with given data, in real browsers but without the extension. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TICK } from "../../src/card/constants.ts";
import { BROWSERS } from "../browsers/find.ts";
import type { Harness, HarnessOptions } from "../card/harness/harness.ts";
import { launchPlain, openHarness } from "../card/harness/open.ts";
import { bundledView, VARIANTS } from "../card/samples.ts";
import { until, wait } from "../card-suite/reader.ts";

type World = { harness: Harness; axe: { run(node: unknown, options: unknown): Promise<{ violations: unknown[] }> } };
const HTML = `<!doctype html><html lang="en"><head><title>News</title></head><body><main>
<button id="first">first</button><p style="margin-top:40px">Yesterday <span id="name">MARK</span> spoke.</p>
<p><a id="link" href="#followed">OTHER</a> did not.</p><div style="height:2000px"></div><p>Much later MARK left.</p>
<button id="last">last</button></main></body></html>`;
const SESSIONS = [bundledView("jeff-sessions")];

describe.each(BROWSERS)("the card's content in %s", (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchPlain(kind);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    if (page && !page.isClosed()) await page.close();
  });

  async function open(people: HarnessOptions["people"], more: Partial<HarnessOptions> = {}): Promise<void> {
    page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800, hasTouch: true });
    const { messages: _, ...rest } = more;
    await openHarness(page, HTML, { people, openDelay: 50, ...rest });
  }
  const root = <T>(read: (root: ShadowRoot) => T) =>
    page.evaluate(`(${read})(globalThis.harness.root)`) as Promise<Awaited<T>>;
  const text = () => root((r) => r.querySelector<HTMLElement>("[role=dialog]")?.innerText ?? "");
  const says = (part: string) => until(`"${part}" in the card`, async () => (await text()).includes(part));
  const requests = () => page.evaluate(() => (globalThis as unknown as World).harness.requests);
  const handle = (message: Parameters<Harness["handle"]>[0]) =>
    page.evaluate((m) => (globalThis as unknown as World).harness.handle(m), message);
  const hover = async (selector = "#name") => {
    await page.hover(selector);
    await until("a card", () => root((r) => r.querySelector("[role=dialog]") !== null));
  };
  /** A real click in the middle of a button of the card. */
  const press = async (selector: string) => {
    const box = (await page.evaluate((s) => {
      const element = (globalThis as unknown as World).harness.root.querySelector(s);
      element?.scrollIntoView({ block: "center" });
      const rect = element?.getBoundingClientRect();
      return rect && { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }, selector))!;
    if (!box) throw new Error(`no ${selector} in the card`);
    await page.mouse.click(box.x, box.y);
  };

  it("is a dialog with the person's name, and says things in order", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Attorney General");
    expect(await root((r) => r.querySelector("[role=dialog]")!.getAttribute("aria-label"))).toBe("Jeff Sessions");
    const said = await text();
    const parts = [
      "Jeff Sessions",
      "Attorney General",
      "Statements",
      "I never met",
      "Disputes",
      "Timeline",
      "Also in this story",
      "as of Mar 2, 2017",
      "Matched because",
      "Open in the dossier",
    ];
    const places = parts.map((part) => said.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("believes another frame that has seen the pointer since it last moved here", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    const movedAt = await page.evaluate(() => Date.now());
    // The card looks anew at what is under the pointer, which is no move.
    await wait(2 * TICK);
    await handle({ type: "pointer-away", id: "f1", at: movedAt + TICK / 4 });
    await until("closed", () => root((r) => r.querySelector("[role=dialog]") === null));
  });

  it("asks once, with the refs, and tells that the card was seen", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await until("seen", async () => (await requests()).some((request) => request.type === "card.seen"));
    const types = (await requests()).map((request) => request.type);
    expect(types.filter((type) => type === "card.get" || type === "card.seen")).toEqual(["card.get", "card.seen"]);
    expect((await requests())[0]!.data).toEqual({ refs: [SESSIONS[0]!.ref] });
  });

  it("folds and unfolds statements", async () => {
    await open({ MARK: VARIANTS["forty-statements"]! });
    await hover();
    await says("Show 38 more statements");
    await press("[data-act=all-statements]");
    await says("Answer number 40");
    await says("12 more statements are in the full dossier");
  });

  it("goes to another person and back, in the same card", async () => {
    await open({ MARK: SESSIONS, OTHER: [bundledView("sergey-kislyak")] });
    await hover();
    await says("Sergey Kislyak");
    const at = SESSIONS[0]!.people.findIndex(({ name }) => name === "Sergey Kislyak");
    await press(`[data-act=visit][data-arg='${at}']`);
    await until("the other's card", () =>
      root((r) => r.querySelector("[role=dialog]")?.getAttribute("aria-label") === "Sergey Kislyak"),
    );
    expect(await text()).not.toContain("Matched because");
    await press("[data-act=back]");
    await says("Matched because");
  });

  it("shows the statement of a timeline entry", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Timeline");
    await press("[data-act=all-timeline]");
    const id = await root((r) => r.querySelector<HTMLElement>("[data-act=present]")!.dataset.arg);
    await press("[data-act=present]");
    await until(
      "the present statement",
      async () =>
        (await root((r) => r.querySelector<HTMLElement>(".statement[aria-current]")!.dataset.statement)) === id,
    );
    expect(await root((r) => r.querySelectorAll(".entry[aria-current]").length)).toBe(1);
  });

  it("copying words takes along whose they are", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("I never met");
    await page.evaluate(() => {
      const { root: card } = (globalThis as unknown as World).harness;
      const quote = card.querySelector(".quote p")!.childNodes[1]!;
      getSelection()!.setBaseAndExtent(quote, 0, quote, 43);
      Object.assign(globalThis, { copied: undefined });
      // Our listener is at the window and stops the event: read what it has put into it from there.
      const set = DataTransfer.prototype.setData;
      DataTransfer.prototype.setData = function (type, value) {
        if (type === "text/plain") Object.assign(globalThis, { copied: value });
        set.call(this, type, value);
      };
      document.execCommand("copy");
    });
    const copied = await page.evaluate(() => (globalThis as unknown as { copied?: string }).copied);
    expect(copied).toMatch(
      /^“I never met with any Russian officials to d”\n— Jeff Sessions, about Mar 2, 2017, Released statement\nSource: /,
    );
  });

  it("a card whose text is being selected stays", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("I never met");
    await page.evaluate(() => {
      const quote = (globalThis as unknown as World).harness.root.querySelector(".quote p")!.childNodes[1]!;
      getSelection()!.setBaseAndExtent(quote, 0, quote, 20);
    });
    await wait(100);
    await page.mouse.move(2, 700);
    await wait(800);
    expect(await text()).toContain("Jeff Sessions");
  });

  it("gives a citation", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Cite");
    await press("[data-act=cite]");
    await until("the citation", async () => /Citation copied|copy it yourself/.test(await text()));
  });

  it("offers not to take this name for this person, and takes it back", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Not this person?");
    await press("[data-act=veto]");
    await press("[data-act=veto-page]");
    await says("is no longer marked on this page");
    expect((await requests()).at(-1)).toMatchObject({
      type: "veto.add",
      data: { person: "sessions-kislyak/jeff-sessions", name: "Jeff Sessions", scope: "page" },
    });
    await press("[data-act=undo]");
    await says("Not this person?");
    expect((await requests()).some((request) => request.type === "veto.remove")).toBe(true);
  });

  it("opens the dossier at this person", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Open in the dossier");
    await press(".viewer");
    await until("the request", async () => (await requests()).some((request) => request.type === "viewer.open"));
    expect((await requests()).find((request) => request.type === "viewer.open")!.data).toEqual({
      hash: "#sessions-kislyak/person/jeff-sessions",
    });
  });

  it("labels two dossiers, with arrow keys between them", async () => {
    await open({ MARK: VARIANTS["two-dossiers"]! });
    await hover();
    await says("The night ferry");
    await press("[role=tab][aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    await says("It left at ten past two.");
    expect(await root((r) => r.activeElement?.textContent)).toBe("The night ferry");
  });

  it("says what went wrong and what to do, and tries again", async () => {
    await open({ MARK: SESSIONS }, { error: { code: "not-found", details: [] } });
    await hover();
    await says("no longer in an installed dossier");
    await page.evaluate(() => delete (globalThis as unknown as World).harness.options.error);
    await press("[data-act=retry]");
    await says("Attorney General");
  });

  it("says that it is loading only when that takes long", async () => {
    await open({ MARK: SESSIONS }, { latency: 150 });
    await page.hover("#name");
    await says("Attorney General");
    await page.close();
    await open({ MARK: SESSIONS }, { latency: 1500 });
    await page.hover("#name");
    await says("Looking up Jeff Sessions");
    await says("Attorney General");
  });

  it("drops the answer for a name that was left", async () => {
    await open({ MARK: SESSIONS }, { latency: 500 });
    await page.hover("#name");
    await wait(200);
    await page.mouse.move(2, 700);
    await wait(900);
    expect(await root((r) => r.querySelector("[role=dialog]"))).toBeNull();
  });

  it("goes from mention to mention, with a ring and a word for screen readers", async () => {
    await open({ MARK: SESSIONS, OTHER: [bundledView("sergey-kislyak")] });
    await handle({ type: "go", step: 1 });
    await until("the word", () =>
      root((r) => r.querySelector(".live")!.textContent === "Jeff Sessions, mention 1 of 3"),
    );
    const inRing = await page.evaluate(() => {
      const ring = (globalThis as unknown as World).harness.root.querySelector(".ring")!.getBoundingClientRect();
      const name = document.querySelector("#name")!.getBoundingClientRect();
      return Math.abs(ring.left - name.left) < 2 && Math.abs(ring.width - name.width) < 2;
    });
    expect(inRing).toBe(true);
    await handle({ type: "go", step: -1 });
    await until("the last", () =>
      root((r) => r.querySelector(".live")!.textContent === "Jeff Sessions, mention 3 of 3"),
    );
    await until("in view", () => page.evaluate(() => scrollY > 800));
    await until("the ring follows", () =>
      page.evaluate(() => {
        const ring = (globalThis as unknown as World).harness.root.querySelector(".ring")!.getBoundingClientRect();
        return ring.top > 0 && ring.bottom < innerHeight;
      }),
    );
  });

  it("opens by key with the focus inside; Esc gives it back; Tab goes on", async () => {
    await open({ MARK: SESSIONS });
    await page.focus("#first");
    await handle({ type: "open-card" });
    await until("focus in the card", () => root((r) => r.activeElement?.getAttribute("role") === "dialog"));
    await page.keyboard.press("Tab");
    expect(await root((r) => r.activeElement?.getAttribute("data-act"))).toBe("pin");
    await page.keyboard.press("Escape");
    await until("closed", () => root((r) => r.querySelector("[role=dialog]") === null));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("first");
    await handle({ type: "open-card" });
    await until("focus in the card", () => root((r) => r.activeElement !== null));
    await page.evaluate(() => {
      const stops = (globalThis as unknown as World).harness.root.querySelectorAll<HTMLElement>("a[href], button");
      [...stops].at(-1)!.focus();
    });
    await page.keyboard.press("Tab");
    await until("focus in the page", () => page.evaluate(() => document.activeElement?.id === "link"));
    await until("closed", () => root((r) => r.querySelector("[role=dialog]") === null));
  });

  it("a hovered card can be entered by key and then stays", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await says("Attorney General");
    await handle({ type: "open-card" });
    await until("focus in the card", () => root((r) => r.activeElement !== null));
    await page.mouse.move(2, 700);
    await wait(700);
    expect(await text()).toContain("Jeff Sessions");
  });

  it("opens on a tap, on a linked name on a long press that follows nothing; a tap outside closes", async () => {
    await open({ MARK: SESSIONS, OTHER: [bundledView("sergey-kislyak")] });
    const middle = (selector: string) =>
      page.$eval(selector, (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
    const name = await middle("#name");
    await page.touchscreen.tap(name.x, name.y);
    await says("Attorney General");
    await page.touchscreen.tap(700, 780);
    await until("closed", () => root((r) => r.querySelector("[role=dialog]") === null));
    const link = await middle("#link");
    const finger = await page.touchscreen.touchStart(link.x, link.y);
    await says("Sergey Kislyak");
    await finger.end();
    await wait(400);
    expect(await page.evaluate(() => location.hash)).toBe("");
    expect(await text()).toContain("Sergey Kislyak");
  });

  it("removes everything when it is told to end", async () => {
    await open({ MARK: SESSIONS });
    await hover();
    await page.evaluate(() => (globalThis as unknown as World).harness.stop());
    expect(await page.$("[data-dramatis]")).toBeNull();
    await page.mouse.move(2, 700);
    await page.hover("#name");
    await wait(500);
    expect(await page.$("[data-dramatis]")).toBeNull();
  });

  for (const theme of ["light", "dark"] as const) {
    it(`has nothing that axe finds, in ${theme}`, async () => {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      for (const views of [SESSIONS, [bundledView("michael-flynn")], ...Object.values(VARIANTS)]) {
        await open({ MARK: views }, { theme });
        await hover();
        await wait(200);
        for (const act of ["all-statements", "all-timeline", "veto"]) {
          // Not all cards have all of them.
          const isThere = await page.evaluate(
            (name) => (globalThis as unknown as World).harness.root.querySelector(`[data-act=${name}]`) !== null,
            act,
          );
          if (isThere) await press(`[data-act=${act}]`);
        }
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as World).axe.run("[data-dramatis]", {
            resultTypes: ["violations"],
          });
          return violations as { id: string; nodes: { html: string; failureSummary: string }[] }[];
        });
        expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
        if (views !== Object.values(VARIANTS).at(-1)) await page.close();
      }
    });
  }
});
