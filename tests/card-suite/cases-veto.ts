import { expect } from "vitest";
import { markedNames } from "../browsers/marks.ts";
import type { SuiteCase } from "./case.ts";
import { Reader, until } from "./reader.ts";

const TEXT = `<p style="margin-top:60px">Then Jeff Sessions spoke, and Sergey Kislyak listened to him.</p>`;

/** A real click on a button at the lower end of the card. */
async function press(reader: Reader, act: string): Promise<void> {
  const card = await reader.opened();
  await reader.moveTo(card.left + 60, card.top + 100, 2);
  const wanted = { tag: "button", with: { "data-act": act } };
  let last = Number.NaN;
  const box = await until(act, async () => {
    await reader.page.mouse.wheel({ deltaY: 2000 });
    const found = await reader.within(wanted);
    const now = await reader.card();
    // The wheel's scrolling takes a moment: a place counts once it is the same twice.
    const isStill = found?.top === last;
    last = found?.top ?? Number.NaN;
    return isStill && found && now && found.bottom <= now.bottom && found.top >= now.top ? found : undefined;
  });
  await reader.clickAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

const names = (reader: Reader) => markedNames(reader.page);

/** "Not this person here", and back. */
export const VETO_CASES: SuiteCase[] = [
  {
    name: "takes the marks of a person off this page, keeps the card to undo it, and brings them back",
    page: { body: TEXT },
    async run({ reader }) {
      await reader.marked(2);
      await reader.point("Jeff Sessions");
      await reader.opened();
      await press(reader, "veto");
      await press(reader, "veto-page");
      await until("no mark", async () => !(await names(reader)).includes("Jeff Sessions"));
      expect(await names(reader)).toContain("Sergey Kislyak");
      await reader.staysOpen(900);
      await press(reader, "undo");
      await until("the mark again", async () => (await names(reader)).includes("Jeff Sessions"));
    },
  },
  {
    name: "holds when the page is loaded again, and not on other pages",
    page: { body: TEXT },
    async run({ reader, server }) {
      await reader.marked(2);
      await reader.point("Sergey Kislyak");
      await reader.opened();
      await press(reader, "veto");
      await press(reader, "veto-page");
      await until("no mark", async () => !(await names(reader)).includes("Sergey Kislyak"));
      await reader.page.reload();
      await reader.marked();
      expect(await names(reader)).toEqual(["Jeff Sessions"]);
      await reader.page.goto(server.add({ body: `<!doctype html>${TEXT}` }));
      await reader.marked(2);
      expect(await names(reader)).toEqual(["Jeff Sessions", "Sergey Kislyak"]);
    },
  },
  {
    name: "for the whole site holds on its other pages and after a reload, not on other sites, and is undone in the card",
    page: { body: TEXT },
    async run({ reader, server }) {
      const body = `<!doctype html>${TEXT}`;
      const [here, there] = [server.add({ body }), server.add({ body }, "localhost")];
      const both = ["Jeff Sessions", "Sergey Kislyak"];
      await reader.marked(2);
      await reader.point("Jeff Sessions");
      await reader.opened();
      // Else it goes with the tab.
      await reader.press("pin");
      await press(reader, "veto");
      await press(reader, "veto-site");
      await until("no mark", async () => !(await names(reader)).includes("Jeff Sessions"));
      const vetoed = reader.page;
      const other = await vetoed.browser().newPage();
      try {
        const elsewhere = new Reader(other);
        await other.goto(here);
        await elsewhere.marked();
        expect(await names(elsewhere)).toEqual(["Sergey Kislyak"]);
        await other.reload();
        await elsewhere.marked();
        expect(await names(elsewhere)).toEqual(["Sergey Kislyak"]);
        await other.goto(there);
        await elsewhere.marked(2);
        expect(await names(elsewhere)).toEqual(both);
        // Undone in the card that still offers it, it is undone in all open tabs.
        await other.goto(here);
        await elsewhere.marked();
        await vetoed.bringToFront();
        await press(reader, "undo");
        await until("the mark again", async () => (await names(reader)).length === 2);
        await other.bringToFront();
        await until("the mark in the other tab", async () => (await names(elsewhere)).length === 2);
        await other.reload();
        await elsewhere.marked(2);
        expect(await names(elsewhere)).toEqual(both);
      } finally {
        await other.close();
      }
    },
  },
];
