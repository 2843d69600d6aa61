import { expect } from "vitest";
import type { CaseTools, SuiteCase } from "./case.ts";
import { type Box, isInside, overlap } from "./reader.ts";

/** Opens the card of a name and checks what holds everywhere; gives its box. */
export async function opensWell({ reader }: CaseTools, text = "Jeff Sessions", line = 0): Promise<Box> {
  await reader.point(text, { line });
  const card = await reader.opened();
  expect(isInside(card, await reader.viewport())).toBe(true);
  for (const box of await reader.linesOf(text)) expect(overlap(card, box)).toBe(false);
  return card;
}

/** The card is right beside the name: a reader sees that they belong together. */
async function opensBeside(tools: CaseTools): Promise<void> {
  const card = await opensWell(tools);
  const [box] = await tools.reader.linesOf("Jeff Sessions");
  const away = Math.max(box!.left - card.right, card.left - box!.right, box!.top - card.bottom, card.top - box!.bottom);
  expect(away).toBeLessThan(12);
}

const beside = (name: string, body: string): SuiteCase => ({ name, page: { body }, run: opensBeside });

/** Where a name can stand in a page, and what can lie over it without hiding it. */
export const PLACE_CASES: SuiteCase[] = [
  beside(
    "in a box scaled to a half inside one scaled up",
    `<div style="transform:scale(1.8);transform-origin:0 0"><div style="transform:scale(.5)"><p>Then Jeff Sessions spoke.</p></div></div>`,
  ),
  beside(
    "in a box turned by a quarter",
    `<div style="rotate:90deg;width:300px;margin:200px"><p>Then Jeff Sessions spoke.</p></div>`,
  ),
  beside(
    "in a box in perspective",
    `<div style="perspective:600px;margin:150px"><p style="transform:rotateY(35deg)">Then Jeff Sessions spoke.</p></div>`,
  ),
  beside(
    "in a zoomed box on a zoomed page",
    `<style>body{zoom:1.25}</style><div style="zoom:.8;margin:90px"><p style="zoom:1.6">Then Jeff Sessions spoke.</p></div>`,
  ),
  beside(
    "in a scrolled box on a scrolled page",
    `<div style="height:900px"></div><div id="box" style="height:200px;overflow:auto"><div style="height:500px"></div><p>Then Jeff Sessions spoke.</p><div style="height:500px"></div></div><div style="height:900px"></div><script>onload=()=>{scrollTo(0,600);document.querySelector("#box").scrollTop=430}</script>`,
  ),
  beside(
    "in columns",
    `<div style="columns:3;height:200px;font:15px serif">${"One more word. ".repeat(40)}Then Jeff Sessions spoke.${" And so on.".repeat(60)}</div>`,
  ),
  beside(
    "in text that cannot be selected",
    `<p style="user-select:none;-webkit-user-select:none;margin:80px">Then Jeff Sessions spoke.</p>`,
  ),
  beside("in a button", `<button style="margin:80px;font-size:20px">What Jeff Sessions said</button>`),
  beside("in a summary", `<details style="margin:80px"><summary>What Jeff Sessions said</summary>…</details>`),
  beside(
    "in a headline with a first letter of its own and capitals",
    `<style>h1::first-letter{font-size:3em;float:left}h1{text-transform:uppercase;letter-spacing:.1em}</style><h1>Jeff Sessions spoke</h1>`,
  ),
  beside(
    "in a sticky head over other text",
    `<p style="position:sticky;top:0;background:#fff;z-index:3">Then Jeff Sessions spoke.</p><p>${"More of the same. ".repeat(300)}</p><script>onload=()=>scrollTo(0,200)</script>`,
  ),
  beside(
    "under a link that is stretched over the whole teaser",
    `<article style="position:relative;margin:60px"><h2><a id="a" href="#there">A headline</a></h2><p>Then Jeff Sessions spoke.</p></article><style>#a::after{content:"";position:absolute;inset:0}</style>`,
  ),
  beside(
    "in a headline whose own link is stretched over the whole teaser",
    `<article style="position:relative;margin:60px"><h2><a id="a" href="#there">What Jeff Sessions said</a></h2><p>A teaser.</p></article><style>#a::after{content:"";position:absolute;inset:0}</style>`,
  ),
  beside(
    "in a part of a headline whose link is stretched over the whole teaser",
    `<article style="position:relative;margin:60px"><h2><a id="a" href="#there"><span>What Jeff Sessions said</span></a></h2><p>A teaser.</p></article><style>#a::before{content:"";position:absolute;inset:0;z-index:1}</style>`,
  ),
  beside(
    "under an empty link that lies over the whole teaser",
    `<article style="position:relative;margin:60px"><p>Then Jeff Sessions spoke.</p><a href="#there" aria-label="Read on" style="position:absolute;inset:0"></a></article>`,
  ),
  {
    name: "a link stretched over a name is still followed by a click",
    page: {
      body: `<article style="position:relative;margin:60px"><h2><a id="a" href="#there">A headline</a></h2><p>Then Jeff Sessions spoke.</p></article><style>#a::after{content:"";position:absolute;inset:0}</style>`,
    },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.clickAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      expect(await reader.frame.evaluate(() => location.hash)).toBe("#there");
    },
  },
  {
    name: "does not open under something painted, be it a link",
    page: {
      body: `<article style="position:relative;margin:60px"><p>Then Jeff Sessions spoke.</p><a href="#there" style="position:absolute;inset:0;background:#eee"></a></article>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
    },
  },
  {
    name: "does not open under what its own link paints over it",
    page: {
      body: `<article style="position:relative;margin:60px"><h2><a id="a" href="#there">What Jeff Sessions said</a></h2></article><style>#a::after{content:"";position:absolute;inset:0;background:#eee}</style>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
    },
  },
  {
    name: "a name wrapped in right-to-left text, from each line",
    page: {
      body: `<p dir="rtl" style="width:14ch;font:20px monospace;margin:200px">قال إن Jeff Sessions ذلك.</p>`,
    },
    async run(tools) {
      const lines = await tools.reader.linesOf("Jeff Sessions");
      for (let line = 0; line < lines.length; line++) {
        await opensWell(tools, "Jeff Sessions", line);
        await tools.reader.page.keyboard.press("Escape");
        await tools.reader.closed(500);
        await tools.reader.moveTo(3, 3);
      }
    },
  },
  {
    name: "from a wrapped name's other line when the pointer goes there, with the card open",
    page: { body: `<p style="width:14ch;font:20px monospace;margin:200px">He asked Jeff Sessions twice.</p>` },
    async run(tools) {
      await opensWell(tools, "Jeff Sessions", 0);
      await tools.reader.point("Jeff Sessions", { line: 1 });
      await tools.reader.staysOpen(700);
    },
  },
];
