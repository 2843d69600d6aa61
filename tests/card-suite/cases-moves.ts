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
];
