import { expect } from "vitest";
import type { CaseTools, SuiteCase } from "./case.ts";
import { opensWell } from "./cases-places.ts";
import { Reader, until, wait } from "./reader.ts";

const INNER = `<p style="margin:40px 20px">Then Jeff Sessions spoke.</p>`;

const framed = (name: string, attributes: string, origin: "127.0.0.1" | "localhost" = "127.0.0.1"): SuiteCase => ({
  name,
  page: (server) => ({
    body: `<iframe src="${server.add({ body: INNER }, origin)}" ${attributes}></iframe>`,
  }),
  frame: 1,
  run: async (tools) => {
    await opensWell(tools);
  },
});

/** The card may not be where the window does not show the frame. */
async function isWhollySeen({ reader }: CaseTools): Promise<void> {
  await reader.point("Jeff Sessions");
  const card = await reader.opened();
  const frame = await reader.origin();
  const view = await reader.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(card.top + frame.y).toBeGreaterThanOrEqual(-1);
  expect(card.bottom + frame.y).toBeLessThanOrEqual(view.height + 1);
  expect(card.bottom - card.top).toBeGreaterThan(150);
}

const tall = (name: string, origin: "127.0.0.1" | "localhost"): SuiteCase => ({
  name,
  page: (server) => {
    const inner = server.add(
      { body: `<div style="height:560px"></div>${INNER}<div style="height:900px"></div>` },
      origin,
    );
    return { body: `<iframe src="${inner}" width="700" height="1700" style="border:0"></iframe>` };
  },
  frame: 1,
  run: isWhollySeen,
});

/** The reader of another frame. A frame of another origin is exchanged while it loads: then it is looked for again. */
async function other(reader: Reader, index: number): Promise<Reader> {
  const look = async () => {
    const frame = reader.page.frames()[index];
    if (!frame) return undefined;
    const found = new Reader(reader.page, frame);
    const isMarked = found.marked().then(() => true);
    isMarked.catch(() => {});
    return (await Promise.race([isMarked.catch(() => false), wait(1500)])) ? found : undefined;
  };
  // What the case is about begins after this: a frame of another process may be long in coming on a busy machine.
  return until("the other frame", look, 15_000);
}

const two = (origin: "127.0.0.1" | "localhost"): SuiteCase["page"] => {
  return (server) => {
    const inner = server.add({ body: `<p>Then Jeff Sessions spoke.</p>` }, origin);
    return {
      body: `<p>Sergey Kislyak left.</p><iframe src="${inner}" width="460" height="500"></iframe><iframe src="${inner}" width="460" height="500"></iframe>`,
    };
  };
};

/** Small and large frames, of the page's own and of other origins; one card at a time over all of them. */
export const FRAME_CASES: SuiteCase[] = [
  framed("in a small frame", `width="300" height="150"`),
  framed("in a small frame of another origin", `width="300" height="150"`, "localhost"),
  framed("in a frame hardly higher than its line", `width="420" height="110"`),
  framed("in a sandboxed frame", `width="500" height="300" sandbox`),
  {
    name: "in a frame that is written in the page",
    page: { body: `<iframe srcdoc='${INNER}' width="500" height="300"></iframe>` },
    frame: 1,
    run: async (tools) => {
      await opensWell(tools);
    },
  },
  tall("in a frame that goes on below the window", "127.0.0.1"),
  tall("in a frame of another origin that goes on below the window", "localhost"),
  {
    name: "scrolling the frame out of the window closes its card",
    page: (server) => {
      const inner = server.add({ body: INNER }, "localhost");
      return { body: `<iframe src="${inner}" width="600" height="400"></iframe><div style="height:3000px"></div>` };
    },
    frame: 1,
    async run({ reader }) {
      await reader.point("Jeff Sessions");
      await reader.opened();
      await reader.page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
      await reader.closed(1500);
    },
  },
  ...(["127.0.0.1", "localhost"] as const).map(
    (origin): SuiteCase => ({
      name: `one card at a time over frames (${origin === "localhost" ? "another origin" : "the same origin"})`,
      page: two(origin),
      async run({ reader }) {
        const first = await other(reader, 1);
        const second = await other(reader, 2);
        await first.point("Jeff Sessions");
        await first.opened();
        await second.point("Jeff Sessions");
        await second.opened();
        // The word of it takes some milliseconds from process to process.
        await first.closed(250);
        await reader.point("Sergey Kislyak");
        await reader.opened();
        await second.closed(250);
      },
    }),
  ),
  {
    name: "one card at a time over a page and a frame in a component, which the page does not count",
    page: (server) => {
      const inner = server.add({ body: INNER });
      return {
        body: `<p>Sergey Kislyak left.</p><div style="margin-left:500px"></div><script>
document.querySelector("div").attachShadow({ mode: "closed" }).innerHTML = '<iframe src="${inner}" width="460" height="400"></iframe>';</script>`,
      };
    },
    async run({ reader }) {
      expect(await reader.page.evaluate(() => window.length)).toBe(0);
      const inner = await until("the frame", async () => reader.page.frames()[1]);
      const origin = await reader.page.evaluate(() => {
        const { offsetLeft: x, offsetTop: y } = document.querySelector("div")!;
        return { x, y };
      });
      await reader.point("Sergey Kislyak");
      await reader.opened();
      await reader.press("pin");
      const framed = new Reader(reader.page, inner);
      await framed.marked();
      const [name] = await framed.linesOf("Jeff Sessions");
      await reader.page.mouse.move(origin.x + 2 + name!.left + 20, origin.y + 2 + name!.top + 8, { steps: 3 });
      await framed.opened();
      await reader.closed(1000);
    },
  },
  {
    name: "a pinned card gives way to one in another frame",
    page: two("localhost"),
    async run({ reader }) {
      const first = await other(reader, 1);
      const second = await other(reader, 2);
      await first.point("Jeff Sessions");
      await first.opened();
      await first.press("pin");
      await second.point("Jeff Sessions");
      await second.opened();
      await first.closed(1500);
      await wait(200);
      await second.opened();
    },
  },
];
