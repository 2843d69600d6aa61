/** Every button of the card by keyboard alone: it does what it says, the card stays, the focus goes on from there. */
import type { Browser, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TICK } from "../../src/card/constants.ts";
import type { CardView, RelationView } from "../../src/dossier/views.ts";
import { BROWSERS } from "../browsers/find.ts";
import type { Harness, HarnessOptions } from "../card/harness/harness.ts";
import { launchPlain, openHarness } from "../card/harness/open.ts";
import { madeUp, madeUpStatement, VARIANTS } from "../card/samples.ts";
import { until, wait } from "../card-suite/reader.ts";

type World = { harness: Harness; heard: string[] };
const HTML = `<!doctype html><html lang="en"><head><title>News</title></head><body><button id="first">first</button>
<p>Yesterday MARK spoke.</p><p>OTHER did not.</p></body></html>`;

const relation = (kind: RelationView["kind"], id: string): RelationView => ({
  kind,
  direction: "from",
  basis: "So it was told.",
  target: { type: "statement", id, label: `Words of ${id}`, verbatim: true, speakerName: "Olle Lind" },
});
const OTHER = madeUp({ ref: { dossier: "harbour", person: "olle-lind" }, name: "Olle Lind" });
const FULL: CardView = madeUp({
  summary: "She ran the harbour for a long time, and much happened there. ".repeat(12).trim(),
  statements: ["a", "b", "c", "d"].map((id) =>
    madeUpStatement(id, id === "a" ? { relations: [relation("disputes", "x"), relation("answers", "y")] } : {}),
  ),
  statementCount: 4,
  about: [madeUpStatement("said-of", { speakerName: "Olle Lind" })],
  timeline: ["a", "e1", "e2", "e3", "e4", "d"].map((id) => ({
    type: id.length === 1 ? "statement" : "event",
    id,
    title: `What ${id} was`,
  })),
  people: Array.from({ length: 8 }, (_, n) => ({
    ref: n === 0 ? OTHER.ref : { dossier: "harbour", person: `p${n}` },
    name: n === 0 ? OTHER.name : `Person ${n}`,
  })),
});

