import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { isInside, overlap, wait } from "./reader.ts";

const FILL = `<p>${"The hearing went on. ".repeat(60)}</p>`;

/** Opens the card of a name and checks what holds everywhere. */
async function opensWell({ reader }: Parameters<SuiteCase["run"]>[0], text = "Jeff Sessions", line = 0): Promise<void> {
  await reader.point(text, { line });
  const card = await reader.opened();
  expect(isInside(card, await reader.viewport())).toBe(true);
  for (const box of await reader.linesOf(text)) expect(overlap(card, box)).toBe(false);
}

/** Scrolled and transformed pages, small frames, split and wrapped names, shadow roots, odd documents. */
export const LAYOUT_CASES: SuiteCase[] = [
  {
    name: "on a scrolled page the card is beside the name",
    page: { body: `${FILL.repeat(6)}<p id="it">Then Jeff Sessions spoke.</p>${FILL.repeat(6)}` },
    async run(tools) {
      await tools.reader.frame.evaluate(() => document.querySelector("#it")!.scrollIntoView({ block: "center" }));
      await opensWell(tools);
      const [box] = await tools.reader.linesOf("Jeff Sessions");
      const card = (await tools.reader.card())!;
      expect(Math.min(Math.abs(card.top - box!.bottom), Math.abs(box!.top - card.bottom))).toBeLessThan(12);
    },
  },
  {
    name: "scrolling the name away closes it",
    page: { body: `<p>Then Jeff Sessions spoke.</p>${FILL.repeat(12)}` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => window.scrollBy({ top: 900, behavior: "instant" }));
      await reader.closed(1000);
    },
  },
  {
    name: "scrolling the name out of its box closes it",
    page: {
      body: `<div id="box" style="height:120px;overflow:auto"><p>Then Jeff Sessions spoke.</p>${FILL.repeat(3)}</div>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => document.querySelector("#box")!.scrollBy({ top: 400, behavior: "instant" }));
      await reader.closed(1000);
    },
  },
  {
    name: "in a rotated and scaled box",
    page: {
      body: `<div style="transform:translate(200px,150px) rotate(12deg) scale(1.3);width:400px"><p>Then Jeff Sessions spoke.</p></div>`,
    },
    run: (tools) => opensWell(tools),
  },
  {
    name: "on a page that is transformed as a whole",
    page: {
      body: `<style>html{transform:scale(.8) translateX(40px);filter:sepia(.2);perspective:500px}body{will-change:transform}</style><p>Then Jeff Sessions spoke.</p>${FILL}`,
    },
    run: (tools) => opensWell(tools),
  },
  {
    name: "on a page with CSS zoom",
    page: { body: `<style>html{zoom:1.5}</style><p>Then Jeff Sessions spoke.</p>${FILL}` },
    async run(tools) {
      await opensWell(tools);
      const card = (await tools.reader.card())!;
      const [box] = await tools.reader.linesOf("Jeff Sessions");
      expect(card.right - card.left).toBeGreaterThan(370);
      expect(card.right - card.left).toBeLessThan(400);
      expect(Math.abs(card.top - box!.bottom)).toBeLessThan(12);
    },
  },
  {
    name: "in a frame of 150 px it uses what there is",
    page: (server) => {
      const inner = server.add({ body: `<p style="margin:50px 20px">Then Jeff Sessions spoke.</p>` });
      return { body: `<iframe src="${inner}" width="640" height="150" style="margin:80px"></iframe>` };
    },
    frame: 1,
    async run(tools) {
      await opensWell(tools);
      const card = (await tools.reader.card())!;
      expect(card.bottom - card.top).toBeGreaterThan(120);
    },
  },
  {
    name: "in a frame of another origin",
    page: (server) => {
      const inner = server.add({ body: `<p>Then Jeff Sessions spoke.</p>${FILL}` }, "localhost");
      return { body: `<iframe src="${inner}" width="640" height="400"></iframe>` };
    },
    frame: 1,
    run: (tools) => opensWell(tools),
  },
  {
    name: "a wrapped name, from its first line",
    page: { body: `<p style="width:9.5em;font:20px monospace;margin:200px">He asked Jeff Sessions twice.</p>` },
    run: (tools) => opensWell(tools, "Jeff Sessions", 0),
  },
  {
    name: "a wrapped name, from its second line",
    page: { body: `<p style="width:14ch;font:20px monospace;margin:200px">He asked Jeff Sessions twice.</p>` },
    async run(tools) {
      expect(await tools.reader.linesOf("Jeff Sessions")).toHaveLength(2);
      await opensWell(tools, "Jeff Sessions", 1);
    },
  },
  {
    name: "a name split over elements, from its last part",
    page: { body: `<p style="margin:150px">Then <b>Je</b>ff <i><span>Sess</span>ions</i> spoke.</p>` },
    async run(tools) {
      const lines = await tools.reader.linesOf("Jeff Sessions");
      await opensWell(tools, "Jeff Sessions", lines.length - 1);
    },
  },
  {
    name: "in open shadow roots, one inside the other",
    page: {
      body: `<div id="outer"></div><script>
        const outer = document.querySelector("#outer").attachShadow({ mode: "open" });
        outer.innerHTML = "<section><div></div></section>";
        outer.querySelector("div").attachShadow({ mode: "open" }).innerHTML = "<p>Then Jeff Sessions spoke.</p>";
      </script>`,
    },
    run: (tools) => opensWell(tools),
  },
  {
    name: "in right-to-left text it begins at the right",
    page: { body: `<html dir="rtl"><p style="margin:100px 300px">قال Jeff Sessions ذلك أمس.</p></html>` },
    async run(tools) {
      await opensWell(tools);
      const [box] = await tools.reader.linesOf("Jeff Sessions");
      const card = (await tools.reader.card())!;
      expect(card.right).toBeLessThanOrEqual(box!.right + 20);
    },
  },
  {
    name: "in vertical text",
    page: { body: `<p style="writing-mode:vertical-rl;height:300px;margin:100px 500px">Then Jeff Sessions spoke.</p>` },
    run: (tools) => opensWell(tools),
  },
  {
    name: "in an XHTML document",
    page: {
      type: "application/xhtml+xml",
      body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>Then Jeff Sessions spoke.</p></body></html>`,
    },
    run: (tools) => opensWell(tools),
  },
  {
    name: "in a document in quirks mode",
    page: {
      body: `<body><table><tr><td>Then Jeff Sessions spoke.</td></tr></table>${FILL.repeat(8)}`,
      headers: { "x-quirks": "1" },
    },
    run: (tools) => opensWell(tools),
  },
  {
    name: "in a window of 320 px",
    page: { body: `<meta name="viewport" content="width=device-width"><p>Then Jeff Sessions spoke.</p>${FILL}` },
    viewport: { width: 320, height: 600 },
    run: (tools) => opensWell(tools),
  },
  {
    name: "goes when the page is scrolled out from under the pointer",
    page: { body: `<div style="height:300px"></div><p>Then Jeff Sessions spoke.</p>${FILL.repeat(12)}` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.mouse.wheel({ deltaY: 120 });
      await reader.closed(600);
      expect(await reader.frame.evaluate(() => scrollY)).toBeGreaterThan(60);
    },
  },
  {
    name: "a card that the pointer is in follows its name when the page moves",
    page: { body: `<div id="space" style="height:200px"></div><p>Then Jeff Sessions spoke.</p>${FILL.repeat(12)}` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 40, card.top + 60, 3);
      await reader.frame.evaluate(() => {
        document.querySelector<HTMLElement>("#space")!.style.height = "170px";
      });
      await wait(500);
      expect((await reader.opened()).top).toBeCloseTo(card.top - 30, 0);
    },
  },
];
