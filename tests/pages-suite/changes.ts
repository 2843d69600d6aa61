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
    id: "dyn-shadow-late",
    html: "<p>Start</p>",
    act: () => {
      const host = document.createElement("div");
      host.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
      document.body.append(host);
    },
    marks: [S],
  },
  {
    id: "dyn-shadow-attached",
    html: "<div id=h></div>",
    act: async () => {
      await new Promise((done) => setTimeout(done, 600));
      document.querySelector("#h")!.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
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
  {
    id: "dyn-shadow-removed",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#h")!.remove(),
    marks: [P],
  },
  {
    id: "dyn-shadow-nested-late",
    html: `<div id=h><template shadowrootmode="open"><div></div></template></div>`,
    act: () => {
      const host = document.createElement("section");
      host.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
      document.querySelector("#h")!.shadowRoot!.append(host);
    },
    marks: [S],
  },
  {
    id: "dyn-define",
    html: "<x-late></x-late>",
    act: async () => {
      await new Promise((done) => setTimeout(done, 300));
      customElements.define(
        "x-late",
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
          }
        },
      );
    },
    marks: [S],
  },
  {
    id: "dyn-frame-late",
    html: "<p>Start</p>",
    files: { "frame.html": { body: `<!doctype html><p>${S}</p>` } },
    act: () => {
      const frame = document.createElement("iframe");
      frame.src = "frame.html";
      document.body.append(frame);
    },
    marks: [S],
  },
  {
    id: "dyn-frame-srcdoc-late",
    html: "<iframe></iframe>",
    act: () => (document.querySelector("iframe")!.srcdoc = "<p>Adam Schiff</p>"),
    marks: [S],
  },
  {
    id: "dyn-navigation",
    html: "<div id=t><p>Attorney General Jeff Sessions spoke.</p><p>Later Sessions left.</p></div>",
    before: ["Jeff Sessions", "Sessions"],
    act: () => {
      history.pushState(null, "", "?page=2");
      document.querySelector("#t")!.innerHTML = "<h1>Yoga</h1><p>Sessions are held daily. Warren Buffett came.</p>";
    },
    marks: [],
  },
  {
    id: "dyn-becomes-editor",
    html: `<div id=t><p>${S}</p></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#t")!.setAttribute("contenteditable", ""),
    marks: [P],
  },
  {
    id: "dyn-role-textbox",
    html: `<div id=t><p>${S}</p></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#t")!.setAttribute("role", "textbox"),
    marks: [P],
  },
  {
    id: "dyn-editor-ends",
    html: `<div id=t contenteditable><p>${S}</p></div>`,
    before: [],
    act: () => document.querySelector("#t")!.removeAttribute("contenteditable"),
    marks: [S],
  },
  { id: "dyn-design-mode", html: `<p>${S}</p>`, before: [S], act: () => (document.designMode = "on"), marks: [] },
  {
    id: "dyn-design-mode-off",
    html: `<p>${S}</p>`,
    act: async () => {
      document.designMode = "on";
      await new Promise((done) => setTimeout(done, 1_500));
      document.designMode = "off";
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
    id: "dyn-typing",
    html: `<textarea id=t autofocus></textarea><p>${S}</p>`,
    before: [S],
    act: () => document.querySelector<HTMLElement>("#t")!.focus(),
    type_: "Adam Schiff",
    marks: [S],
    check: () => document.querySelector<HTMLTextAreaElement>("#t")!.value !== "Adam Schiff" && "value differs",
  },
  {
    id: "dyn-typing-editor",
    html: "<div id=t contenteditable></div>",
    act: () => document.querySelector<HTMLElement>("#t")!.focus(),
    type_: "Adam Schiff met Nancy Pelosi",
    marks: [],
    check: () => document.querySelector("#t")!.textContent !== "Adam Schiff met Nancy Pelosi" && "text differs",
  },
  {
    id: "dyn-document-write",
    html: "<p>Old</p>",
    act: () => {
      document.open();
      document.write("<!doctype html><p>Adam Schiff</p>");
      document.close();
    },
    marks: [S],
  },
  {
    id: "dyn-replaced-root",
    html: "<p>Old</p>",
    act: () => {
      const body = document.createElement("body");
      body.innerHTML = "<p>Adam Schiff</p>";
      document.body.replaceWith(body);
    },
    marks: [S],
  },
];

export const CHANGES: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
