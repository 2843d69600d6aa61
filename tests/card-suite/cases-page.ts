import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { isInside, overlap, until, wait } from "./reader.ts";

const TEXT = `<p style="margin-top:60px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;

/** Selecting, dragging, typing, changing text, dialogs, and pages that mean harm. */
export const PAGE_CASES: SuiteCase[] = [
  {
    name: "does not open while text is being selected",
    page: { body: TEXT },
    async run({ reader }) {
      const [from] = await reader.linesOf("Then");
      await reader.moveTo(from!.left + 2, from!.top + 8);
      await reader.page.mouse.down();
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
      await reader.page.mouse.up();
      await reader.staysClosed(700);
      expect(await reader.frame.evaluate(() => String(getSelection()).length)).toBeGreaterThan(3);
    },
  },
  {
    name: "does not open while something is dragged",
    page: {
      body: `<div id="drag" draggable="true" style="width:80px;height:30px;background:silver">drag</div>${TEXT}`,
    },
    async run({ reader }) {
      await reader.moveTo(30, 20);
      await reader.page.mouse.down();
      await reader.moveTo(60, 60, 5);
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
      await reader.page.mouse.up();
    },
  },
  {
    name: "does not open while the reader types",
    page: { body: `<textarea id="field" rows="3"></textarea>${TEXT}` },
    async run({ reader }) {
      await reader.page.focus("#field");
      await reader.moveTo(3, 3);
      await wait(400);
      await reader.page.keyboard.type("a");
      const box = await reader.point("Jeff Sessions");
      for (let i = 0; i < 10; i++) {
        await reader.page.keyboard.type("b");
        await reader.moveTo(box.left + 10 + (i % 5), box.top + 9);
        await wait(90);
        expect(await reader.card()).toBeUndefined();
      }
    },
  },
  {
    name: "closes when its text is removed",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => document.querySelector("p")!.remove());
      await reader.closed(1500);
    },
  },
  {
    name: "closes when its text is replaced",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector("p")!.textContent = "Something else altogether.";
      });
      await reader.closed(1500);
    },
  },
  {
    name: "stays when the paragraph changes elsewhere",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => document.querySelector("p")!.append(" And so on."));
      await reader.staysOpen(1500);
    },
  },
  {
    name: "closes when the page navigates without loading",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => history.pushState({}, "", "/elsewhere"));
      await reader.closed(1500);
    },
  },
  {
    name: "under the strictest content security policy",
    page: { body: TEXT, headers: { "content-security-policy": "default-src 'none'; style-src 'none'; sandbox" } },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      expect(card.right - card.left).toBeGreaterThan(370);
    },
  },
  {
    name: "under * { all: unset !important }",
    page: {
      body: `<style>* { all: unset !important } head, style { display: none !important } [data-dramatis] { display: none !important; opacity: 0 !important; transform: scale(0) !important }</style>${TEXT}`,
    },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      const card = await reader.opened();
      expect(card.right - card.left).toBeGreaterThan(370);
      expect(card.bottom - card.top).toBeGreaterThan(100);
      expect(isInside(card, await reader.viewport())).toBe(true);
      expect(overlap(card, box)).toBe(false);
    },
  },
  {
    name: "above everything that has a huge z-index",
    page: { body: `${TEXT}<div style="position:fixed;inset:120px 0 0;z-index:2147483647;background:#ddd"></div>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      expect(card.bottom).toBeGreaterThan(140);
    },
  },
  {
    name: "does not open for text that something covers",
    page: { body: `${TEXT}<div style="position:fixed;inset:0;background:#fffd"></div>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.staysClosed();
    },
  },
  {
    name: "comes back when the page removes or steals its host",
    page: {
      body: `${TEXT}<div id="thief"></div><script>
        window.removed = 0;
        new MutationObserver(() => {
          const host = document.querySelector("html > [data-dramatis]");
          if (!host || window.removed > 3) return;
          window.removed++;
          if (window.removed % 2) host.remove(); else document.querySelector("#thief").append(host);
        }).observe(document.documentElement, { childList: true });
      </script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.staysOpen(800);
      expect(await reader.frame.evaluate(() => (window as unknown as { removed: number }).removed)).toBeGreaterThan(1);
    },
  },
  {
    name: "comes back when the page hides its host in every way",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      for (const harm of ["style", "hidden", "inert", "popover", "class"]) {
        await reader.frame.evaluate((way) => {
          const host = document.querySelector<HTMLElement>("[data-dramatis]")!;
          if (way === "style") host.style.cssText = "display:none !important";
          if (way === "hidden") host.hidden = true;
          if (way === "inert") host.inert = true;
          if (way === "popover") host.hidePopover();
          if (way === "class") host.className = "evil";
        }, harm);
        await until(`back after ${harm}`, () => reader.card(), 1500);
      }
    },
  },
  {
    name: "cannot be read by the page",
    page: {
      body: `<script>
        window.roots = [];
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: "open" }); roots.push(root); return root; };
      </script>${TEXT}`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      const seen = await reader.frame.evaluate(() => {
        const host = document.querySelector<HTMLElement>("[data-dramatis]")!;
        return {
          root: host.shadowRoot === null,
          captured: (window as unknown as { roots: unknown[] }).roots.length,
          text: host.textContent + host.innerText + document.documentElement.innerText,
          children: host.childNodes.length,
          custom: host.localName.includes("-"),
        };
      });
      expect(seen).toMatchObject({ root: true, captured: 0, children: 0, custom: false });
      expect(seen.text).not.toContain("Attorney General");
    },
  },
  {
    name: "keeps what happens in it from the page's handlers",
    page: {
      body: `${TEXT}<script>
        window.seen = [];
        for (const type of ["click", "mousedown", "pointerdown", "keydown", "keyup", "focusin", "wheel", "mousemove"])
          for (const capture of [true, false])
            document.addEventListener(type, (event) => event.target.dataset?.dramatis !== undefined && seen.push(type), capture);
      </script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.page.keyboard.press("Tab");
      await reader.page.keyboard.press("x");
      await reader.page.mouse.wheel({ deltaY: 30 });
      await wait(200);
      expect(await reader.frame.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    },
  },
  {
    name: "inside an open modal dialog it can be clicked, and Esc closes the card alone",
    page: {
      body: `<dialog id="d" style="margin-top:40px;width:500px;height:300px">${TEXT}</dialog><script>document.querySelector("#d").showModal()</script>`,
    },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.moveTo(2, 2);
      await reader.staysOpen(800);
      await reader.page.keyboard.press("Escape");
      await reader.closed(1000);
      expect(await reader.frame.evaluate(() => document.querySelector("dialog")!.open)).toBe(true);
      expect(await reader.frame.evaluate(() => document.querySelector("dialog [data-dramatis]"))).toBeNull();
    },
  },
  {
    name: "a pinned card stays on top of a dialog that opens later",
    page: { body: `${TEXT}<dialog id="d" style="inset:0;width:90vw;height:90vh">Wait.</dialog>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.press("pin");
      await reader.frame.evaluate(() => document.querySelector<HTMLDialogElement>("#d")!.showModal());
      await wait(300);
      await reader.opened();
      await reader.press("close");
      await reader.closed(1000);
    },
  },
  {
    name: "above a fullscreen element, and clickable there",
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
      await reader.moveTo(2, 2);
      await reader.staysOpen(700);
    },
  },
  {
    name: "leaves no trace when it is closed",
    page: { body: TEXT },
    async run({ reader }) {
      const before = await reader.frame.evaluate(() => document.documentElement.outerHTML);
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.keyboard.press("Escape");
      await reader.closed(500);
      expect(await reader.frame.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    },
  },
];
