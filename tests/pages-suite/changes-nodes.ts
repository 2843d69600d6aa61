import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";

/** Elements that arrive, move or go. */
const CASES: PageCase[] = [
  {
    id: "dyn-append",
    html: "<p>Start</p>",
    act: () => document.body.insertAdjacentHTML("beforeend", "<p>Adam Schiff</p>"),
    marks: [S],
  },
  {
    id: "dyn-inner-html",
    html: `<div id=t><p>${S}</p></div>`,
    before: [S],
    act: () => (document.querySelector("#t")!.innerHTML = "<p>Nancy <b>Pelosi</b></p>"),
    marks: [P],
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
];

export const NODE_CHANGES: PageCase[] = CASES.map((one) => ({ ...one, changesItself: true }));
