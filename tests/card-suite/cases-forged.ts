import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { type Reader, until, wait } from "./reader.ts";

const TEXT = `<p style="margin:60px 20px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;

const marks = (reader: Reader) =>
  reader.frame.evaluate(() => {
    let size = 0;
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, { size: number }]>)
      if (name.startsWith("dramatis")) size += highlight.size;
    return size;
  });

/** Clicks that the page makes up, all over the card. */
const clickAll = (reader: Reader) =>
  reader.frame.evaluate(() => {
    const host = document.querySelector("[data-dramatis]")!;
    const { left, top, right, bottom } = host.getBoundingClientRect();
    for (let y = top + 2; y < bottom; y += 6)
      for (let x = left + 4; x < right; x += 12)
        for (const type of ["pointerdown", "pointerup", "click"])
          host.dispatchEvent(
            new PointerEvent(type, {
              bubbles: true,
              composed: true,
              detail: 1,
              clientX: x,
              clientY: y,
              isPrimary: true,
            }),
          );
  });

/** What a page makes up itself is nothing that the reader did. */
export const FORGED_CASES: SuiteCase[] = [
  {
    name: "clicks that the page makes up press no button of the card",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      const card = await reader.opened();
      const before = await marks(reader);
      const tabs = (await reader.page.browser().pages()).length;
      await reader.moveTo(card.left + 100, card.top + 100, 5);
      for (let page = 0; page < 4; page++) {
        // The choice of a veto takes two presses.
        await clickAll(reader);
        await clickAll(reader);
        await reader.page.mouse.wheel({ deltaY: 400 });
        await wait(150);
      }
      await wait(500);
      await reader.opened();
      expect(await marks(reader)).toBe(before);
      expect((await reader.page.browser().pages()).length).toBe(tabs);
      // It was not pinned either.
      await reader.moveTo(900, 700, 4);
      await reader.closed();
    },
  },
  {
    name: "a pointer that the page makes up opens nothing",
    page: { body: TEXT },
    async run({ reader }) {
      const forge = async () => {
        const [line] = await reader.linesOf("Jeff Sessions");
        await reader.frame.evaluate(({ left, top }) => {
          for (const type of ["pointerover", "pointermove", "pointerdown", "pointerup"])
            for (const pointerType of ["mouse", "touch"])
              document.querySelector("p")!.dispatchEvent(
                new PointerEvent(type, {
                  bubbles: true,
                  clientX: left + 5,
                  clientY: top + 5,
                  pointerType,
                  isPrimary: true,
                }),
              );
        }, line!);
      };
      // Before the code of the card is there, and after.
      await forge();
      await reader.staysClosed(900);
      await reader.page.mouse.move(5, 5);
      await wait(300);
      await forge();
      await reader.staysClosed(900);
    },
  },
  {
    name: "keys, drags and presses that the page makes up close nothing and stop nothing",
    page: { body: TEXT },
    async run({ reader }) {
      const forge = () =>
        reader.frame.evaluate(() => {
          for (const key of ["Escape", "a"])
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
          document.body.dispatchEvent(new InputEvent("beforeinput", { bubbles: true }));
          document.body.dispatchEvent(new DragEvent("dragstart", { bubbles: true }));
          document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, clientX: 5, clientY: 5 }));
          document.body.dispatchEvent(new MouseEvent("mouseout", { bubbles: true }));
          for (const type of ["blur", "pagehide"]) dispatchEvent(new Event(type));
        });
      await reader.point("Jeff Sessions");
      await reader.opened();
      await forge();
      await reader.staysOpen(700);
      await reader.page.keyboard.press("Escape");
      await reader.closed();
      await forge();
      await reader.point("Sergey Kislyak");
      await reader.opened();
    },
  },
  {
    name: "a drag whose end nobody tells does not stop cards for ever",
    page: {
      body: `${TEXT}<div id="thing" draggable="true" style="width:120px;height:60px;background:#cde">drag me</div>
<script>thing.ondragstart = (event) => { event.dataTransfer.setData("text/plain", "x"); setTimeout(() => thing.remove(), 50); };</script>`,
    },
    async run({ reader }) {
      const { mouse } = reader.page;
      const box = await reader.frame.evaluate(() => {
        const { left, top } = document.querySelector("#thing")!.getBoundingClientRect();
        return { left, top };
      });
      await mouse.move(box.left + 20, box.top + 20);
      await mouse.down();
      await mouse.move(box.left + 60, box.top + 60, { steps: 6 });
      await wait(200);
      await mouse.move(500, 400, { steps: 4 });
      await mouse.up();
      await until("the drag", () => reader.frame.evaluate(() => !document.querySelector("#thing")));
      await mouse.move(300, 300);
      await reader.point("Jeff Sessions");
      await reader.opened();
    },
  },
];
