/** What a press in the card does, what is asked of the background for it, and what stands in the page besides a card. */
import type { Browser, CDPSession, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SPOKEN } from "../../src/card/constants.ts";
import { BROWSERS } from "../browsers/find.ts";
import type { Harness, HarnessOptions } from "../card/harness/harness.ts";
import { launchPlain, openHarness } from "../card/harness/open.ts";
import { madeUp, madeUpStatement, VARIANTS } from "../card/samples.ts";
import { until, wait } from "../card-suite/reader.ts";

type World = { harness: Harness };
const HTML = `<!doctype html><html lang="en"><head><title>News</title></head><body>
<p style="margin-top:40px">Yesterday <b id="name">MARK</b> spoke.</p></body></html>`;
const OLLE = { ref: { dossier: "harbour", person: "olle-lind" }, name: "Olle Lind" };
const IDA = [madeUp({ statements: [madeUpStatement("a", { moreRelations: 3 })], statementCount: 1, people: [OLLE] })];

describe.each(BROWSERS)("presses in the card in %s", (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchPlain(kind);
  });
  afterAll(() => browser?.close());
  afterEach(() => page?.close());

  async function open(people: HarnessOptions["people"] = { MARK: IDA }, more: Partial<HarnessOptions> = {}) {
    page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800 });
    const { messages: _, ...rest } = more;
    await openHarness(page, HTML, { people, openDelay: 50, ...rest });
  }
  const root = <T>(read: (root: ShadowRoot) => T) =>
    page.evaluate(`(${read})(globalThis.harness.root)`) as Promise<Awaited<T>>;
  const hover = async () => {
    await page.hover("#name");
    await until("a card", () => root((r) => r.querySelector("#panel") !== null && r.host.isConnected));
  };
  const says = (part: string) =>
    until(part, () =>
      page.evaluate(
        (wanted) =>
          (globalThis as unknown as World).harness.root
            .querySelector<HTMLElement>("[role=dialog]")
            ?.innerText.includes(wanted),
        part,
      ),
    );
  const handle = (message: Parameters<Harness["handle"]>[0]) =>
    page.evaluate((m) => (globalThis as unknown as World).harness.handle(m), message);
  const requests = (type: string) =>
    page.evaluate(
      (wanted) => (globalThis as unknown as World).harness.requests.filter((request) => request.type === wanted),
      type,
    );
  const middle = (selector: string) =>
    until(selector, () =>
      page.evaluate((wanted) => {
        const element = (globalThis as unknown as World).harness.root.querySelector(wanted);
        element?.scrollIntoView({ block: "nearest" });
        const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
        return width > 0 && { x: x + width / 2, y: y + height / 2 };
      }, selector),
    );
  const press = async (selector: string) => {
    const { x, y } = await middle(selector);
    await page.mouse.click(x, y);
  };

  it("a drag that ends on a button presses nothing, and what it has selected stays selected", async () => {
    await open();
    await hover();
    const from = await middle(".quote p");
    const to = await middle("[data-act=close]");
    await page.mouse.move(from.x, from.y, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    expect(await root((r) => r.querySelector("[role=dialog]") !== null)).toBe(true);
    expect(await page.evaluate(() => getSelection()!.rangeCount)).toBe(1);
    await press("[data-act=close]");
    await until("closed", () => root((r) => r.querySelector("[role=dialog]") === null));
  });

  it("a page gets nothing by a copy that it makes up", async () => {
    await open();
    await hover();
    const given = await page.evaluate(() => {
      const quote = (globalThis as unknown as World).harness.root.querySelector(".quote p")!.childNodes[1]!;
      getSelection()!.setBaseAndExtent(quote, 0, quote, 20);
      const event = new ClipboardEvent("copy", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
      document.dispatchEvent(event);
      return event.clipboardData?.getData("text/plain") ?? "";
    });
    expect(given).toBe("");
  });

  it("says that a choice could not be saved, and offers it again", async () => {
    await open({ MARK: IDA }, { error: { code: "internal", details: ["no room"] }, failing: ["veto.add"] });
    await hover();
    await press("[data-act=veto]");
    await press("[data-act=veto-page]");
    await says("This could not be saved.");
    expect(await root((r) => r.querySelector("footer [role=alert]") !== null)).toBe(true);
    await page.evaluate(() => delete (globalThis as unknown as World).harness.options.error);
    await press("[data-act=veto-page]");
    await says("is no longer marked on this page");
    expect(await root((r) => r.querySelector("[role=alert]"))).toBeNull();
  });

  it("only the dossier that was shown counts as looked at, the other once its tab is", async () => {
    await open({ MARK: VARIANTS["two-dossiers"]! });
    await hover();
    const [first, second] = VARIANTS["two-dossiers"]!;
    await until("seen", async () => (await requests("card.seen")).length > 0);
    expect((await requests("card.seen")).map(({ data }) => data)).toEqual([{ ref: first!.ref }]);
    await press("[role=tab][aria-selected=false]");
    await until("the other", async () => (await requests("card.seen")).length > 1);
    expect((await requests("card.seen")).map(({ data }) => data)).toEqual([{ ref: first!.ref }, { ref: second!.ref }]);
  });

  it("what more bears on a statement is on the page of that statement", async () => {
    await open();
    await hover();
    await press(".statement [data-act=viewer]");
    const [request] = await until("the request", async () => {
      const all = await requests("viewer.open");
      return all.length > 0 && all;
    });
    expect(request!.data).toEqual({ hash: `#${IDA[0]!.ref.dossier}/statement/a` });
  });

  it("a card that was made ready is not there when the reader goes on by key", async () => {
    await open({ MARK: IDA }, { openDelay: 5000 });
    await page.hover("#name");
    await until("it is ready", () => root((r) => r.querySelector("#panel") !== null));
    await page.mouse.move(880, 780, { steps: 2 });
    await handle({ type: "go", step: 1 });
    await until("the ring", () => root((r) => r.host.isConnected && r.querySelector(".ring") !== null));
    expect(await root((r) => r.querySelector("[role=dialog], button"))).toBeNull();
  });

  it("words for a screen reader have their whole time, and are gone with what they were about", async () => {
    await open({ NOBODY: IDA });
    const said = () => root((r) => r.host.isConnected && r.querySelector(".live")!.textContent);
    await handle({ type: "go", step: 1 });
    await until("the words", said);
    await wait(SPOKEN - 400);
    await handle({ type: "go", step: 1 });
    // Past the end of the first.
    await wait(800);
    expect(await said()).toBe("No one from your dossiers is named on this page.");
    await until("gone", () => root((r) => !r.host.isConnected));
    expect(await root((r) => r.querySelector(".live")!.textContent)).toBe("");
  });

  it.runIf(kind === "chromium")(
    "the chosen tab is told by a line in forced colours, the others have none",
    async () => {
      await open({ MARK: VARIANTS["two-dossiers"]! });
      const cdp: CDPSession = await page.createCDPSession();
      await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
      await hover();
      const colours = await root((r) =>
        [...r.querySelectorAll("[role=tab]")].map((tab) => getComputedStyle(tab).borderBlockEndColor),
      );
      const canvas = await root((r) => getComputedStyle(r.querySelector(".bar")!).backgroundColor);
      expect(colours[0]).not.toBe(canvas);
      expect(colours[1]).toBe(canvas);
    },
  );
});
