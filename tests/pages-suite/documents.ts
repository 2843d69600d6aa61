import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>${S}</title><body>${body}`;
const XHTML = "http://www.w3.org/1999/xhtml";

/** Documents of other kinds and sizes. */
export const DOCUMENTS: PageCase[] = [
  {
    id: "document-no-body",
    whole: true,
    html: `<!doctype html><script>document.body?.remove();document.documentElement.append("${S}")</script>`,
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-no-body-element",
    whole: true,
    html: `<!doctype html><script>onload=()=>{document.body.remove();const p=document.createElement("p");p.append("${S}");document.documentElement.append(p)}</script>`,
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-emptied",
    whole: true,
    html: `<!doctype html><p>${S}</p>`,
    before: [S],
    act: () => document.documentElement.remove(),
    changesItself: true,
    marks: [],
  },
  {
    id: "document-emptied-and-filled",
    whole: true,
    html: `<!doctype html><p>${S}</p>`,
    before: [S],
    act: async () => {
      document.documentElement.remove();
      await new Promise((done) => setTimeout(done, 500));
      const html = document.createElement("html");
      html.innerHTML = "<body><p>Nancy Pelosi</p></body>";
      document.append(html);
    },
    changesItself: true,
    marks: [P],
  },
  {
    id: "document-replaced-root",
    html: `<p>${S}</p>`,
    before: [S],
    act: () => {
      const html = document.createElement("html");
      html.innerHTML = "<head></head><body><p>Nancy Pelosi</p></body>";
      document.replaceChild(html, document.documentElement);
    },
    changesItself: true,
    marks: [P],
  },
  {
    id: "document-replaced-body",
    html: "<p>Old</p>",
    act: () => {
      const body = document.createElement("body");
      body.innerHTML = "<p>Adam Schiff</p>";
      document.body.replaceWith(body);
    },
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-svg-root",
    html: "<p>Old</p>",
    act: () => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.innerHTML = "<text y='20'>Adam Schiff</text>";
      document.replaceChild(svg, document.documentElement);
    },
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-write",
    html: "<p>Old</p>",
    act: () => {
      document.open();
      document.write("<!doctype html><p>Adam Schiff</p>");
      document.close();
    },
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-write-over-marks",
    html: `<p>${P}</p>`,
    before: [P],
    act: () => {
      document.open();
      document.write("<!doctype html><p>Adam Schiff</p>");
      document.close();
    },
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-write-slowly",
    html: `<p>${P}</p>`,
    before: [P],
    act: async () => {
      document.open();
      for (const part of ["<p>Ad", "am Sch", "<b>iff</b>", " spoke.</p>"]) {
        document.write(part);
        await new Promise((done) => setTimeout(done, 150));
      }
      document.close();
    },
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-frameset",
    whole: true,
    html: '<!doctype html><frameset cols="50%,50%"><frame src="frame.html"><frame src="frame.html"></frameset>',
    files: { "frame.html": { body: page(`<p>${S}</p>`) } },
    marks: [S, S],
  },
  {
    id: "document-xhtml",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><html xmlns="${XHTML}"><head><title>${S}</title></head><body><p>Adam <b>Schiff</b></p><p><![CDATA[Nancy Pelosi]]></p></body></html>`,
    marks: [S, P],
  },
  {
    id: "document-xhtml-cdata-joined",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><html xmlns="${XHTML}"><head><title>x</title></head><body><p>Adam <![CDATA[Sch]]>iff</p></body></html>`,
    marks: [S],
  },
  {
    id: "document-xhtml-prefix",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><h:html xmlns:h="${XHTML}"><h:head><h:title>x</h:title><h:script>/* ${S} */</h:script></h:head><h:body><h:p>Adam <h:b>Schiff</h:b></h:p><h:textarea>${S}</h:textarea></h:body></h:html>`,
    marks: [S],
  },
  {
    id: "document-xhtml-late",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><html xmlns="${XHTML}"><head><title>x</title></head><body><p id="t">Old</p></body></html>`,
    act: () => (document.querySelector("#t")!.innerHTML = "Adam <b>Schiff</b>"),
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-svg",
    whole: true,
    type: "image/svg+xml",
    html: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><title>${S}</title><style>/* ${S} */</style><text y="30">Adam <tspan>Schiff</tspan></text></svg>`,
    marks: [S],
  },
  {
    id: "document-svg-script",
    whole: true,
    type: "image/svg+xml",
    html: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><text id="t" y="30">x</text><script>setTimeout(()=>{document.querySelector("text").textContent="${S}"},300)</script></svg>`,
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-xml",
    whole: true,
    type: "application/xml",
    html: `<?xml version="1.0"?><?xml-stylesheet type="text/css" href="x.css"?><note><to>${S}</to><from>Nobody</from></note>`,
    files: { "x.css": { body: "note{display:block}", type: "text/css" } },
    marks: [S],
  },
  {
    id: "document-mathml",
    whole: true,
    type: "application/xhtml+xml",
    html: `<?xml version="1.0"?><html xmlns="${XHTML}"><head><title>x</title></head><body><math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>Adam Schiff</mtext><mo>+</mo><mtext>Nancy Pelosi</mtext></math></body></html>`,
    marks: [S, P],
  },
  { id: "document-plain-text", whole: true, type: "text/plain", html: `On Monday\n${S} spoke.\n`, marks: [S] },
  {
    id: "document-plain-text-long",
    whole: true,
    type: "text/plain",
    html: () =>
      `${"Nothing to see here, move along.\n".repeat(4_000)}${S} spoke.\n${"Nothing more.\n".repeat(4_000)}${P}\n`,
    marks: [S, P],
  },
  { id: "document-quirks", whole: true, html: `<html><body><p>${S}</body></html>`, marks: [S] },
  { id: "document-bare", whole: true, html: S, marks: [S] },
  { id: "document-empty", whole: true, html: "", marks: [] },
  {
    id: "document-empty-then",
    whole: true,
    html: "<!doctype html>",
    act: () => document.body.append("Adam Schiff"),
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-latin",
    whole: true,
    type: "text/html",
    headers: { "content-type": "text/html; charset=iso-8859-1" },
    html: `<!doctype html><meta charset="iso-8859-1"><p>${S} said &eacute;</p>`,
    marks: [S],
  },
  {
    id: "document-slow",
    html: `<p>${S}</p><script src="slow.js"></script><p>${P}</p>`,
    files: { "slow.js": { body: "", type: "text/javascript", delay: 700 } },
    marks: [S, P],
  },
  { id: "document-deep", html: () => `${"<div>".repeat(5000)}<p>${S}</p>${"</div>".repeat(5000)}`, marks: [S] },
  {
    id: "document-deep-script",
    // Spans: 5,000 nested blocks make the browser itself hang.
    html: `<script>let e=document.body;for(let i=0;i<5000;i++)e=e.appendChild(document.createElement("span"));e.append("${S}")</script>`,
    changesItself: true,
    marks: [S],
  },
  {
    id: "document-deep-late",
    html: `<p>${P}</p>`,
    before: [P],
    act: () => {
      const top = document.createElement("span");
      let e: Element = top;
      for (let i = 0; i < 5000; i++) e = e.appendChild(document.createElement(i % 2 ? "b" : "span"));
      e.append("Adam Schiff");
      document.body.append(top);
    },
    changesItself: true,
    marks: [P, S],
  },
  {
    id: "document-deep-changed",
    html: `<script>let e=document.body;for(let i=0;i<5000;i++)e=e.appendChild(document.createElement("span"));e.append("${S}");window.deep=e</script>`,
    before: [S],
    act: () => ((window as unknown as { deep: Element }).deep.textContent = "Nancy Pelosi"),
    changesItself: true,
    marks: [P],
  },
  { id: "document-many-nodes", html: () => `${`<p>${"<i>a</i> b ".repeat(100)}`.repeat(1_000)}${S}`, marks: [S] },
  {
    id: "document-many-nodes-late",
    html: `<p>${P}</p>`,
    before: [P],
    act: () => {
      document.body.insertAdjacentHTML("beforeend", "<p><i>a</i> b <i>c</i> d</p>".repeat(50_000));
      document.body.append("Adam Schiff");
    },
    // The browser itself needs seconds to lay this out.
    patience: 15_000,
    changesItself: true,
    marks: [P, S],
  },
  {
    id: "document-many-names",
    html: () => `<p>${S}</p>`.repeat(3_000),
    marks: Array<string>(3_000).fill(S),
  },
  {
    id: "document-long-node",
    html: () => `<p>${"Nothing to see here, move along. ".repeat(31_000)}${S} spoke. ${"More. ".repeat(2_000)}</p>`,
    marks: [S],
  },
  {
    id: "document-long-node-names",
    html: () => `<p>${`Then ${S} met ${P}. `.repeat(1_000)}${"Nothing to see here, move along. ".repeat(31_000)}</p>`,
    marks: Array.from({ length: 2_000 }, (_, index) => (index % 2 ? P : S)),
  },
  {
    id: "document-long-node-changed",
    html: () => `<p id=t>${"Nothing to see here, move along. ".repeat(31_000)}${S} spoke.</p>`,
    before: [S],
    act: () => {
      const text = document.querySelector("#t")!.firstChild as Text;
      text.insertData(0, "Nancy Pelosi. ");
    },
    changesItself: true,
    marks: [P, S],
  },
  { id: "document-long-line", html: () => `<p>${"x".repeat(1_000_000)} ${S}</p>`, marks: [S] },
  { id: "document-wide", html: () => `<p>${"<b>word</b> ".repeat(20_000)}<b>Adam</b> <b>Schiff</b></p>`, marks: [S] },
];
