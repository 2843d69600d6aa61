import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";

/** Text that arrives, changes, moves or goes. */
const CASES: PageCase[] = [
  {
    id: "dyn-append",
    html: "<p>Start</p>",
    act: () => document.body.insertAdjacentHTML("beforeend", "<p>Adam Schiff</p>"),
    marks: [S],
  },
  {
    id: "dyn-append-text",
    html: "<p id=t>On Monday Adam</p>",
    act: () => document.querySelector("#t")!.append(" Schiff spoke"),
    marks: [S],
  },
  {
    id: "dyn-data",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => ((document.querySelector("#t")!.firstChild as Text).data = "Then Nancy Pelosi spoke."),
    marks: [P],
  },
  {
    id: "dyn-insert-before",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild as Text).insertData(0, "On Monday "),
    marks: [S],
  },
  {
    id: "dyn-insert-inside",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild as Text).insertData(6, "X"),
    marks: [],
  },
  {
    id: "dyn-text-content",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.textContent = "Nancy Pelosi"),
    marks: [P],
  },
  {
    id: "dyn-inner-html",
    html: `<div id=t><p>${S}</p></div>`,
    before: [S],
    act: () => (document.querySelector("#t")!.innerHTML = "<p>Nancy <b>Pelosi</b></p>"),
    marks: [P],
  },
  {
    id: "dyn-split-text",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild as Text).splitText(6),
    marks: [S],
  },
  {
    id: "dyn-normalize",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => {
      const t = document.querySelector("#t")!;
      (t.firstChild as Text).splitText(6);
      t.normalize();
    },
    marks: [S],
  },
  {
    id: "dyn-split-element",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: () => {
      const t = document.querySelector("#t")!;
      const rest = (t.firstChild as Text).splitText(5);
      const b = document.createElement("b");
      t.insertBefore(b, rest);
      b.append(rest);
    },
    marks: [S],
  },
  {
    id: "dyn-block-between",
    html: "<p id=t>Adam <i id=i></i>Schiff</p>",
    before: [S],
    act: () => document.querySelector("#i")!.append(document.createElement("div")),
    marks: [],
  },
  {
    id: "dyn-block-removed",
    html: "<div id=t>Adam <div id=i></div>Schiff</div>",
    before: [],
    act: () => document.querySelector("#i")!.remove(),
    marks: [S],
  },
  {
    id: "dyn-remove",
    html: `<p id=t>${S}</p><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#t")!.remove(),
    marks: [P],
  },
  {
    id: "dyn-remove-half",
    html: "<p><b id=t>Adam</b> <i>Schiff</i></p>",
    before: [S],
    act: () => document.querySelector("#t")!.remove(),
    marks: [],
  },
  {
    id: "dyn-move",
    html: `<p id=t>${S}</p><p>${P}</p><div id=d></div>`,
    before: [S, P],
    act: () => document.querySelector("#d")!.append(document.querySelector("#t")!),
    marks: [P, S],
  },
  {
    id: "dyn-move-text",
    html: `<p id=t>${S}</p><p id=d>And </p>`,
    before: [S],
    act: () => document.querySelector("#d")!.append(document.querySelector("#t")!.firstChild!),
    marks: [S],
  },
  {
    id: "dyn-detach-attach",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: async () => {
      const t = document.querySelector("#t")!;
      t.remove();
      await new Promise((done) => setTimeout(done, 400));
      document.body.append(t);
    },
    marks: [S],
  },
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
  {
    id: "dyn-shadow-changes",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div>`,
    before: [S],
    act: () => (document.querySelector("#h")!.shadowRoot!.querySelector("p")!.textContent = "Nancy Pelosi"),
    marks: [P],
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
    id: "dyn-removed-between",
    html: "<p>Adam <i id=i>and</i> Schiff</p>",
    before: [],
    act: () => document.querySelector("#i")!.remove(),
    marks: ["Adam  Schiff"],
  },
  {
    id: "dyn-removed-text-between",
    html: "<p>Ad<i id=i>x</i>am Schiff</p>",
    before: [],
    act: () => document.querySelector("#i")!.replaceChildren(),
    marks: [S],
  },
  {
    id: "dyn-word-completed",
    html: "<p>Adam Sch<em id=t>x</em></p>",
    before: [],
    act: () => ((document.querySelector("#t")!.firstChild as Text).data = "iff"),
    marks: [S],
  },
  {
    id: "dyn-word-completed-by-element",
    html: "<p id=t>Adam Sch</p>",
    before: [],
    act: () => document.querySelector("#t")!.insertAdjacentHTML("beforeend", "<em>iff</em>"),
    marks: [S],
  },
  {
    id: "dyn-word-completed-before",
    html: "<p id=t><b>am Schiff</b></p>",
    before: [],
    act: () => document.querySelector("#t")!.prepend("Ad"),
    marks: [S],
  },
  {
    id: "dyn-word-broken",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => document.querySelector("#t")!.append("er"),
    marks: [],
  },
  {
    id: "dyn-append-data",
    html: "<p id=t>On Monday Adam Sch</p>",
    before: [],
    act: () => (document.querySelector("#t")!.firstChild as Text).appendData("iff spoke"),
    marks: [S],
  },
  {
    id: "dyn-delete-data",
    html: `<p id=t>On Monday ${S} spoke.</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild as Text).deleteData(0, 10),
    marks: [S],
  },
  {
    id: "dyn-replace-data",
    html: `<p id=t>On Monday ${S} spoke.</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild as Text).replaceData(10, 11, "Nancy Pelosi"),
    marks: [P],
  },
  {
    id: "dyn-node-value",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.firstChild!.nodeValue = "Nobody"),
    marks: [],
  },
  {
    id: "dyn-same-data",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => ((document.querySelector("#t")!.firstChild as Text).data = "Adam Schiff"),
    marks: [S],
  },
  {
    id: "dyn-split-and-remove",
    html: `<p id=t>${S} met ${P}</p>`,
    before: [S, P],
    act: () => (document.querySelector("#t")!.firstChild as Text).splitText(11).remove(),
    marks: [S],
  },
  {
    id: "dyn-split-many",
    html: `<p id=t>${S} met ${P}</p>`,
    before: [S, P],
    act: () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      for (let at = text.length - 1; at > 0; at--) text.splitText(at);
    },
    marks: [S, P],
  },
  {
    id: "dyn-normalize-many",
    html: "<p id=t></p>",
    act: async () => {
      const t = document.querySelector("#t")!;
      for (const letter of "Adam Schiff met Nancy Pelosi") t.append(letter);
      await new Promise((done) => setTimeout(done, 500));
      t.normalize();
    },
    marks: [S, P],
  },
  {
    id: "dyn-normalize-body",
    html: `<p id=t>${S} met <b>${P}</b></p>`,
    before: [S, P],
    act: async () => {
      (document.querySelector("#t")!.firstChild as Text).splitText(3);
      document.querySelector("#t")!.insertBefore(document.createTextNode(""), document.querySelector("b"));
      await new Promise((done) => setTimeout(done, 300));
      document.body.normalize();
    },
    marks: [S, P],
  },
  {
    id: "dyn-surround",
    html: `<p id=t>On Monday ${S} spoke.</p>`,
    before: [S],
    act: () => {
      const range = new Range();
      const text = document.querySelector("#t")!.firstChild!;
      range.setStart(text, 10);
      range.setEnd(text, 21);
      range.surroundContents(document.createElement("mark"));
    },
    marks: [S],
  },
  {
    id: "dyn-unwrap",
    html: `<p id=t>On Monday <mark>${S}</mark> spoke.</p>`,
    before: [S],
    act: () => {
      const mark = document.querySelector("mark")!;
      mark.replaceWith(...mark.childNodes);
    },
    marks: [S],
  },
  {
    id: "dyn-replace-children",
    html: `<div id=t><p>${S}</p></div>`,
    before: [S],
    act: () => document.querySelector("#t")!.replaceChildren("Nancy ", "Pelosi"),
    marks: [P],
  },
  {
    id: "dyn-outer-html",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => (document.querySelector("#t")!.outerHTML = "<section>Nancy Pelosi</section>"),
    marks: [P],
  },
  {
    id: "dyn-ancestor-same-html",
    html: `<main><div id=t><p>${S}</p><p>${P}</p></div></main>`,
    before: [S, P],
    // biome-ignore lint/correctness/noSelfAssign: parses the same text anew
    act: () => (document.body.innerHTML = document.body.innerHTML),
    marks: [S, P],
  },
  {
    id: "dyn-clone",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => document.body.append(document.querySelector("#t")!.cloneNode(true)),
    marks: [S, S],
  },
  {
    id: "dyn-template-clone",
    html: `<template id=t><p>${S}</p></template>`,
    before: [],
    act: () => document.body.append(document.querySelector<HTMLTemplateElement>("#t")!.content.cloneNode(true)),
    marks: [S],
  },
  {
    id: "dyn-move-into-template",
    html: `<p id=t>${S}</p><p>${P}</p><template></template>`,
    before: [S, P],
    act: () => document.querySelector("template")!.content.append(document.querySelector("#t")!),
    marks: [P],
  },
  {
    id: "dyn-move-into-script",
    html: `<p id=t>${S}</p><p>${P}</p><noscript></noscript>`,
    before: [S, P],
    act: () => document.querySelector("noscript")!.append(document.querySelector("#t")!),
    marks: [P],
  },
  {
    id: "dyn-swap",
    html: `<p id=a>${S}</p><p id=b>${P}</p>`,
    before: [S, P],
    act: () => document.body.insertBefore(document.querySelector("#b")!, document.querySelector("#a")!),
    marks: [P, S],
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
    id: "dyn-word-moved-together",
    html: "<p id=a>Adam </p><p id=b>Schiff</p>",
    before: [],
    act: () => document.querySelector("#a")!.append(document.querySelector("#b")!.firstChild!),
    marks: [S],
  },
  {
    id: "dyn-moved-apart",
    html: "<p id=a>Adam <b id=t>Schiff</b></p><p id=b>And </p>",
    before: [S],
    act: () => document.querySelector("#b")!.append(document.querySelector("#t")!),
    marks: [],
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
    id: "dyn-comment-between",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      document.querySelector("#t")!.insertBefore(document.createComment("x"), text.splitText(7));
    },
    marks: [S],
  },
  {
    id: "dyn-break-between",
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      document.querySelector("#t")!.insertBefore(document.createElement("wbr"), text.splitText(7));
    },
    marks: [S],
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

export const CHANGES: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
