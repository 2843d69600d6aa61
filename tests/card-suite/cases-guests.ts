import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { until, wait } from "./reader.ts";
import { NAMED, works, worksWhole } from "./works.ts";

const FULL = "width:800px;height:600px;margin:0";
const VIDEO = `${NAMED}<video width="300" height="100" style="background:#000;position:fixed;bottom:0"></video><button style="position:fixed;bottom:0;right:0">full</button><script>document.querySelector("button").onclick=()=>document.querySelector("video").requestFullscreen()</script>`;

/** What lay under the card does not take the reader by surprise. */
const underneath = (way: "Esc" | "its button"): SuiteCase => ({
  name: `a card closed by ${way} opens none of the names that it has covered, until the pointer moves`,
  page: { body: `${NAMED}<p style="font:16px/18px monospace">${"Sergey Kislyak ".repeat(400)}</p>` },
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    const card = await reader.opened();
    await reader.moveTo(card.right - 24, card.top + 26, 4);
    await reader.staysOpen(500);
    if (way === "Esc") await reader.page.keyboard.press("Escape");
    else await reader.press("close");
    await reader.closed(800);
    await reader.staysClosed(1200);
    await reader.moveTo(card.right - 80, card.top + 90, 4);
    await reader.opened();
  },
});

/** What is done to the text under an open card that takes the name from the reader's eyes. */
const hides = (name: string, hide: (box: HTMLElement) => void): SuiteCase => ({
  name: `closes when ${name}`,
  page: { body: `<details id="box" open><summary>More</summary>${NAMED}</details>` },
  async run({ reader }) {
    await reader.point("Jeff Sessions");
    await reader.opened();
    await reader.frame.$eval("#box", (box, source) => new Function("box", `(${source})(box)`)(box), String(hide));
    await reader.closed(1500);
  },
});

/** Pages that suffer nothing foreign; overlays in overlays; what goes on around an open card. */
export const GUEST_CASES: SuiteCase[] = [
  {
    name: "on a page that removes whatever comes into <html>, at once and for ever",
    page: {
      body: `${NAMED}<script>new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes)
    if (node.parentNode === document.documentElement && node !== document.body && node !== document.head) node.remove();
}).observe(document.documentElement, { childList: true })</script>`,
    },
    async run(tools) {
      await worksWhole(tools);
      expect(
        await tools.reader.frame.evaluate(() => document.querySelector("[data-dramatis]")?.parentNode?.nodeName),
      ).toBe("BODY");
    },
  },
  {
    name: "on a page that removes every element it does not know, three times a second",
    page: {
      body: `${NAMED}<script>const known = new Set(document.querySelectorAll("*"));
setInterval(() => { for (const one of document.querySelectorAll("*")) if (!known.has(one)) one.remove(); }, 300)</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.staysOpen(1500);
    },
  },
  works("on a page that keeps every event from everybody else, in both phases", {
    body: `<script>for (const type of Object.keys(HTMLElement.prototype).filter((key) => key.startsWith("on")).map((key) => key.slice(2)).concat("focusin", "focusout"))
  for (const target of [window, document]) target.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, { capture: true, passive: false });</script>${NAMED}`,
  }),
  underneath("Esc"),
  underneath("its button"),
  {
    name: "opens again when the pointer comes from the card that Esc has closed",
    page: { body: NAMED },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 80, card.top + 60, 3);
      await reader.staysOpen(400);
      await reader.page.keyboard.press("Escape");
      await reader.closed(800);
      await reader.point("Jeff Sessions");
      await reader.opened();
    },
  },
  {
    name: "opens again when the pointer was off the name for less than a frame",
    page: { body: NAMED },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed(800);
      // A page that hangs for some frames.
      const hangs = reader.frame.evaluate(() => {
        for (const end = performance.now() + 300; performance.now() < end; );
      });
      await Promise.all([reader.moveTo(600, 500), reader.moveTo(box.left + 30, box.top + 8), hangs]);
      await reader.opened();
    },
  },
  {
    name: "in a popover in a popover, and both stay",
    page: {
      body: `<div id="p" popover style="${FULL}"><div id="q" popover style="${FULL}">${NAMED}</div></div><script>p.showPopover();q.showPopover()</script>`,
    },
    async run(tools) {
      await worksWhole(tools);
      expect(
        await tools.reader.frame.evaluate(() => document.querySelectorAll(":popover-open:not([data-dramatis])").length),
      ).toBe(2);
    },
  },
  {
    name: "in a modal dialog in a modal dialog, and Esc closes the card alone",
    page: {
      body: `<dialog id="d" style="${FULL}"><dialog id="e" style="${FULL}">${NAMED}</dialog></dialog><script>d.showModal();e.showModal()</script>`,
    },
    async run(tools) {
      await worksWhole(tools);
      await tools.reader.page.keyboard.press("Escape");
      await tools.reader.closed(1000);
      expect(await tools.reader.frame.evaluate(() => document.querySelectorAll("dialog[open]").length)).toBe(2);
    },
  },
  works("in a dialog that is not modal, in one that is", {
    body: `<dialog id="d" style="${FULL}"><dialog id="e" style="${FULL}">${NAMED}</dialog></dialog><script>d.showModal();e.show()</script>`,
  }),
  {
    name: "a pinned card can still be pressed when the body is made inert",
    page: { body: NAMED },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.frame.evaluate(() => {
        document.body.inert = true;
      });
      await wait(400);
      await reader.press("close");
      await reader.closed(1000);
    },
  },
  {
    name: "a pinned card is there again after a video was shown on the whole screen",
    page: { body: VIDEO },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.page.click("button");
      await until("fullscreen", () => reader.frame.evaluate(() => document.fullscreenElement !== null));
      await wait(300);
      await reader.frame.evaluate(() => document.exitFullscreen());
      await until("no fullscreen", () => reader.frame.evaluate(() => document.fullscreenElement === null));
      await reader.opened();
      await reader.press("close");
      await reader.closed(1000);
    },
  },
  hides("a box around it is hidden", (box) => {
    box.style.display = "none";
  }),
  hides("a box around it is made invisible", (box) => {
    box.style.visibility = "hidden";
  }),
  hides("the details that it is in are folded", (box) => box.removeAttribute("open")),
  {
    name: "comes back when its host is put into a shadow root",
    page: { body: `${NAMED}<div id="thief"></div><script>thief.attachShadow({ mode: "open" })</script>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const before = await reader.opened();
      await reader.frame.evaluate(() =>
        document.querySelector("#thief")!.shadowRoot!.append(document.querySelector("[data-dramatis]")!),
      );
      await wait(300);
      expect(await reader.opened()).toEqual(before);
    },
  },
];
