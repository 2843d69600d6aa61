import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { until, wait } from "./reader.ts";

const TEXT = `<p style="margin-top:60px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;
const FIELDS = {
  "an input": `<input id="field">`,
  "a text area": `<textarea id="field"></textarea>`,
  "an editor": `<div id="field" contenteditable style="min-height:20px;border:1px solid"></div>`,
};

/** Typing, selecting, dragging; text that changes, goes or moves; navigation. */
export const CHANGE_CASES: SuiteCase[] = [
  ...Object.entries(FIELDS).map(
    ([what, html]): SuiteCase => ({
      name: `goes when the reader types in ${what}, and does not come back by itself`,
      page: { body: html + TEXT },
      async run({ reader }) {
        await reader.page.focus("#field");
        await reader.point("Jeff Sessions");
        await reader.opened();
        await reader.page.keyboard.type("so");
        await reader.closed(600);
        await reader.page.keyboard.type(" it goes", { delay: 60 });
        await reader.staysClosed(1500);
        const typed = await reader.frame.evaluate(() => {
          const field = document.querySelector<HTMLInputElement>("#field")!;
          return field.value ?? field.textContent;
        });
        expect(typed).toBe("so it goes");
      },
    }),
  ),
  {
    name: "goes when the reader selects by keyboard",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.frame.evaluate(() => getSelection()!.collapse(document.querySelector("p")!.firstChild, 2));
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => getSelection()!.modify("extend", "forward", "word"));
      await reader.closed(600);
    },
  },
  {
    name: "goes when the linked name itself is dragged",
    page: { body: `<p style="margin:60px">Then <a href="#x">Jeff Sessions</a> spoke.</p>` },
    async run({ reader }) {
      const box = await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.mouse.down();
      await reader.moveTo(box.left + 20, box.top + 12, 3);
      await reader.moveTo(box.left + 40, box.bottom + 200, 6);
      await reader.closed(600);
      await reader.page.mouse.up();
    },
  },
  {
    name: "text inside is selected with the mouse, stays, and is copied with whose it is",
    page: { body: `${TEXT}<textarea id="field" style="position:fixed;bottom:0;right:0"></textarea>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      const quote = await until("the quote", async () => reader.within({ tag: "blockquote" }));
      await reader.moveTo(quote.left + 4, quote.top + 12, 3);
      await reader.page.mouse.down();
      await reader.moveTo(quote.left + 200, quote.top + 12, 6);
      // Out of the card with the button still down: a drag that overshoots.
      await reader.moveTo(card.right + 80, quote.top + 12, 4);
      await reader.page.mouse.up();
      await reader.staysOpen(900);
      await reader.chord("Control", "c");
      await reader.page.keyboard.press("Escape");
      await reader.closed(800);
      await reader.page.focus("#field");
      await reader.chord("Control", "v");
      const pasted = await until("the paste", () =>
        reader.frame.evaluate(() => document.querySelector<HTMLTextAreaElement>("#field")!.value),
      );
      expect(pasted).toMatch(/^“.{5,}”\n— Jeff Sessions, .+\nSource: /s);
    },
  },
  {
    name: "a name removed while the pointer rests on it never opens",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.moveTo(3, 3);
      await wait(400);
      await reader.point("Jeff Sessions");
      await wait(200);
      await reader.frame.evaluate(() => document.querySelector("p")!.remove());
      await reader.staysClosed(1000);
    },
  },
  {
    name: "closes when the whole page is replaced",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.body.innerHTML = "<main>Another view.</main>";
      });
      await reader.closed(1500);
    },
  },
  {
    name: "closes when its name is hidden",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        document.querySelector("p")!.style.display = "none";
      });
      await reader.closed(1500);
    },
  },
  {
    name: "the same words put there anew keep it open",
    page: { body: `<div id="app">${TEXT}</div>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => {
        const app = document.querySelector("#app")!;
        // What a framework does when it draws again without keys.
        app.innerHTML = String(app.innerHTML);
      });
      await reader.staysOpen(1500);
    },
  },
  {
    name: "closes when the page goes to a place inside it or to another route of its own",
    page: { body: TEXT },
    async run({ reader }) {
      for (const hash of ["#/inbox", "#part"]) {
        await reader.point("Jeff Sessions");
        await reader.opened();
        await reader.frame.evaluate((to) => {
          location.hash = to;
        }, hash);
        await reader.closed(1500);
        await reader.moveTo(3, 3);
        await wait(100);
      }
    },
  },
  {
    name: "closes when the reader goes back without loading",
    page: { body: `${TEXT}<script>history.pushState({}, "", "?second")</script>` },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.frame.evaluate(() => history.back());
      await reader.closed(1500);
    },
  },
  {
    name: "survives a real navigation and the way back",
    page: (server) => ({
      body: `<a id="on" href="${server.add({ body: "<!doctype html><p>Elsewhere.</p>" })}">on</a>${TEXT}`,
    }),
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      const says = (words: string) => () =>
        reader.page.evaluate((wanted) => document.body?.textContent?.includes(wanted), words).catch(() => false);
      await reader.page.evaluate(() => document.querySelector<HTMLElement>("#on")!.click());
      await until("the other page", says("Elsewhere"));
      await reader.page.evaluate(() => history.back()).catch(() => {});
      await until("this page", says("Then Jeff Sessions"));
      await reader.marked();
      expect(await reader.frame.evaluate(() => document.querySelector("[data-dramatis]"))).toBeNull();
      await reader.moveTo(3, 3);
      await reader.point("Jeff Sessions");
      await reader.opened();
    },
  },
];
