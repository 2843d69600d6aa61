import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";

/** Pages that go on changing, and what depends on other text. */
const CASES: PageCase[] = [
  {
    id: "dyn-recycled",
    html: `<ul id=t><li>${S}</li><li>Nobody</li></ul>`,
    before: [S],
    act: () => {
      const [a, b] = [...document.querySelectorAll("li")].map((li) => li.firstChild as Text);
      a!.data = "Nobody";
      b!.data = "Nancy Pelosi";
    },
    marks: [P],
  },
  {
    id: "dyn-virtual-list",
    html: '<div id=t style="height:200px;overflow:auto"></div>',
    act: async () => {
      const t = document.querySelector("#t")!;
      const rows = Array.from({ length: 12 }, () => t.appendChild(document.createElement("div")));
      for (let top = 0; top < 60; top++) {
        for (const [i, row] of rows.entries())
          row.textContent = (top + i) % 10 === 3 ? "Adam Schiff" : `Row ${top + i}`;
        await new Promise(requestAnimationFrame);
      }
    },
    marks: [S],
  },
  { id: "dyn-cleared", html: `<p>${S}</p>`, before: [S], act: () => CSS.highlights.clear(), marks: [S] },
  {
    id: "dyn-emptied",
    html: `<p>${S}</p>`,
    before: [S],
    act: () => {
      for (const [, highlight] of CSS.highlights as unknown as Map<string, Highlight>) highlight.clear();
    },
    marks: [S],
  },
  {
    id: "dyn-ticker",
    html: `<p id=t>0</p><p>${S}</p><div id=d></div>`,
    before: [S],
    act: async () => {
      let n = 0;
      setInterval(() => {
        document.querySelector("#t")!.textContent = String(n++);
        document.querySelector("#d")!.innerHTML = `<i>${n}</i>`;
      }, 1);
      await new Promise((done) => setTimeout(done, 300));
      document.body.insertAdjacentHTML("beforeend", "<p>Nancy Pelosi</p>");
    },
    marks: [S, P],
  },
  {
    id: "dyn-sort",
    html: `<ul>${"<li>Nobody".repeat(20)}<li>${S}<li>${P}</ul>`,
    before: [S, P],
    act: async () => {
      const ul = document.querySelector("ul")!;
      for (let round = 0; round < 5; round++) {
        ul.append(...[...ul.children].reverse());
        await new Promise(requestAnimationFrame);
      }
    },
    marks: [P, S],
  },
  {
    id: "dyn-introduced-later",
    html: "<p>Then Sessions left.</p><div id=d></div>",
    before: [],
    act: () => (document.querySelector("#d")!.innerHTML = "<p>Attorney General Jeff Sessions spoke.</p>"),
    marks: ["Sessions", "Jeff Sessions"],
  },
  {
    id: "dyn-stranger-later",
    html: "<p>Elizabeth Warren spoke. Warren left.</p><div id=d></div>",
    before: ["Elizabeth Warren", "Warren"],
    act: () => document.querySelector("p")!.remove(),
    marks: [],
  },
  {
    id: "dyn-each-frame",
    html: `<p id=t>${S} 0</p>`,
    before: [S],
    act: async () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      for (let i = 0; i < 90; i++) {
        text.data = `${"x ".repeat(i % 7)}${i % 2 ? "Adam Schiff" : "Nancy Pelosi"} ${i}`;
        await new Promise(requestAnimationFrame);
      }
    },
    marks: [S],
  },
  {
    id: "dyn-stream",
    // An answer that is written word by word.
    html: "<p id=t></p>",
    act: async () => {
      const words = "On Monday Adam Schiff met Nancy Pelosi and Attorney General Jeff Sessions . Sessions left".split(
        " ",
      );
      for (const word of words) {
        document.querySelector("#t")!.append(`${word} `);
        await new Promise((done) => setTimeout(done, 30));
      }
    },
    marks: [S, P, "Jeff Sessions", "Sessions"],
  },
  {
    id: "dyn-stream-letters",
    html: "<p id=t>&nbsp;</p>",
    act: async () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      for (const letter of "On Monday Adam Schiff met Nancy Pelosi") {
        text.data += letter;
        await new Promise((done) => setTimeout(done, 10));
      }
    },
    marks: [S, P],
  },
  {
    id: "dyn-feed",
    html: "<div id=t></div>",
    act: async () => {
      for (let i = 0; i < 60; i++) {
        document
          .querySelector("#t")!
          .insertAdjacentHTML("afterbegin", `<p>${i % 20 ? "Nobody" : "Adam Schiff"} ${i}</p>`);
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    marks: [S, S, S],
  },
  {
    id: "dyn-toggled-view",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: async () => {
      const t = document.querySelector<HTMLElement>("#t")!;
      for (let i = 0; i < 5; i++) {
        t.style.display = i % 2 ? "none" : "block";
        await new Promise((done) => setTimeout(done, 50));
      }
      t.style.display = "block";
    },
    marks: [S],
  },
  {
    id: "dyn-idle-arrival",
    // Long after the page has come to rest.
    html: `<p>${P}</p><div id=d></div>`,
    before: [P],
    act: async () => {
      await new Promise((done) => setTimeout(done, 3_000));
      document.querySelector("#d")!.textContent = "Adam Schiff";
    },
    patience: 700,
    marks: [P, S],
  },
  {
    id: "dyn-at-once",
    html: `<p id=t>${S}</p>`,
    before: [S],
    // No frame may be painted with the old mark on new text.
    act: async () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      text.data = "Then spoke Nancy Pelosi";
      await Promise.resolve();
      await Promise.resolve();
      await new Promise((done) => requestAnimationFrame(done));
      const ranges = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]) as StaticRange[];
      document.title = ranges.map((r) => text.data.slice(r.startOffset, r.endOffset)).join();
    },
    marks: [P],
    check: () => (document.title === "" || document.title === "Nancy Pelosi" ? "" : document.title),
  },
];

export const FLOW: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
