import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";

/** Text that changes in its nodes. */
const CASES: PageCase[] = [
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
    id: "dyn-shadow-changes",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div>`,
    before: [S],
    act: () => (document.querySelector("#h")!.shadowRoot!.querySelector("p")!.textContent = "Nancy Pelosi"),
    marks: [P],
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
];

export const TEXT_CHANGES: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