describe.each(BROWSERS)("the card by keyboard in %s", (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchPlain(kind);
  });
  afterAll(() => browser?.close());
  afterEach(() => page?.close());

  async function open(view = [FULL], more: Partial<HarnessOptions> = {}): Promise<void> {
    page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800 });
    const { messages: _, ...rest } = more;
    await openHarness(page, HTML, { people: { MARK: view, OTHER: [OTHER] }, openDelay: 50, ...rest });
    await page.evaluate(() => {
      const world = globalThis as unknown as World;
      world.heard = [];
      for (const type of ["click", "keydown", "keyup", "keypress"])
        document.addEventListener(type, () => world.heard.push(type), true);
    });
    await page.focus("#first");
    await page.evaluate(() => (globalThis as unknown as World).harness.handle({ type: "open-card" }));
    await until("the focus in the card", async () => (await at()).role === "dialog");
  }
  /** What has the focus in the card. */
  const at = () =>
    page.evaluate(() => {
      const { root } = (globalThis as unknown as World).harness;
      const active = root.activeElement as HTMLElement | null;
      const box = active?.getBoundingClientRect();
      const card = root.querySelector(".card")?.getBoundingClientRect();
      return {
        act: active?.dataset.act,
        arg: active?.dataset.arg,
        role: active?.getAttribute("role"),
        label: active?.getAttribute("aria-label"),
        statement: active?.closest<HTMLElement>("[data-statement]")?.dataset.statement,
        section: active?.closest("section, footer")?.className,
        width: card?.width ?? 0,
        inView: Boolean(box && card && box.bottom > card.top + 20 && box.top < card.bottom),
      };
    });
  /** Walks on by Tab to a button of the card, from wherever it is, and presses it. */
  async function press(act: string, key: "Enter" | " " = "Enter"): Promise<void> {
    for (let n = 0; (await at()).act !== act; n++) {
      if (n > 60) throw new Error(`Tab does not come to ${act}`);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press(key);
  }
  const settled = (what: string, check: (now: Awaited<ReturnType<typeof at>>) => boolean) =>
    until(what, async () => {
      const now = await at();
      return now.width > 200 && now.inView && check(now) ? now : undefined;
    });

  it.each([
    ["Enter", "Enter"],
    ["Space", " "],
  ] as const)("unfolds and folds with %s, on to the first new control", async (_name, key) => {
    await open();
    await press("all-summary", key);
    await settled("the dialog, where nothing new can be pressed", ({ role }) => role === "dialog");
    await press("related", key);
    await settled("the statement", ({ statement }) => statement === "a");
    await press("all-statements", key);
    await settled("the third statement", ({ statement }) => statement === "c");
    await press("few-statements", key);
    await settled("the way to all again", ({ act }) => act === "all-statements");
    await press("about", key);
    await settled("what was said of her", ({ statement }) => statement === "said-of");
    await press("all-timeline", key);
    await settled("the timeline", ({ section }) => section === "timeline");
    await press("all-people", key);
    await settled("the seventh", ({ act, arg }) => act === "visit" && arg === "6");
  });

  it("goes to a statement of the timeline", async () => {
    await open();
    await press("all-timeline");
    // The focus stays at the button, which now folds; the entries stand before it.
    await settled("the button", ({ act }) => act === "few-timeline");
    for (let n = 0; (await at()).act !== "present" && n < 10; n++) {
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
    }
    await page.keyboard.press("Enter");
    await settled("the statement", ({ statement, act }) => statement === "d" && act === undefined);
  });

  it("pins and cites, with the focus where it was", async () => {
    await open();
    await press("pin");
    await settled("the same button", ({ act, label }) => act === "pin" && label === "Let this card close by itself");
    await press("cite");
    await until("the citation", () =>
      page.evaluate(() => (globalThis as unknown as World).harness.root.querySelector(".citation") !== null),
    );
    await settled("the same button", ({ act }) => act === "cite");
    await press("viewer");
    await settled("the same button", ({ act }) => act === "viewer");
    await page.keyboard.press("Escape");
    await until("the focus in the page", () => page.evaluate(() => document.activeElement?.id === "first"));
  });

  it("cites in a card that is not pinned, also where the page has no clipboard", async () => {
    await open();
    await press("cite");
    const said = () =>
      page.evaluate(() => (globalThis as unknown as World).harness.root.querySelector(".citation")?.textContent);
    expect(await until("the citation", said)).toBe("Citation copied");
    await settled("the same button", ({ act }) => act === "cite");
  });

  it("gives the focus back when the page takes another route", async () => {
    await open();
    await page.evaluate(() => {
      location.hash = "#/other";
    });
    await until("closed", async () => (await at()).width === 0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("first");
  });

  it("gives the focus back when a hovered card, in which a button was pressed, closes", async () => {
    await open();
    await page.keyboard.press("Escape");
    await until("closed", async () => (await at()).width === 0);
    const name = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector("p")!.firstChild!;
      range.setStart(text, 10);
      range.setEnd(text, 14);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(name.x, name.y, { steps: 3 });
    const button = await until("a button", () =>
      page.evaluate(() => {
        const found = (globalThis as unknown as World).harness.root.querySelector("[data-act=all-summary]");
        const { x, y, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
        return width > 0 && { x: x + width / 2, y: y + height / 2 };
      }),
    );
    await page.mouse.move(button.x, button.y, { steps: 8 });
    await page.mouse.click(button.x, button.y);
    await until("the focus in the card", async () => (await at()).role === "dialog");
    await page.mouse.move(890, 790, { steps: 3 });
    await until("closed", async () => (await at()).width === 0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("first");
  });

  it("stays with the reader in it when the page puts something in above", async () => {
    await open();
    const top = () => page.evaluate(() => document.querySelector("p")!.getBoundingClientRect().top);
    await page.evaluate(() => {
      const more = document.createElement("div");
      more.style.height = "3000px";
      document.body.prepend(more);
    });
    await until("the name out of view", async () => (await top()) > 2500);
    // Three looks of the card at its name.
    await wait(3 * TICK);
    expect(await at()).toMatchObject({ role: "dialog", inView: true });
  });

  it("leaves to the browser what a key does with Ctrl, Alt or Shift", async () => {
    await open(VARIANTS["two-dossiers"]!);
    await press("tab");
    for (const hold of ["Control", "Shift"] as const) {
      await page.keyboard.down(hold);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.up(hold);
    }
    expect(await at()).toMatchObject({ act: "tab", arg: "0" });
    await page.close();
    await open();
    await press("all-statements");
    const scrolled = () =>
      page.evaluate(() => (globalThis as unknown as World).harness.root.querySelector(".scroll")!.scrollTop);
    const before = await scrolled();
    await page.keyboard.down("Shift");
    await page.keyboard.press("PageDown");
    await page.keyboard.up("Shift");
    await page.keyboard.press("ArrowDown");
    await until("the plain key alone", async () => (await scrolled()) > before);
    expect((await scrolled()) - before).toBeLessThan(60);
  });

  it("follows a person, comes back, and gives the focus back to the page", async () => {
    await open();
    await press("visit");
    await settled("the other's card", ({ role, label }) => role === "dialog" && label === "Olle Lind");
    await press("back");
    await settled("her card", ({ role, label }) => role === "dialog" && label === "Ida Bergstrand");
    await press("close");
    await until("the focus in the page", () => page.evaluate(() => document.activeElement?.id === "first"));
  });

  it.each(["veto-page", "veto-site"])("takes a name off (%s) and back", async (scope) => {
    await open();
    await press("veto");
    await settled("where", ({ act }) => act === "veto-page");
    await press(scope);
    await settled("the way back", ({ act }) => act === "undo");
    await press("undo");
    await settled("the question again", ({ act }) => act === "veto");
    await page.keyboard.press("Escape");
    await until("the focus in the page", () => page.evaluate(() => document.activeElement?.id === "first"));
  });

  it("tries again after a failure, and goes from dossier to dossier by arrow", async () => {
    await open([FULL], { error: { code: "not-found", details: [] } });
    await page.evaluate(() => delete (globalThis as unknown as World).harness.options.error);
    await press("retry");
    await settled("her card", ({ label }) => label === "Ida Bergstrand");
    await page.close();
    await open(VARIANTS["two-dossiers"]!);
    await press("tab");
    await page.keyboard.press("ArrowRight");
    await settled("the other tab", ({ act, arg }) => act === "tab" && arg === "1");
  });

  it("keeps focus, selection and place when an update comes, and folds nothing away", async () => {
    await open();
    await press("pin");
    await press("cite");
    await until("the citation", () =>
      page.evaluate(() => (globalThis as unknown as World).harness.root.querySelector(".citation") !== null),
    );
    const look = () =>
      page.evaluate(() => {
        const { root } = (globalThis as unknown as World).harness;
        const { top } = root.querySelector("[data-statement=a]")!.getBoundingClientRect();
        const selection = (root as unknown as { getSelection?(): Selection }).getSelection?.() ?? getSelection()!;
        const focused = (root.activeElement as HTMLElement | null)?.dataset;
        const selected = selection.toString();
        const all = root.querySelectorAll("[data-statement]").length;
        return { top, all, selected, arg: focused?.arg };
      });
    await page.evaluate(() => {
      const { root } = (globalThis as unknown as World).harness;
      root.querySelector(".scroll")!.scrollTop += 60;
      const words = root.querySelector("[data-statement=b] blockquote p")!;
      getSelection()!.setBaseAndExtent(words, 0, words, words.childNodes.length);
    });
    const before = await look();
    expect(before.selected).not.toBe("");
    expect(before).toMatchObject({ all: 2, arg: "a" });
    const update: CardView = {
      ...FULL,
      statements: [madeUpStatement("n"), ...FULL.statements],
      statementCount: 5,
    };
    await page.evaluate((view) => (globalThis as unknown as World).harness.update([view]), update);
    await until("all statements", async () => (await look()).all === 5);
    const { top: _, ...after } = await look();
    expect(after).toEqual({ all: 5, selected: before.selected, arg: "a" });
    await until("the same place", async () => Math.abs((await look()).top - before.top) < 2);
  });

  it("shows the page neither keys nor clicks", async () => {
    await open();
    await press("all-statements");
    await press("about", " ");
    await press("veto");
    expect(await page.evaluate(() => (globalThis as unknown as World).heard)).toEqual([]);
  });
});
