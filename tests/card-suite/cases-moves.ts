import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { wait } from "./reader.ts";

const TEXT = `<p style="margin:60px 20px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;

/** The name moves without a scroll, or something else scrolls. */
export const MOVE_CASES: SuiteCase[] = [
  {
    name: "what scrolls elsewhere does not close the card on the way to it",
    page: {
      body: `${TEXT}<div id="ticker" style="position:fixed;right:0;bottom:0;width:200px;height:40px;overflow:auto"><div style="height:5000px">x</div></div>
<script>setInterval(() => { ticker.scrollTop += 1; }, 30);</script>`,
    },
    async run({ reader }) {
      const name = await reader.point("Jeff Sessions");
      const card = await reader.opened();
      const x = (name.left + name.right) / 2;
      const from = (name.top + name.bottom) / 2;
      const to = card.top > from ? card.top + 30 : card.bottom - 30;
      for (let step = 1; step <= 20; step++) {
        await reader.moveTo(x, from + ((to - from) * step) / 20);
        await wait(25);
      }
      await reader.staysOpen(600);
    },
  },
  {
    name: "a name that slides out of its box takes its card along",
    page: {
      body: `<div style="overflow:hidden;width:500px;margin:80px"><div id="slides" style="width:1000px;display:flex;transition:transform 0.2s">
<div style="width:500px">Then Jeff Sessions spoke.</div><div style="width:500px">Another slide.</div></div></div>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector<HTMLElement>("#slides")!.style.transform = "translateX(-500px)";
      });
      await reader.closed(2000);
    },
  },
  {
    name: "a name that is pushed away from a resting pointer takes its card along",
    page: { body: `<div id="above"></div>${TEXT}` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector<HTMLElement>("#above")!.style.height = "300px";
      });
      await reader.closed(2000);
    },
  },
  {
    name: "a card never comes under a resting pointer when the text above goes",
    page: { body: `<div id="above" style="height:150px"></div>${TEXT}` },
    async run({ reader }) {
      const name = await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector<HTMLElement>("#above")!.style.height = "0";
      });
      const [x, y] = [(name.left + name.right) / 2, (name.top + name.bottom) / 2];
      for (let look = 0; look < 20; look++) {
        const card = await reader.card();
        expect(card && x > card.left && x < card.right && y > card.top && y < card.bottom).toBeFalsy();
        await wait(60);
      }
      expect(await reader.card()).toBeUndefined();
    },
  },
  {
    name: "a name that is scrolled away in a shadow root takes its card along",
    page: {
      body: `<x-box></x-box><script>const root = document.querySelector("x-box").attachShadow({ mode: "open" });
root.innerHTML = ${JSON.stringify(`<div style="height:300px;overflow:auto">${TEXT}<div style="height:3000px"></div></div>`)};</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector("x-box")!.shadowRoot!.querySelector("div")!.scrollTop = 1500;
      });
      await reader.closed(2000);
    },
  },
  {
    name: "a name that is made invisible loses its card",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector("p")!.style.visibility = "hidden";
      });
      await reader.closed(2000);
    },
  },
  {
    name: "a name that is moved elsewhere on the page loses its card",
    page: { body: `${TEXT}<div style="height:450px"></div><div id="there"></div>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => document.querySelector("#there")!.append(document.querySelector("p")!));
      await reader.closed(2000);
    },
  },
  {
    name: "a text that is drawn anew all the time opens a card, and keeps it",
    page: {
      body: `<div id="live"></div><script>const draw = () => { live.innerHTML = ${JSON.stringify(TEXT)}; };
draw(); setInterval(draw, 300);</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.staysOpen(1500);
    },
  },
  {
    name: "a name that comes under a resting pointer opens, unless the reader has clicked there",
    page: {
      body: `<p style="margin:60px 20px">Nobody is named here. Sergey Kislyak is, at the end.</p><div id="late" style="height:100px"></div>`,
    },
    async run({ reader }) {
      const fill = () =>
        reader.frame.evaluate(() => {
          document.querySelector("#late")!.innerHTML = "<p>Then Jeff Sessions spoke to the committee.</p>";
        });
      const empty = () => reader.frame.evaluate(() => document.querySelector("#late")!.replaceChildren("nothing yet"));
      await fill();
      await reader.marked(2);
      const [name] = await reader.linesOf("Jeff Sessions");
      await empty();
      await wait(200);
      const place = [(name!.left + name!.right) / 2, (name!.top + name!.bottom) / 2] as const;
      await reader.moveTo(...place, 5);
      await wait(300);
      await fill();
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed();
      await empty();
      await reader.clickAt(...place);
      await wait(200);
      await fill();
      await reader.staysClosed(1200);
    },
  },
  {
    name: "a name that is not faded in opens nothing",
    page: { body: `<div style="opacity:0">${TEXT}</div>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
    },
  },
  {
    name: "a fixed name in a box that would clip it keeps its card while the page scrolls",
    page: {
      body: `<div style="overflow:hidden;height:0"><div style="position:fixed;top:20px;left:20px;background:#eee">By Jeff Sessions today</div></div>
<div style="height:3000px">The hearing went on.</div>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 80, card.top + 80, 5);
      await reader.frame.evaluate(() => scrollBy({ top: 40, behavior: "instant" }));
      await reader.staysOpen(800);
    },
  },
];
