/** What is copied out of the card: whose words, verbatim or not, is never mixed up. Selected by a real mouse. */
import type { Browser, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import type { Harness } from "../card/harness/harness.ts";
import { launchPlain, openHarness } from "../card/harness/open.ts";
import { madeUp, madeUpStatement } from "../card/samples.ts";
import { until } from "../card-suite/reader.ts";

type World = { harness: Harness; copied?: string };
const HTML = `<!doctype html><html lang="en"><head><title>News</title></head><body><p>Yesterday <b id="name">MARK</b> spoke.</p></body></html>`;
const SOURCE = "Source: Port Register: Minutes of the harbour board (May 4, 2019), https://example.org/minutes.";
const DAY = { value: "2019-05-02", precision: "day" as const };
const BY_IDA = "— Ida Bergstrand, May 2, 2019, Harbour board";

const STATEMENTS = [
  madeUpStatement("a", {
    date: DAY,
    venue: "Harbour board",
    paraphrase: "She hid nothing.",
    relations: [
      {
        kind: "disputes",
        direction: "from",
        basis: "He says the desk was locked.",
        target: {
          type: "statement",
          id: "o",
          label: "I never saw it there.",
          verbatim: true,
          speakerName: "Olle Lind",
          date: { value: "2019-05-03", precision: "day" },
        },
      },
    ],
  }),
  madeUpStatement("b", { quote: "Nobody asked me.", venue: "Radio" }),
];

describe.each(BROWSERS)("copying out of the card in %s", (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchPlain(kind);
  });
  afterAll(() => browser?.close());
  afterEach(() => page?.close());

  async function open(language = "en", statements = STATEMENTS): Promise<void> {
    page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800 });
    const plain = madeUp({ statements, statementCount: statements.length });
    const view = { ...plain, dossier: { ...plain.dossier, language } };
    await openHarness(page, HTML, { people: { MARK: [view] }, openDelay: 50 });
    await page.hover("#name");
    await until("the card's words", () =>
      page.evaluate(() => (globalThis as unknown as World).harness.root.querySelector(".quote") !== null),
    );
  }

  /** Where the nth sign of an element's text stands on the screen; from the end with a negative `at`. */
  const place = async (selector: string, at: number) =>
    (await page.evaluate(
      (wanted, offset) => {
        const [css, nth = "0"] = wanted.split("#");
        const element = (globalThis as unknown as World).harness.root.querySelectorAll(css!)[Number(nth)]!;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
        let rest = offset < 0 ? nodes.reduce((sum, { length }) => sum + length, 0) + offset : offset;
        const node = nodes.find(({ length }) => {
          if (rest < length) return true;
          rest -= length;
          return false;
        })!;
        const range = document.createRange();
        range.setStart(node, rest);
        range.setEnd(node, rest + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: offset < 0 ? right - 1 : left + 1, y: (top + bottom) / 2 };
      },
      selector,
      at,
    ))!;

  /** Drags from the start (`from`: sign) of one element to the end of another, copies, and gives what was copied. */
  async function copy(start: string, end: string, from = 0): Promise<string | undefined> {
    const a = await place(start, from);
    const b = await place(end, -1);
    await page.mouse.move(a.x, a.y, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 });
    await page.mouse.move(b.x, b.y, { steps: 3 });
    await page.mouse.up();
    return page.evaluate(() => {
      const world = globalThis as unknown as World;
      delete world.copied;
      // Ours is the first listener and stops the event: what it puts into it is read on the way.
      const { setData } = DataTransfer.prototype;
      DataTransfer.prototype.setData = function (type, value) {
        if (type === "text/plain") world.copied = value;
        setData.call(this, type, value);
      };
      document.execCommand("copy");
      DataTransfer.prototype.setData = setData;
      return world.copied;
    });
  }

  it("part of a quote is quoted, with speaker and source", async () => {
    await open();
    expect(await copy(".quote", ".quote", 5)).toBe(
      `“contract was open on my desk for anyone to read.”\n${BY_IDA}\n${SOURCE}`,
    );
  });

  it("a whole quote gets no second pair of marks", async () => {
    await open();
    expect(await copy(".quote", ".quote")).toBe(
      `“The contract was open on my desk for anyone to read.”\n${BY_IDA}\n${SOURCE}`,
    );
  });

  it("our own words get no quote marks, and are not passed off as the speaker's", async () => {
    await open();
    const text = await copy(".paraphrase bdi", ".paraphrase");
    expect(text).toBe(`She hid nothing.\n${BY_IDA} (paraphrased)\n${SOURCE}`);
    expect(await copy(".quote", ".paraphrase")).toBe(
      [
        "“The contract was open on my desk for anyone to read.”",
        BY_IDA,
        "In short She hid nothing.",
        `${BY_IDA} (paraphrased)`,
        SOURCE,
      ].join("\n"),
    );
  });

  it("each speaker's words keep their own speaker", async () => {
    await open();
    expect(await copy(".quote p", ".relation-target", 5)).toBe(
      [
        "“contract was open on my desk for anyone to read.”",
        BY_IDA,
        "In short She hid nothing.",
        `${BY_IDA} (paraphrased)`,
        SOURCE,
        "Disputed by Olle Lind, May 3, 2019",
        "“I never saw it there.”",
        "— Olle Lind, May 3, 2019",
      ].join("\n"),
    );
    // Anew: a press in what is selected would drag it.
    await page.close();
    await open();
    expect(await copy(".relation-target", ".relation-target", 9)).toBe("“saw it there.”\n— Olle Lind, May 3, 2019");
  });

  it("the line above a quote does not keep its attribution away; statements are told apart", async () => {
    await open();
    const text = await copy(".meta", ".quote#1");
    expect(text).toMatch(/^May 2, 2019 · said · Harbour board\n“The contract was open/);
    expect(text).toContain(`to read.”\n${BY_IDA}\n`);
    expect(text).toMatch(/\n“Nobody asked me\.”\n— Ida Bergstrand, Radio\nSource: Port Register: [^\n]*\.$/);
    expect(text!.match(/“/g)).toHaveLength(3);
  });

  it("takes along that a statement was withdrawn, and the marks of the dossier's language", async () => {
    const correction = { kind: "withdrawn" as const, date: "2019-05-20", reason: "Never said." };
    await open("de", [madeUpStatement("a", { date: DAY, correction })]);
    expect(await copy(".quote", ".quote", 5)).toBe(
      `„contract was open on my desk for anyone to read.“\n— Ida Bergstrand, May 2, 2019\nWithdrawn on May 20, 2019: Never said.\n${SOURCE}`,
    );
  });

  it("tells the language of what comes from the dossier, and that of the rest", async () => {
    await open("de");
    const languages = await page.evaluate(() => {
      const { root } = (globalThis as unknown as World).harness;
      const of = (selector: string) => root.querySelector(selector)!.closest("[lang]")?.getAttribute("lang");
      const given = [".quote p", ".summary", ".role", ".paraphrase bdi", ".basis bdi", ".relation-target q"];
      return { dossier: given.map(of), ours: ["[role=dialog]", "h3", ".label", "footer button"].map(of) };
    });
    expect(languages.dossier).toEqual(languages.dossier.map(() => "de"));
    expect(languages.ours).toEqual(["en", "en", "en", "en"]);
  });
});
