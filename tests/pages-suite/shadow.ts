import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
const root = (body: string, tag = "div") => `<${tag}><template shadowrootmode="open">${body}</template></${tag}>`;

/** Open shadow roots, there from the start. */
const PLACES: PageCase[] = [
  {
    id: "shadow-open",
    html: `<div id="h"></div><script>h.attachShadow({mode:"open"}).innerHTML="<p>${S}</p>"</script>`,
    marks: [S],
  },
  { id: "shadow-declarative", html: root(`<p>${S}</p>`), marks: [S] },
  { id: "shadow-bare-text", html: root(S), marks: [S] },
  { id: "shadow-split", html: root("<p>Ad<b>am</b> Sch<i>iff</i></p>"), marks: [S] },
  {
    id: "shadow-on-tags",
    html: `${root(S, "span")} ${root(S, "section")} ${root(S, "h1")} ${root(S, "x-y")}`,
    marks: [S, S, S, S],
  },
  {
    id: "shadow-nested",
    html: `<div id="h"></div><script>const a=h.attachShadow({mode:"open"});a.innerHTML="<section id=i></section>";a.getElementById("i").attachShadow({mode:"open"}).innerHTML="<p>Adam <b>Schiff</b></p>"</script>`,
    marks: [S],
  },
  {
    id: "shadow-nested-deep",
    html: `<div id="h"></div><script>let r=h;for(let i=0;i<40;i++){const s=r.attachShadow({mode:"open"});s.innerHTML="<div></div>";r=s.firstChild}r.append("${S}")</script>`,
    marks: [S],
  },
  {
    id: "shadow-many",
    html: `<script>for(let i=0;i<400;i++){const d=document.createElement("x-row");d.attachShadow({mode:"open"}).innerHTML=i%200===7?"<p>${S}</p>":"<p>Row</p>";document.body.append(d)}</script>`,
    marks: [S, S],
  },
  {
    id: "shadow-slot",
    html: `<div>${S}<template shadowrootmode="open"><p>Chair: <slot></slot></p></template></div>`,
    marks: [S],
  },
  {
    id: "shadow-slot-named",
    html: `<div><b slot="name">Adam Schiff</b><template shadowrootmode="open"><p><slot name="name"></slot></p></template></div>`,
    marks: [S],
  },
  { id: "shadow-slot-fallback", html: root(`<p><slot>${S}</slot></p>`), marks: [S] },
  {
    id: "shadow-introduces",
    // Reading order runs through shadow roots.
    html: `${root("<p>Attorney General Jeff Sessions spoke.</p>")}<p>Later Sessions left.</p>${root("<p>Sessions came back.</p>")}`,
    marks: ["Jeff Sessions", "Sessions", "Sessions"],
  },
  {
    id: "shadow-editor",
    html: `${root(`<div contenteditable>${S}</div>`)}<div contenteditable>${root(S)}</div>${root(`<div role="textbox">${S}</div><textarea>${S}</textarea>`)}<p>${P}</p>`,
    marks: [P],
  },
  {
    id: "shadow-scripts",
    html: `${root(`<style>/* ${S} */</style><script type="x">${S}</script><template>${S}</template>`)}<p>${P}</p>`,
    marks: [P],
  },
  {
    id: "shadow-sheets",
    html: `<div id="h"></div><script>const s=new CSSStyleSheet();s.replaceSync("p{color:red}");const r=h.attachShadow({mode:"open"});r.adoptedStyleSheets=[s];r.innerHTML="<p>${S}</p>"</script>`,
    marks: [S],
    check: () => {
      const { adoptedStyleSheets, firstChild } = document.querySelector("#h")!.shadowRoot!;
      if (adoptedStyleSheets[0]?.cssRules[0]?.cssText !== "p { color: red; }") return "its own sheet is gone";
      return getComputedStyle(firstChild as Element).color !== "rgb(255, 0, 0)" && "the text looks different";
    },
  },
];

