import { expect } from "vitest";
import type { SuiteCase } from "./case.ts";
import { opensWell } from "./cases-places.ts";
import { until, wait } from "./reader.ts";
import { NAMED, works } from "./works.ts";

const LONG = `<p>${"The hearing went on. ".repeat(640)}</p>`;
const BAR = "left:0;right:0;background:#ffd;z-index:2147483647";
const at = (place: string) => ({
  body: `<style>body{margin:0}</style><b style="position:fixed;${place}">Jeff Sessions</b>`,
});

/** Frames in frames; `origin`: that of the innermost. */
const nested = (attributes: string, origin: "127.0.0.1" | "localhost"): SuiteCase["page"] => {
  return (server) => {
    const innermost = server.add({ body: NAMED }, origin);
    const middle = server.add({ body: `<iframe src="${innermost}" width="700" height="500" ${attributes}></iframe>` });
    return { body: `<iframe src="${middle}" width="800" height="600" ${attributes}></iframe>` };
  };
};

/** What a click on the name does in the page, with the card open. */
const clicked = (name: string, body: string, did: () => unknown): SuiteCase => ({
  name,
  page: { body },
  async run(tools) {
    await opensWell(tools);
    const [box] = await tools.reader.linesOf("Jeff Sessions");
    await tools.reader.clickAt((box!.left + box!.right) / 2, (box!.top + box!.bottom) / 2);
    expect(await tools.reader.frame.evaluate(did)).toBe(true);
  },
});

/** Names at the edges of window, scrollers and lines; in bars, controls and frames of frames. */
export const EDGE_CASES: SuiteCase[] = [
  works("in the window's upper left corner", at("left:0;top:0")),
  works("in the window's upper right corner", at("right:0;top:0")),
  works("in the window's lower left corner", at("left:0;bottom:0")),
  works("in the window's lower right corner", at("right:0;bottom:0")),
  works("in a bar fixed below a long page", {
    body: `<div style="position:fixed;bottom:0;${BAR}">Breaking: Jeff Sessions resigns.</div>${LONG}`,
  }),
  works("in a bar fixed above a long page, on a layer of its own", {
    body: `<div style="position:fixed;top:0;transform:translateZ(0);${BAR}">Breaking: Jeff Sessions resigns.</div>${LONG}`,
  }),
  works("on a body of twice the size", { body: `<style>body{zoom:2}</style><div style="zoom:.6">${NAMED}</div>` }),
  works("in sideways vertical text", {
    body: `<p style="writing-mode:sideways-lr;height:400px;margin:60px">Then Jeff Sessions spoke.</p>`,
  }),
  works("in upright vertical text", {
    body: `<p style="writing-mode:vertical-rl;text-orientation:upright;height:600px;margin:20px 400px">Then Jeff Sessions spoke.</p>`,
  }),
  works("in a scroller in a scroller", {
    body: `<div id="a" style="height:500px;overflow:auto"><div style="height:400px"></div><div id="b" style="height:260px;overflow:scroll"><div style="height:300px"></div>${NAMED}<div style="height:900px"></div></div><div style="height:900px"></div></div><script>onload=()=>{a.scrollTop=300;b.scrollTop=250}</script>`,
  }),
  works("in frames two deep", nested("", "127.0.0.1"), 2),
  works("in a frame of another origin in a frame", nested("", "localhost"), 2),
  works("in sandboxed frames two deep", nested('sandbox="allow-scripts"', "127.0.0.1"), 2),
  works(
    "in a sandboxed frame with scripts, written in the page",
    {
      body: `<iframe sandbox="allow-scripts" srcdoc='${NAMED}' width="700" height="500"></iframe>`,
    },
    1,
  ),
  works("in the slot of a component that clips it", {
    body: `<x-a><template shadowrootmode="open"><div style="overflow:hidden;height:120px"><slot></slot></div></template>${NAMED}</x-a>`,
  }),
  clicked(
    "in a label, which a click still ticks",
    `<label style="margin:60px;display:block"><input type="checkbox"> Follow Jeff Sessions</label>`,
    () => document.querySelector("input")!.checked,
  ),
  clicked(
    "in a summary, which a click still opens",
    `<details style="margin:60px"><summary>About Jeff Sessions</summary>…</details>`,
    () => document.querySelector("details")!.open,
  ),
  {
    name: "a name on three lines and more, from each of them",
    page: {
      body: `<p style="width:9ch;font:22px/1.4 monospace;margin:200px 300px;overflow-wrap:anywhere">Now Jefferson Beauregard Sessions spoke. Jeff Sessions.</p>`,
    },
    async run(tools) {
      const name = "Jefferson Beauregard Sessions";
      const lines = await tools.reader.linesOf(name);
      expect(lines.length).toBeGreaterThan(2);
      for (let line = 0; line < lines.length; line++) {
        await opensWell(tools, name, line);
        await tools.reader.page.keyboard.press("Escape");
        await tools.reader.closed(600);
        await tools.reader.moveTo(3, 3);
      }
    },
  },
  {
    name: "one name beside another: each has its own card",
    page: { body: `<p style="margin:60px">Jeff Sessions, Sergey Kislyak, Al Franken</p>` },
    async run(tools) {
      const { reader } = tools;
      for (const name of ["Jeff Sessions", "Sergey Kislyak", "Jeff Sessions"]) {
        await reader.point(name);
        await until(`the card of ${name}`, async () => {
          const card = await reader.card();
          const [box] = await reader.linesOf(name);
          return card && Math.abs(card.left - box!.left) < 30;
        });
        await wait(400);
      }
    },
  },
];
