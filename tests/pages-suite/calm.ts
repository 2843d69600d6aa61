import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const doc = (head: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** What a page has, does and sees stays as it was. */
export const CALM: PageCase[] = [
  {
    id: "calm-html",
    html: `<div id=t class="a"><p>On <b>Adam</b> Schiff</p><!-- c --></div>`,
    marks: [S],
    check: () => {
      const { outerHTML } = document.querySelector("#t")!;
      return outerHTML !== '<div id="t" class="a"><p>On <b>Adam</b> Schiff</p><!-- c --></div>' && outerHTML;
    },
  },
  {
    id: "calm-nodes",
    html: `<p id=t>On Monday ${S} spoke.</p>`,
    marks: [S],
    check: () => document.querySelector("#t")!.childNodes.length !== 1 && "the text node was split",
  },
  {
    id: "calm-own-highlight",
    html: `<p id=t>On Monday ${S} spoke.</p><script>const r=new Range();r.setStart(t.firstChild,3);r.setEnd(t.firstChild,15);CSS.highlights.set("mine",new Highlight(r))</script>`,
    marks: [S],
    check: () => {
      const mine = CSS.highlights.get("mine");
      if (mine?.size !== 1) return "the page's highlight is gone";
      return [...(mine as unknown as Set<Range>)].map(String).join() !== "Monday Adam " && "it covers other text";
    },
  },
  {
    id: "calm-one-highlight",
    html: `<p>${S} met Nancy Pelosi</p>`,
    marks: [S, "Nancy Pelosi"],
    check: () =>
      [...(CSS.highlights as unknown as Map<string, Highlight>).keys()]
        .filter((name) => !name.startsWith("dramatis"))
        .join(),
  },
  {
    id: "calm-selection",
    html: `<p id=t>On Monday ${S} spoke.</p><script>getSelection().setBaseAndExtent(t.firstChild,3,t.firstChild,15)</script>`,
    marks: [S],
    check: () => {
      const { anchorOffset, focusOffset, rangeCount } = getSelection()!;
      if (rangeCount !== 1 || anchorOffset !== 3 || focusOffset !== 15) return "the selection moved";
      return String(getSelection()) !== "Monday Adam " && String(getSelection());
    },
  },
  {
    id: "calm-copy",
    html: `<p id=t>On Monday <b>Adam</b> Schiff spoke.</p>`,
    marks: [S],
    check: () => {
      getSelection()!.selectAllChildren(document.querySelector("#t")!);
      const box = document.createElement("div");
      box.append(getSelection()!.getRangeAt(0).cloneContents());
      return box.innerHTML !== "On Monday <b>Adam</b> Schiff spoke." && box.innerHTML;
    },
    changesItself: true,
  },
  {
    id: "calm-focus",
    html: `<a href="#">One</a> ${S} <button id=b autofocus>Two</button> <input>`,
    marks: [S],
    check: () => {
      if (document.activeElement !== document.querySelector("#b")) return "the focus moved";
      const stops = document.querySelectorAll("a,button,input,[tabindex],[contenteditable]").length;
      return stops !== 3 && `${stops} tab stops`;
    },
  },
  {
    id: "calm-events",
    html: `<script>window.seen=[];for(const e of ["click","selectionchange","input","change","scroll","resize","error","unhandledrejection","message","beforetoggle","toggle","pointermove","animationstart","transitionrun"])addEventListener(e,()=>seen.push(e),true)</script><p>${S}</p>`,
    marks: [S],
    check: () => (window as unknown as { seen: string[] }).seen.join(),
  },
  {
    id: "calm-network",
    html: `<p>${S}</p>`,
    marks: [S],
    check: () => {
      const names = performance.getEntriesByType("resource").map((entry) => entry.name);
      return names.filter((name) => !name.endsWith("/favicon.ico")).join();
    },
  },
  {
    id: "calm-globals",
    whole: true,
    html: doc("<script>window.before=new Set(Object.getOwnPropertyNames(window))</script>", `<p>${S}</p>`),
    marks: [S],
    check: () => {
      const { before } = window as unknown as { before: Set<string> };
      return Object.getOwnPropertyNames(window)
        .filter((name) => !before.has(name) && name !== "before" && !/^(__|puppeteer|\$)/.test(name))
        .join();
    },
  },
  {
    id: "calm-sheets",
    html: `<style>p{color:red}</style><p>${S}</p>`,
    marks: [S],
    check: () =>
      (document.styleSheets.length !== 1 || document.adoptedStyleSheets.length !== 0) && "style sheets were added",
  },
  {
    id: "calm-form-value",
    html: `<form><input id=i value="${S}"><select id=s><option>${S}<option selected>Nancy Pelosi</select><input type=checkbox checked id=c></form><p>${S}</p>`,
    marks: [S],
    check: () => {
      const value =
        document.querySelector<HTMLInputElement>("#i")!.value + document.querySelector<HTMLSelectElement>("#s")!.value;
      return value !== "Adam SchiffNancy Pelosi" && value;
    },
  },
  {
    id: "calm-scroll",
    html: `<div style="height:3000px"></div><p>${S}</p><div style="height:3000px"></div><script>scrollTo(0,500)</script>`,
    marks: [S],
    check: () => scrollY !== 500 && `scrolled to ${scrollY}`,
  },
  {
    id: "calm-layout",
    html: `<p><span id=t>On Monday ${S} spoke.</span></p><script>window.w=t.getBoundingClientRect().width+"/"+t.getBoundingClientRect().height</script>`,
    marks: [S],
    check: () => {
      const rect = document.querySelector("#t")!.getBoundingClientRect();
      return `${rect.width}/${rect.height}` !== (window as unknown as { w: string }).w && "the text has another size";
    },
  },
  {
    id: "calm-nothing",
    html: "<p>Nobody is named here.</p>",
    marks: [],
    check: () => (CSS.highlights.size !== 0 ? "a highlight without marks" : ""),
  },
  {
    id: "calm-observer",
    whole: true,
    html: doc(
      "",
      `<p>${S}</p><script>window.seen=0;new MutationObserver(r=>seen+=r.length).observe(document,{subtree:true,childList:true,attributes:true,characterData:true})</script>`,
    ),
    marks: [S],
    check: () => (window as unknown as { seen: number }).seen && "mutations",
  },
  {
    id: "calm-live-range",
    html: `<p id=t>On Monday ${S} spoke.</p><script>window.r=new Range();r.selectNodeContents(t.firstChild)</script>`,
    marks: [S],
    check: () =>
      String((window as unknown as { r: Range }).r) !== "On Monday Adam Schiff spoke." && "the page's range changed",
  },
];
