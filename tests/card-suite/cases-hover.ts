import { expect } from "vitest";
import { CLOSE_AFTER } from "../../src/card/constants.ts";
import type { SuiteCase } from "./case.ts";
import { isInside, overlap, type Reader, until, wait } from "./reader.ts";

const ARTICLE = `<p>On Thursday Jeff Sessions spoke to reporters. Later Sergey Kislyak left the building without a word.</p>
<p>${"The hearing went on. ".repeat(40)}</p>`;

function corner(css: string): SuiteCase["page"] {
  return { body: `<p style="position:fixed;margin:0;${css}">Jeff Sessions</p>` };
}

interface Timed {
  closedAfter?: number;
}

/**
 * Takes the time (ms, `closedAfter`) from the pointer's first move right of `right` to the first frame without a card.
 * By the page's clock: by that of the test the move has been handled a good while before its answer comes back.
 */
const timeClosing = (reader: Reader, right: number) =>
  reader.frame.evaluate((edge) => {
    let left = 0;
    addEventListener("pointermove", ({ clientX, timeStamp }) => {
      if (clientX > edge) left ||= timeStamp;
    });
    const look = () => {
      const width = document.querySelector("[data-dramatis]")?.getBoundingClientRect().width ?? 0;
      if (left && !width) (globalThis as unknown as Timed).closedAfter = performance.now() - left;
      else requestAnimationFrame(look);
    };
    look();
  }, right);

const inCorner = (name: string, css: string): SuiteCase => ({
  name: `in the ${name} corner: inside the view, not over the name`,
  page: corner(css),
  async run({ reader }) {
    const box = await reader.point("Jeff Sessions");
    const card = await reader.opened();
    expect(isInside(card, await reader.viewport())).toBe(true);
    expect(overlap(card, box)).toBe(false);
  },
});

/** Opening, staying, leaving, fast passes, corners. */
export const HOVER_CASES: SuiteCase[] = [
  {
    name: "opens on a rest, not before the delay",
    page: { body: ARTICLE },
    async run({ reader }) {
      // Loads the card's code, so that what follows is the delay alone.
      await reader.moveTo(5, 5);
      await wait(500);
      const before = Date.now();
      const box = await reader.point("Jeff Sessions");
      const card = await reader.opened();
      expect(Date.now() - before).toBeGreaterThanOrEqual(380);
      expect(overlap(card, box)).toBe(false);
    },
  },
  {
    name: "opens for a pointer that already rested there when the code came",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
    },
  },
  {
    name: "does not open for a pointer that passes",
    page: { body: ARTICLE },
    async run({ reader }) {
      const box = await reader.point("Sergey Kislyak");
      await reader.moveTo(2, 400);
      await wait(300);
      for (let i = 0; i < 3; i++) {
        await reader.moveTo(box.left - 100, box.top + 8);
        await reader.moveTo(box.right + 200, box.top + 8, 8);
        await reader.moveTo(box.right + 200, box.bottom + 300, 4);
      }
      await reader.staysClosed();
    },
  },
  {
    name: "closes after the pointer has left, not at once",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await timeClosing(reader, card.right);
      await reader.moveTo(card.right + 60, card.bottom + 40);
      await reader.closed();
      const after = await until("the frame without a card", () =>
        reader.frame.evaluate(() => (globalThis as unknown as Timed).closedAfter),
      );
      // Firefox's clock goes in steps of a millisecond.
      expect(after).toBeGreaterThanOrEqual(CLOSE_AFTER - 1);
    },
  },
  {
    name: "stays when the pointer comes back in time",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.right + 60, card.top + 40);
      await wait(80);
      await reader.moveTo(card.left + 50, card.top + 40);
      await reader.staysOpen(900);
    },
  },
  {
    name: "stays on the way from the name to the far corner of the card, and inside it",
    page: { body: ARTICLE },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      const card = await reader.opened();
      const from = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      for (let i = 1; i <= 20; i++) {
        await reader.moveTo(
          from.x + ((card.right - 10 - from.x) * i) / 20,
          from.y + ((card.top + 30 - from.y) * i) / 20,
        );
        await wait(60);
      }
      await reader.staysOpen(900);
    },
  },
  inCorner("upper left", "left:0;top:0"),
  inCorner("upper right", "right:0;top:0"),
  inCorner("lower left", "left:0;bottom:0"),
  inCorner("lower right", "right:0;bottom:0"),
  {
    name: "shows one card at a time",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.point("Sergey Kislyak");
      const first = await reader.opened();
      await reader.point("Jeff Sessions");
      await wait(1500);
      const second = await reader.opened();
      expect(second.left).not.toBe(first.left);
      expect(await reader.frame.$$eval("[data-dramatis]", (hosts) => hosts.length)).toBe(1);
    },
  },
  {
    name: "Esc closes it and leaves the focus alone",
    page: { body: `<input id="field">${ARTICLE}` },
    async run({ reader }) {
      await reader.page.focus("#field");
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed(500);
      expect(await reader.frame.evaluate(() => document.activeElement?.id)).toBe("field");
      await reader.staysClosed(600);
    },
  },
  {
    name: "a pinned card stays, its close button closes it",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.moveTo(2, 2);
      await reader.staysOpen(900);
      await reader.press("close");
      await reader.closed(500);
    },
  },
  {
    name: "never blocks the link that the name is in",
    page: { body: `<p style="margin:200px">Read <a href="#there">what Jeff Sessions said</a> yesterday.</p>` },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.clickAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      expect(await reader.frame.evaluate(() => location.hash)).toBe("#there");
    },
  },
  {
    name: "a click on a name before the delay opens nothing while the pointer stays",
    page: { body: ARTICLE },
    async run({ reader }) {
      await reader.moveTo(3, 3);
      await wait(300);
      const box = await reader.point("Jeff Sessions");
      await reader.clickAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      await reader.staysClosed();
    },
  },
];
