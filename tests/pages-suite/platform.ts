import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";

/** A page that changes itself by one of the platform's less common means; `before` is how often the name is marked at first. */
const changed = (id: string, html: string, before: number, act: () => unknown, ...marks: string[]): PageCase => ({
  id: `platform-${id}`,
  html: `${html}<p>${P} spoke.</p>`,
  before: [...Array<string>(before).fill(S), P],
  act,
  marks: [...marks, P],
  changesItself: true,
});

/** Further means by which text comes, goes and changes, and by which it must not be read. */
export const PLATFORM: PageCase[] = [
  changed(
    "move-before",
    `<div id=a><p id=x>${S}</p></div><div id=b><p>b</p></div>`,
    1,
    () => {
      const [x, b] = ["x", "b"].map((id) => document.getElementById(id)!);
      // Older browsers move by removal and insertion.
      type Mover = { moveBefore?(node: Node, child: Node | null): void };
      if ((b as Mover).moveBefore) (b as Mover).moveBefore!(x!, b!.firstChild);
      else b!.insertBefore(x!, b!.firstChild);
    },
    S,
  ),
  changed("move-before-editor", `<p id=x>${S}</p><div id=b contenteditable></div>`, 1, () => {
    const [x, b] = ["x", "b"].map((id) => document.getElementById(id)!);
    type Mover = { moveBefore?(node: Node, child: Node | null): void };
    if ((b as Mover).moveBefore) (b as Mover).moveBefore!(x!, null);
    else b!.append(x!);
  }),
  changed(
    "set-html",
    "<div id=x></div>",
    0,
    () => {
      const x = document.getElementById("x")!;
      x.setHTMLUnsafe(
        '<p>Adam <b>Schiff</b></p><div><template shadowrootmode="open"><p>Adam Schiff</p></template></div>',
      );
    },
    S,
    S,
  ),
  changed(
    "parsed-document",
    "<div id=x></div>",
    0,
    () => {
      const parsed = new DOMParser().parseFromString("<p>Adam <i>Schiff</i></p><p>Adam", "text/html");
      document.getElementById("x")!.append(...parsed.body.childNodes);
      document.getElementById("x")!.lastElementChild!.append(" Schiff");
    },
    S,
    S,
  ),
  changed("range-delete", `<p id=x>On ${S} <b>Adam</b> <i>Schiff</i> spoke</p>`, 2, () => {
    const x = document.getElementById("x")!;
    const range = new Range();
    range.setStart(x.firstChild!, 6);
    range.setEnd(x.querySelector("i")!.firstChild!, 2);
    range.deleteContents();
  }),
  changed(
    "range-extract",
    `<p id=x>On ${S} spoke</p><div id=y></div>`,
    1,
    () => {
      const range = new Range();
      const text = document.getElementById("x")!.firstChild!;
      range.setStart(text, 3);
      range.setEnd(text, 14);
      document.getElementById("y")!.append(range.extractContents());
    },
    S,
  ),
  changed("range-insert", `<p id=x>${S}</p>`, 1, () => {
    const range = new Range();
    range.setStart(document.getElementById("x")!.firstChild!, 7);
    range.insertNode(document.createElement("hr"));
  }),
  changed(
    "insert-adjacent",
    "<p id=x>others. <b id=y>Adam</b></p>",
    0,
    () => {
      document.getElementById("x")!.insertAdjacentText("afterbegin", "Adam Schiff and ");
      document.getElementById("y")!.insertAdjacentHTML("afterend", " <i>Schiff</i> left.");
    },
    S,
    S,
  ),
  changed(
    "adopted",
    "<iframe id=f hidden></iframe><div id=x></div>",
    0,
    () => {
      const inner = document.querySelector<HTMLIFrameElement>("#f")!.contentDocument!;
      const p = inner.createElement("p");
      p.append("Adam ", inner.createTextNode("Schiff"));
      document.getElementById("x")!.append(document.adoptNode(p));
      document.getElementById("x")!.append(document.importNode(p, true));
    },
    S,
    S,
  ),
  changed("late-unread", "<div id=x></div>", 0, () => {
    const x = document.getElementById("x")!;
    for (const tag of ["script", "style", "textarea", "noscript", "template", "code", "select", "video"]) {
      const element = document.createElement(tag);
      if (tag === "script") element.setAttribute("type", "text/x");
      element.append("Adam Schiff");
      x.append(element);
    }
    x.append(Object.assign(document.createElement("div"), { role: "textbox", textContent: "Adam Schiff" }));
  }),
  changed(
    "until-found",
    `<div id=x hidden=until-found><p>${S}</p></div>`,
    1,
    () => document.getElementById("x")!.removeAttribute("hidden"),
    S,
  ),
  changed(
    "details-toggled",
    `<details id=x><summary>More</summary><p>${S}</p></details>`,
    1,
    () => {
      const x = document.querySelector<HTMLDetailsElement>("#x")!;
      x.open = true;
      x.open = false;
      x.open = true;
    },
    S,
  ),
  changed("plaintext-only", `<p id=x>${S}</p>`, 1, () => {
    document.getElementById("x")!.contentEditable = "plaintext-only";
  }),
  {
    id: "platform-frames-many",
    html: Array.from({ length: 24 }, (_, i) => `<iframe srcdoc="<p>${i} Adam <b>Schiff</b>"></iframe>`).join(""),
    marks: Array<string>(24).fill(S),
    patience: 15_000,
  },
  {
    id: "platform-frame-lazy",
    html: `<div style="height:9000px"></div><iframe loading="lazy" src="frame.html"></iframe>`,
    files: { "frame.html": { body: `<p>${S}</p>` } },
    act: () => document.querySelector("iframe")!.scrollIntoView(),
    marks: [S],
  },
  {
    id: "platform-frame-srcdoc-twice",
    html: `<iframe id=f srcdoc="<p>${P}"></iframe>`,
    before: [P],
    act: () => {
      document.querySelector<HTMLIFrameElement>("#f")!.srcdoc = "<p>Adam <i>Schiff</i>";
    },
    marks: [S],
    changesItself: true,
  },
  {
    id: "platform-records",
    // An observer of the page sees the page's own changes and no others, also while marks come and go.
    html: `<p id=x>${S} spoke.</p><p id=y></p><script>window.seen=[];new MutationObserver((all)=>{for(const{type,target}of all)seen.push(type+" "+(target.id||target.nodeName))}).observe(document,{subtree:true,childList:true,attributes:true,characterData:true})</script>`,
    before: [S],
    act: () => {
      (document.getElementById("x")!.firstChild as Text).data = "Nobody spoke.";
      document.getElementById("y")!.append("Nancy Pelosi left.");
    },
    marks: [P],
    changesItself: true,
    check: () => {
      const seen = (window as unknown as { seen: string[] }).seen.join();
      return seen !== "characterData #text,childList y" && seen;
    },
  },
  {
    id: "platform-seams",
    // Letter meets letter between head, script and text; the last seam holds a name.
    whole: true,
    html: `<!doctype html><meta charset=utf-8><title>${S}</title><script>var a</script><p>When <b>Adam</b> <i>Sch</i>iff met</p><textarea>${P}</textarea><p>${P}, he</p>`,
    marks: [S, P],
  },
  {
    id: "platform-seams-short",
    html: "<p>x</p><p>Na<b>n</b>cy</p><p>A<b>d</b><i>a</i>m <u>S</u>c<s>h</s>iff</p><p>y</p><p>Nancy <i>P</i>elosi</p>",
    marks: [S, P],
  },
  { id: "platform-homoglyph", html: "<p>On Monday \u0410dam Schiff spoke.</p>", marks: [] },
  {
    id: "platform-overlay",
    html: `<p>On ${[..."Adam"].map((c) => `${c}\u0336`).join("")} ${[..."Schiff"].map((c) => `${c}\u0336`).join("")} spoke.</p>`,
    marks: [`${[..."Adam"].map((c) => `${c}\u0336`).join("")} ${[..."Schiff"].map((c) => `${c}\u0336`).join("")}`],
  },
  { id: "platform-line-break", html: "<h1>Chairman Adam<br>Schiff spoke</h1>", marks: ["AdamSchiff"] },
  { id: "platform-hyphenated-line", html: "<p>On Monday Adam Schi-<br>ff spoke.</p>", marks: [] },
  { id: "platform-image-inside", html: "<p>On Monday Adam <img alt=''> Bo <img alt=''>Schiffs spoke.</p>", marks: [] },
  {
    id: "platform-style-inside",
    html: `<p>On Adam <style>p{color:red}</style>Schiff spoke.</p>`,
    marks: ["Adam p{color:red}Schiff"],
  },
  {
    id: "platform-script-in-word",
    // What no reader sees parts no word, whatever it begins with; what is read does.
    html: "<p>When Adam Sch<script>var x</script>iff met Nan<script>(0)</script>cy P<i>el</i><style>p{}</style>osi</p><p>Adam Sch<b>x</b>iff left.</p>",
    marks: ["Adam Schvar xiff", "Nan(0)cy Pelp{}osi"],
  },
  { id: "platform-sup-possessive", html: `<p>${S}<sup>[<a href=#>2</a>]</sup>’s letter</p>`, marks: [S] },
];