/** Shadow roots that come late, change, move or go. */
const CHANGES: PageCase[] = [
  {
    id: "shadow-late",
    html: "<p>Start</p>",
    act: () => {
      const host = document.createElement("div");
      host.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
      document.body.append(host);
    },
    marks: [S],
  },
  {
    id: "shadow-late-beside-marks",
    html: `<p>${P}</p>`,
    before: [P],
    act: () => {
      const host = document.createElement("div");
      host.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
      document.body.append(host);
    },
    marks: [P, S],
  },
  {
    id: "shadow-attached",
    html: "<div id=h></div>",
    act: async () => {
      await new Promise((done) => setTimeout(done, 600));
      document.querySelector("#h")!.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
    },
    marks: [S],
  },
  {
    id: "shadow-attached-very-late",
    html: `<div id=h></div><p>${P}</p>`,
    before: [P],
    act: async () => {
      await new Promise((done) => setTimeout(done, 4_500));
      document.querySelector("#h")!.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
    },
    // Two seconds are long for a reader.
    patience: 2_000,
    marks: [P, S],
  },
  {
    id: "shadow-attached-nested",
    html: `${root("<div></div>")}<p>${P}</p>`,
    before: [P],
    act: () => {
      const inner = document.querySelector("div")!.shadowRoot!.firstElementChild!;
      inner.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
    },
    marks: [P, S],
  },
  {
    id: "shadow-attached-then-filled",
    html: "<div id=h></div>",
    act: async () => {
      const own = document.querySelector("#h")!.attachShadow({ mode: "open" });
      await new Promise((done) => setTimeout(done, 1_200));
      own.innerHTML = "<p>Adam Schiff</p>";
    },
    marks: [S],
  },
  {
    id: "shadow-defined",
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
    id: "shadow-nested-late",
    html: root("<div></div>"),
    act: () => {
      const host = document.createElement("section");
      host.attachShadow({ mode: "open" }).innerHTML = "<p>Adam Schiff</p>";
      document.querySelector("div")!.shadowRoot!.append(host);
    },
    marks: [S],
  },
  {
    id: "shadow-parsed-late",
    html: "<div id=t></div>",
    act: () =>
      (document.querySelector("#t") as unknown as { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(
        "<section><template shadowrootmode=open><p>Adam Schiff</p></template></section>",
      ),
    marks: [S],
  },
  {
    id: "shadow-removed",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#h")!.remove(),
    marks: [P],
  },
  {
    id: "shadow-removed-above",
    html: `<section id=h>${root(root(`<p>${S}</p>`))}</section><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#h")!.remove(),
    marks: [P],
  },
  {
    id: "shadow-back",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p>`,
    before: [S, P],
    act: async () => {
      const h = document.querySelector("#h")!;
      h.remove();
      await new Promise((done) => setTimeout(done, 500));
      document.body.append(h);
    },
    marks: [S, P],
  },
  {
    id: "shadow-back-changed",
    html: `<div id=h><template shadowrootmode="open"><p>Nobody</p></template></div><p>Start</p>`,
    before: [],
    act: async () => {
      const h = document.querySelector("#h")!;
      h.remove();
      await new Promise((done) => setTimeout(done, 300));
      h.shadowRoot!.firstElementChild!.textContent = "Adam Schiff";
      await new Promise((done) => setTimeout(done, 300));
      document.body.append(h);
    },
    marks: [S],
  },
  {
    id: "shadow-moved",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p><div id=d></div>`,
    before: [S, P],
    act: () => document.querySelector("#d")!.append(document.querySelector("#h")!),
    marks: [P, S],
  },
  {
    id: "shadow-moved-into",
    html: `<p id=t>${S}</p><div id=h><template shadowrootmode="open"><section></section></template></div>`,
    before: [S],
    act: () => document.querySelector("#h")!.shadowRoot!.firstElementChild!.append(document.querySelector("#t")!),
    marks: [S],
  },
  {
    id: "shadow-moved-into-editor",
    html: `<p id=t>${S}</p><p>${P}</p><div id=h><template shadowrootmode="open"><section contenteditable></section></template></div>`,
    before: [S, P],
    act: () => document.querySelector("#h")!.shadowRoot!.firstElementChild!.append(document.querySelector("#t")!),
    marks: [P],
  },
  {
    id: "shadow-moved-out",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><div id=d></div>`,
    before: [S],
    act: () => document.querySelector("#d")!.append(document.querySelector("#h")!.shadowRoot!.firstElementChild!),
    marks: [S],
  },
  {
    id: "shadow-changed",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div>`,
    before: [S],
    act: () =>
      ((document.querySelector("#h")!.shadowRoot!.querySelector("p")!.firstChild as Text).data = "Nancy Pelosi"),
    marks: [P],
  },
  {
    id: "shadow-rewritten",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div>`,
    before: [S],
    act: () => (document.querySelector("#h")!.shadowRoot!.innerHTML = "<i>Nancy <b>Pelosi</b></i>"),
    marks: [P],
  },
  {
    id: "shadow-slotted-late",
    html: `<div id=h><template shadowrootmode="open"><p><slot></slot></p></template></div>`,
    act: () => document.querySelector("#h")!.append("Adam Schiff"),
    marks: [S],
  },
  {
    id: "shadow-becomes-editor",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p>`,
    before: [S, P],
    act: () => (document.querySelector("#h")!.shadowRoot!.querySelector("p")!.contentEditable = "true"),
    marks: [P],
  },
  {
    id: "shadow-host-becomes-editor",
    html: `<div id=h><template shadowrootmode="open"><p>${S}</p></template></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#h")!.setAttribute("role", "textbox"),
    marks: [P],
  },
];

export const SHADOW: PageCase[] = [...PLACES, ...CHANGES.map((one) => ({ ...one, changesItself: true }))];
