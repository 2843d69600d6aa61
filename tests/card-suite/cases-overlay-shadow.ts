import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { until, wait } from "./reader.ts";

const TEXT = `<p style="margin:60px 20px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;
const PINNED = `<p style="margin:60px 20px">Then Michael Flynn spoke.</p>`;

/** A page whose component shows `html` in its open shadow root and then runs `script` with that root. */
const component = (tag: string, html: string, script: string) => `<script>
customElements.define("x-part", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = ${JSON.stringify(html)};
    (${script})(root, this);
  }
});</script>${tag}`;

/** Pins the card of a name in a dialog, then ends the dialog. */
const pinnedIn = (name: string, end: (dialog: HTMLDialogElement) => void): SuiteCase => ({
  name,
  page: {
    body: `${TEXT}<dialog style="width:800px;height:600px">${PINNED}</dialog><script>document.querySelector("dialog").showModal();</script>`,
  },
  async run({ reader }) {
    await reader.point("Michael Flynn");
    await reader.opened();
    await reader.press("pin");
    await reader.page.mouse.move(5, 5);
    await reader.frame.$eval("dialog", end);
    // Still there, and the reader can end it.
    await wait(600);
    await reader.opened();
    await reader.press("close");
    await reader.closed();
    await reader.point("Jeff Sessions");
    await reader.opened();
  },
});

/** A popover that is dismissed, with a pinned card in it. */
const pinnedInPopover: SuiteCase = {
  ...pinnedIn("a card that is pinned in a popover outlives it", (dialog) => dialog.hidePopover()),
  page: {
    body: `${TEXT}<dialog popover style="width:800px;height:500px">${PINNED}</dialog><script>document.querySelector("dialog").showPopover();</script>`,
  },
};

/** Dialogs, popovers and fullscreen elements in and around the shadow roots of components; dialogs that end. */
export const OVERLAY_SHADOW_CASES: SuiteCase[] = [
  {
    name: "in a modal dialog of a component the page hears nothing of what is done in the card",
    page: {
      body: component(
        "<x-part></x-part>",
        `<dialog style="width:800px;height:600px">${TEXT}<button>in</button></dialog>`,
        `(root) => {
  root.querySelector("dialog").showModal();
  globalThis.heard = [];
  for (const type of ["click", "pointerdown", "mousedown", "keydown", "keyup", "pointermove", "focusin", "wheel"])
    document.addEventListener(type, () => heard.push(type));
}`,
      ),
    },
    async run({ reader }) {
      const heard = () =>
        reader.frame.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0).join(" "));
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 100, card.top + 100, 3);
      await wait(100);
      expect(await heard()).not.toBe("");
      await reader.press("pin");
      await reader.page.keyboard.press("Tab");
      await reader.page.keyboard.press("x");
      await reader.moveTo(card.left + 120, card.top + 120, 3);
      await reader.page.mouse.wheel({ deltaY: 40 });
      await wait(200);
      expect(await heard()).toBe("");
      // A key in the card is no typing, and a press in it none beside it.
      await reader.opened();
      await reader.press("close");
      await reader.closed();
    },
  },
  {
    name: "in a popover that is a component",
    page: {
      body: component(
        `<x-part popover style="width:700px;height:500px"></x-part>`,
        TEXT,
        "(root, host) => host.showPopover()",
      ),
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      await reader.moveTo(card.left + 60, card.top + 40, 4);
      await reader.staysOpen(500);
    },
  },
  ...["<div>", "<x-part>"].map(
    (what): SuiteCase => ({
      name: `in a fullscreen ${what} ${what === "<div>" ? "inside a component" : "that is a component"}`,
      page: {
        body: component(
          "<x-part></x-part>",
          `<div style="background:#fff"><button style="width:100px;height:40px">full</button>${TEXT}</div>`,
          `(root, host) => {
  const full = ${what === "<div>" ? `root.querySelector("div")` : "host"};
  root.querySelector("button").onclick = () => full.requestFullscreen();
}`,
        ),
      },
      async run({ reader }) {
        await reader.clickAt(30, 25);
        await until("fullscreen", () => reader.frame.evaluate(() => document.fullscreenElement !== null));
        await wait(500);
        await reader.point("Jeff Sessions");
        const card = await reader.opened();
        await reader.moveTo(card.left + 60, card.top + 40, 4);
        await reader.staysOpen(500);
      },
    }),
  ),
  pinnedIn("a card that is pinned in a dialog outlives it when it is closed", (dialog) => dialog.close()),
  pinnedIn("a card that is pinned in a dialog outlives it when it is removed", (dialog) => dialog.remove()),
  pinnedInPopover,
];
