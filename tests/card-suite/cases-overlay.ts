import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { until, wait } from "./reader.ts";

const TEXT = `<p style="margin-top:60px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;

/** The page's own dialogs, popovers and fullscreen elements. */
export const OVERLAY_CASES: SuiteCase[] = [
  {
    name: "inside an open popover it can be clicked, and the popover stays",
    page: {
      body: `<div id="p" popover style="width:500px;height:300px">${TEXT}</div><script>document.querySelector("#p").showPopover()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.moveTo(2, 2);
      await reader.staysOpen(800);
      expect(await reader.frame.evaluate(() => document.querySelector("#p")!.matches(":popover-open"))).toBe(true);
      await reader.press("close");
      await reader.closed(800);
      expect(await reader.frame.evaluate(() => document.querySelector("#p")!.matches(":popover-open"))).toBe(true);
    },
  },
  {
    name: "Esc closes the card alone, not the popover that the name is in",
    page: {
      body: `<div id="p" popover style="width:500px;height:300px">${TEXT}</div><script>document.querySelector("#p").showPopover()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed(800);
      expect(await reader.frame.evaluate(() => document.querySelector("#p")!.matches(":popover-open"))).toBe(true);
    },
  },
  {
    name: "inside a dialog that closes on a press beside it the card can be clicked",
    page: {
      body: `<dialog id="d" closedby="any" style="width:500px;height:200px;margin-top:20px">${TEXT}</dialog><script>
        const d = document.querySelector("#d"); d.showModal();
        document.addEventListener("click", (event) => { if (!d.contains(event.target)) d.close(); });
      </script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await wait(200);
      expect(await reader.frame.evaluate(() => document.querySelector("dialog")!.open)).toBe(true);
      await reader.opened();
    },
  },
  {
    name: "closes with the dialog that the name is in, and leaves nothing in it",
    page: {
      body: `<dialog id="d" style="width:500px;height:300px;margin-top:20px">${TEXT}</dialog><script>document.querySelector("#d").showModal()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => document.querySelector("dialog")!.close());
      await reader.closed(1500);
      await until("nothing left", () => reader.frame.evaluate(() => !document.querySelector("[data-dramatis]")), 1500);
    },
  },
  {
    name: "does not open for a name behind the backdrop of a modal dialog",
    page: {
      body: `${TEXT}<dialog id="d" style="width:200px;height:60px;margin-top:400px">Wait.</dialog><script>document.querySelector("#d").showModal()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.staysClosed(1000);
    },
  },
  {
    name: "in a dialog that is clipped, turned and contained it is still whole",
    page: {
      body: `<dialog id="d" style="width:400px;height:90px;overflow:hidden;contain:paint;transform:rotate(3deg);filter:grayscale(1);margin-top:40px"><p>Then Jeff Sessions spoke.</p></dialog><script>document.querySelector("#d").showModal()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await until("a card of its own height", async () => {
        const card = await reader.card();
        return card && card.bottom - card.top > 200;
      });
      await reader.press("pin");
      await reader.moveTo(2, 2);
      await reader.staysOpen(600);
    },
  },
  {
    name: "leaving fullscreen closes it or keeps it whole",
    page: {
      body: `<div id="full" style="background:#eee"><button id="go">go</button>${TEXT}</div><script>document.querySelector("#go").onclick = () => document.querySelector("#full").requestFullscreen()</script>`,
    },
    async run({ reader }) {
      await reader.page.click("#go");
      await until("fullscreen", () => reader.frame.evaluate(() => document.fullscreenElement !== null));
      await wait(300);
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.frame.evaluate(() => document.exitFullscreen());
      await until("no fullscreen", () => reader.frame.evaluate(() => document.fullscreenElement === null));
      await wait(400);
      await reader.opened();
      await reader.press("close");
      await reader.closed(1000);
    },
  },
];
