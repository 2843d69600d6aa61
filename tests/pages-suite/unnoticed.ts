import type { PageCase } from "./case.ts";

const S = "Adam Schiff";

/** What a page, its scripts and its reader notice of us: nothing. */
export const UNNOTICED: PageCase[] = [
  {
    id: "calm-attributes",
    html: `<main><p class=a>${S} met <a href="#">Nancy Pelosi</a></p></main>`,
    marks: [S, "Nancy Pelosi"],
    check: () => {
      const names = [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
      return names.join() !== "charset,class,href" && names.join();
    },
  },
  {
    id: "calm-elements",
    html: `<p>${S}</p><div><template shadowrootmode="open"><b>${S}</b></template></div>`,
    marks: [S, S],
    check: () => {
      const tags = [...document.querySelectorAll("*")].map((element) => element.localName).join();
      if (tags !== "html,head,meta,script,title,body,p,div") return tags;
      return document.querySelector("div")!.shadowRoot!.innerHTML !== "<b>Adam Schiff</b>" && "shadow root changed";
    },
  },
  {
    id: "calm-own-priority",
    // The page's highlights stay on top, also over the same text.
    html: `<p id=t>${S} spoke.</p><script>const r=new Range();r.selectNodeContents(t);const h=new Highlight(r);h.type="spelling-error";CSS.highlights.set("mine",h)</script>`,
    marks: [S],
    check: () => {
      const all = [...(CSS.highlights as unknown as Map<string, Highlight>)];
      const mine = CSS.highlights.get("mine") as Highlight;
      if (mine.priority !== 0 || mine.type !== "spelling-error" || mine.size !== 1) return "changed";
      return all.some(([name, { priority }]) => name !== "mine" && priority >= 0) && "painted over";
    },
  },
  {
    id: "calm-own-highlight-static",
    html: `<p id=t>${S} spoke.</p><script>const h=new Highlight(new StaticRange({startContainer:t.firstChild,startOffset:0,endContainer:t.firstChild,endOffset:4}));CSS.highlights.set("a",h);CSS.highlights.set("z",h)</script>`,
    marks: [S],
    check: () => {
      const { highlights } = CSS;
      return (highlights.get("a") !== highlights.get("z") || highlights.get("a")!.size !== 1) && "changed";
    },
  },
  {
    id: "calm-own-highlight-later",
    html: `<p id=t>${S} spoke.</p>`,
    before: [S],
    act: async () => {
      const range = new Range();
      range.selectNodeContents(document.querySelector("#t")!);
      CSS.highlights.set("mine", new Highlight(range));
      await new Promise((done) => setTimeout(done, 1_200));
    },
    marks: [S],
    check: () => CSS.highlights.get("mine")?.size !== 1 && "gone",
  },
  {
    id: "calm-find",
    html: `<p>On Monday <b>Adam</b> Schiff spoke.</p>`,
    marks: [S],
    check: () => {
      const find = (window as unknown as { find(text: string): boolean }).find;
      if (!find.call(window, "Adam Schiff")) return "the browser does not find the name";
      return String(getSelection()) !== "Adam Schiff" && String(getSelection());
    },
  },
  {
    id: "calm-inner-text",
    html: `<p id=t>On Monday <b>Adam</b> Schiff\nspoke.</p>`,
    marks: [S],
    check: () => {
      // biome-ignore lint/performance/useDomNodeTextContent: what the page lays out is asked for
      const { innerText } = document.querySelector<HTMLElement>("#t")!;
      return innerText !== "On Monday Adam Schiff spoke." && innerText;
    },
  },
  {
    id: "calm-selection-by-mouse",
    html: `<p id=t>On Monday ${S} spoke.</p><script>window.seen=0;document.addEventListener("selectionchange",()=>seen++)</script>`,
    before: [S],
    act: async () => {
      getSelection()!.setBaseAndExtent(
        document.querySelector("#t")!.firstChild!,
        0,
        document.querySelector("#t")!.firstChild!,
        21,
      );
      await new Promise((done) => setTimeout(done, 300));
      (window as unknown as { seen: number }).seen = 0;
      await new Promise((done) => setTimeout(done, 900));
    },
    marks: [S],
    check: () => {
      if ((window as unknown as { seen: number }).seen) return "the selection changed";
      return String(getSelection()) !== "On Monday Adam Schiff" && String(getSelection());
    },
  },
  {
    id: "calm-style",
    html: `<p id=t>On Monday <b>${S}</b> spoke.</p><script>window.look=()=>[...document.querySelectorAll("#t,#t *")].map(e=>{const s=getComputedStyle(e);return [...s].map(n=>n+":"+s.getPropertyValue(n)).join()}).join("|");window.was=look()</script>`,
    marks: [S],
    check: () => {
      const { look, was } = window as unknown as { look(): string; was: string };
      return look() !== was && "computed styles differ";
    },
  },
  {
    id: "calm-size-of-page",
    html: `<div style="width:300px">${`<p>On Monday ${S} met <i>Nancy Pelosi</i>, and so on until the line is full.</p>`.repeat(20)}</div><script>window.was=document.documentElement.scrollHeight+"/"+document.documentElement.scrollWidth</script>`,
    marks: Array.from({ length: 40 }, (_, index) => (index % 2 ? "Nancy Pelosi" : S)),
    check: () => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      return `${scrollHeight}/${scrollWidth}` !== (window as unknown as { was: string }).was && "another size";
    },
  },
  {
    id: "calm-focus-order",
    html: `<p>${S} <a id=a href="#">One</a> ${S} <button id=b>Two</button></p><input id=c>`,
    before: [S, S],
    act: () => document.querySelector<HTMLElement>("#a")!.focus(),
    press: ["Tab", "Tab"],
    marks: [S, S],
    check: () => document.activeElement!.id !== "c" && document.activeElement!.outerHTML,
  },
  {
    id: "calm-key-events",
    html: `<script>window.seen=[];for(const e of ["keydown","keyup","keypress","beforeinput"])addEventListener(e,(v)=>seen.push(e+v.defaultPrevented))</script><p>${S}</p><input id=i>`,
    before: [S],
    act: () => document.querySelector<HTMLElement>("#i")!.focus(),
    type_: "n",
    marks: [S],
    check: () => {
      const seen = (window as unknown as { seen: string[] }).seen.join();
      return seen !== "keydownfalse,keypressfalse,beforeinputfalse,keyupfalse" && seen;
    },
  },
  {
    id: "calm-page-listeners",
    html: `<script>window.seen=[];for(const [o,k] of [[EventTarget.prototype,"addEventListener"],[Element.prototype,"attachShadow"],[Node.prototype,"appendChild"],[Document.prototype,"createElement"],[window,"fetch"],[window,"setTimeout"],[window,"getComputedStyle"],[Document.prototype,"createTreeWalker"],[Element.prototype,"getBoundingClientRect"]]){const f=o[k];o[k]=function(...a){seen.push(k);return f.apply(this,a)}}</script><p>${S}</p>`,
    marks: [S],
    check: () => (window as unknown as { seen: string[] }).seen.filter((one) => one !== "addEventListener").join(),
  },
  {
    id: "calm-performance-entries",
    html: `<script>window.seen=[];for(const type of PerformanceObserver.supportedEntryTypes)if(/resource|mark|measure|layout-shift|longtask/.test(type))new PerformanceObserver(l=>{for(const e of l.getEntries())if(!/favicon/.test(e.name))seen.push(e.entryType+" "+e.name)}).observe({type,buffered:true})</script><p>${S}</p>`,
    marks: [S],
    check: () => (window as unknown as { seen: string[] }).seen.filter((one) => !/^longtask/.test(one)).join(),
  },
  {
    id: "calm-console",
    html: `<script>window.seen=[];for(const k of Object.keys(console))if(typeof console[k]==="function"){const f=console[k];console[k]=(...a)=>{seen.push(k+" "+a);f.apply(console,a)}}addEventListener("error",e=>seen.push("error "+e.message));addEventListener("unhandledrejection",e=>seen.push("rejection "+e.reason))</script><p>${S}</p>`,
    marks: [S],
    check: () => (window as unknown as { seen: string[] }).seen.join(),
  },
  {
    id: "calm-storage",
    html: `<p>${S}</p>`,
    marks: [S],
    check: async () => {
      const databases = (await indexedDB.databases?.())?.length ?? 0;
      const caches_ = "caches" in window ? (await caches.keys()).length : 0;
      return (
        (databases || caches_ || localStorage.length || sessionStorage.length || document.cookie) &&
        "something is stored"
      );
    },
  },
  {
    id: "calm-animations",
    html: `<p>${S}</p>`,
    marks: [S],
    check: () => document.getAnimations().length && "animations",
  },
  {
    id: "calm-top-layer",
    html: `<p>${S}</p><div id=d popover=auto>x</div>`,
    before: [S],
    act: async () => {
      document.querySelector<HTMLElement>("#d")!.showPopover();
      await new Promise((done) => setTimeout(done, 700));
    },
    marks: [S],
    changesItself: true,
    check: () => !document.querySelector("#d")!.matches(":popover-open") && "the page's popover was closed",
  },
  {
    id: "calm-iterators",
    html: `<p id=t>${S}</p><script>window.w=document.createTreeWalker(t,4);w.nextNode();window.n=document.createNodeIterator(t);n.nextNode()</script>`,
    marks: [S],
    check: () => {
      const { w, n } = window as unknown as { w: TreeWalker; n: NodeIterator };
      return (w.currentNode.nodeValue !== "Adam Schiff" || n.referenceNode !== document.querySelector("#t")) && "moved";
    },
  },
  {
    id: "calm-live-ranges",
    // Live ranges cost the page at each of its changes; a page can tell by the kind of what is registered.
    html: `<p>${S}</p>`,
    marks: [S],
    check: () => {
      const all = [...(CSS.highlights as unknown as Map<string, Iterable<AbstractRange>>)].flatMap(([, ranges]) => [
        ...ranges,
      ]);
      return all.some((range) => !(range instanceof StaticRange)) && "a live range";
    },
  },
  {
    id: "calm-window-frames",
    html: `<p>${S}</p>`,
    marks: [S],
    check: () => (window.frames.length || document.scripts.length !== 1) && "frames or scripts were added",
  },
];
