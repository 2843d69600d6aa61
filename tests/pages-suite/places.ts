import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const on = (id: string, html: string, ...marks: string[]): PageCase => ({
  id: `place-${id}`,
  html,
  marks: marks.length > 0 ? marks : [S],
});
const off = (id: string, html: string): PageCase => ({
  id: `place-${id}`,
  html: `${html}<p>Nancy Pelosi spoke.</p>`,
  marks: ["Nancy Pelosi"],
});
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>${S}</title><body>${body}`;

/** Where in a page names are marked, and where they never are. */
export const PLACES: PageCase[] = [
  on("table", `<table><caption>${S}</caption><tr><td>a<td>${S}<th>${S}</table>`, S, S, S),
  on("definition", `<dl><dt>${S}<dd>Chairman</dl>`),
  on("figcaption", `<figure><figcaption>${S}</figcaption></figure>`),
  on("button", `<button>${S}</button>`),
  on("label", `<label>${S} <input value="${S}"></label>`),
  on("details", `<details><summary>More</summary><p>${S}</p></details>`),
  on("blockquote", `<blockquote>${S}</blockquote>`),
  on("pre", `<pre>On Monday\n${S} spoke</pre>`),
  on("ruby", `<p><ruby>${S}<rt>chair</rt></ruby></p>`),
  on("svg-text", `<svg width="300" height="40"><title>${S}</title><desc>${S}</desc><text y="20">${S}</text></svg>`),
  on("mathml", `<math><mtext>${S}</mtext></math>`),
  on("custom-element", `<x-name>${S}</x-name>`),
  on("custom-inline", "<p><x-a>Adam</x-a> <x-b>Schiff</x-b></p>"),
  on("custom-glued", `<x-item>${S}</x-item><x-item>Nancy Pelosi</x-item>`, S, "Nancy Pelosi"),
  on("modal", `<dialog open>${S}</dialog>`),
  off("textarea", `<textarea>${S}</textarea>`),
  off("input", `<input value="${S}"><input placeholder="${S}">`),
  off("select", `<select><optgroup label="x"><option>${S}</optgroup></select><datalist><option>${S}</datalist>`),
  off("contenteditable", `<div contenteditable>${S} <b>${S}</b></div>`),
  off("contenteditable-true", `<div contenteditable="TRUE"><p>${S}</p></div>`),
  off("contenteditable-plaintext", `<div contenteditable="plaintext-only">${S}</div>`),
  off("contenteditable-island", `<div contenteditable="true"><span contenteditable="false">${S}</span></div>`),
  on("contenteditable-false", `<div contenteditable="false">${S}</div>`),
  off("inline-editor", `<p>Write: <span contenteditable="true">${S}</span></p>`),
  off("role-textbox", `<div role="textbox"><p>${S}</p></div>`),
  off("role-code", `<div role="code">${S}</div>`),
  off(
    "monaco",
    `<div class="monaco-editor"><div class="view-lines"><div class="view-line"><span>${S}</span></div></div></div>`,
  ),
  off("codemirror", `<div class="cm-editor"><div class="cm-content"><div class="cm-line">${S}</div></div></div>`),
  off(
    "script-style",
    `<script type="text/x">${S}</script><style>/* ${S} */</style><noscript>${S}</noscript><template><p>${S}</p></template>`,
  ),
  off(
    "object",
    `<object data="none.bin" type="application/x-none">${S}</object><iframe src="about:blank">${S}</iframe><video>${S}</video>`,
  ),
  off("attributes", `<p title="${S}" aria-label="${S}">Nothing</p><img alt="${S}">`),
  {
    id: "place-frame",
    html: '<iframe src="frame.html"></iframe>',
    files: { "frame.html": { body: page(`<p>${S}</p>`) } },
    marks: [S],
  },
  {
    id: "place-frame-origin",
    html: '<iframe src="OTHER/frame.html"></iframe>',
    files: { "frame.html": { body: page(`<p>${S}</p>`) } },
    marks: [S],
  },
  {
    id: "place-frame-nested",
    html: '<iframe src="a.html"></iframe>',
    files: {
      "a.html": { body: page('<iframe src="OTHER/b.html"></iframe>') },
      "b.html": { body: page(`<p>${S}</p>`) },
    },
    marks: [S],
  },
  { id: "place-srcdoc", html: `<iframe srcdoc="<p>${S}</p>"></iframe>`, marks: [S] },
  { id: "place-sandbox", html: `<iframe sandbox="allow-scripts" srcdoc="<p>${S}</p>"></iframe>`, marks: [S] },
  {
    id: "place-frame-sandbox",
    html: '<iframe sandbox="allow-scripts" src="frame.html"></iframe>',
    files: { "frame.html": { body: page(`<p>${S}</p>`) } },
    marks: [S],
  },
  {
    id: "place-about-blank",
    html: `<iframe></iframe><script>document.querySelector("iframe").contentDocument.body.innerHTML="<p>${S}</p>"</script>`,
    marks: [S],
  },
  {
    id: "place-shadow",
    html: `<div id="h"></div><script>h.attachShadow({mode:"open"}).innerHTML="<p>${S}</p>"</script>`,
    marks: [S],
  },
  {
    id: "place-shadow-declarative",
    html: `<div><template shadowrootmode="open"><p>${S}</p></template></div>`,
    marks: [S],
  },
  {
    id: "place-shadow-nested",
    html: `<div id="h"></div><script>const a=h.attachShadow({mode:"open"});a.innerHTML="<section id=i></section>";a.getElementById("i").attachShadow({mode:"open"}).innerHTML="<p>Adam <b>Schiff</b></p>"</script>`,
    marks: [S],
  },
  {
    id: "place-slot",
    html: `<div>Adam Schiff<template shadowrootmode="open"><p>Chair: <slot></slot></p></template></div>`,
    marks: [S],
  },
  {
    id: "place-shadow-editor",
    html: `<div><template shadowrootmode="open"><div contenteditable>${S}</div></template></div><div contenteditable><div><template shadowrootmode="open">${S}</template></div></div>`,
    marks: [],
  },
  {
    id: "place-no-body",
    whole: true,
    html: `<!doctype html><script>document.body?.remove();document.documentElement.append("${S}")</script>`,
    changesItself: true,
    marks: [S],
  },
  {
    id: "place-frameset",
    whole: true,
    html: '<!doctype html><frameset cols="50%,50%"><frame src="frame.html"><frame src="frame.html"></frameset>',
    files: { "frame.html": { body: page(`<p>${S}</p>`) } },
    marks: [S, S],
  },
  {
    id: "place-xhtml",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${S}</title></head><body><p>Adam <b>Schiff</b></p><p><![CDATA[Nancy Pelosi]]></p></body></html>`,
    marks: [S, "Nancy Pelosi"],
  },
  {
    id: "place-svg-document",
    whole: true,
    type: "image/svg+xml",
    html: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><title>${S}</title><style>/* ${S} */</style><text y="30">Adam <tspan>Schiff</tspan></text></svg>`,
    marks: [S],
  },
  { id: "place-plain-text", whole: true, type: "text/plain", html: `On Monday\n${S} spoke.\n`, marks: [S] },
  { id: "place-deep", html: () => `${"<div>".repeat(5000)}<p>${S}</p>${"</div>".repeat(5000)}`, marks: [S] },
  {
    id: "place-deep-script",
    // Spans: 5,000 nested blocks make the browser itself hang.
    html: `<script>let e=document.body;for(let i=0;i<5000;i++)e=e.appendChild(document.createElement("span"));e.append("${S}")</script>`,
    changesItself: true,
    marks: [S],
  },
  { id: "place-many-nodes", html: () => `${`<p>${"<i>a</i> b ".repeat(100)}`.repeat(1_000)}${S}`, marks: [S] },
  {
    id: "place-long-node",
    html: () => `<p>${"Nothing to see here, move along. ".repeat(31_000)}${S} spoke. ${"More. ".repeat(2_000)}</p>`,
    marks: [S],
  },
  { id: "place-long-line", html: () => `<p>${"x".repeat(1_000_000)} ${S}</p>`, marks: [S] },
  { id: "place-wide", html: () => `<p>${"<b>word</b> ".repeat(20_000)}<b>Adam</b> <b>Schiff</b></p>`, marks: [S] },
];
