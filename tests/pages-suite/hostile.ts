import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
const STRICT = "default-src 'none'; style-src 'none'";
const doc = (head: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** A page whose script spoils built-in functions, and mends them after 700 ms so that this suite can look at its marks. */
const broken = (id: string, script: string): PageCase => ({
  id: `hostile-${id}`,
  raw: true,
  html: `<script>{const kept=[],define=Object.defineProperty,own=Object.getOwnPropertyDescriptor,mend=()=>{for(let i=0;i<kept.length;i+=3){if(kept[i+2])define(kept[i],kept[i+1],kept[i+2]);else delete kept[i][kept[i+1]]}};
const spoil=(o,k)=>{const d=own(o,k);kept[kept.length]=o;kept[kept.length]=k;kept[kept.length]=d;spoils[spoils.length]=[o,k]};const spoils=[];
${script};setTimeout(mend,700);
for(let i=0;i<spoils.length;i++)define(spoils[i][0],spoils[i][1],{__proto__:null,configurable:true,writable:true,value:function(){throw new Error("hostile")}})}</script><p>${S} met <b>Nancy</b> Pelosi</p>`,
  marks: [S, P],
});

/** Pages that get in the way, meaning it or not. */
export const HOSTILE: PageCase[] = [
  {
    id: "hostile-csp",
    whole: true,
    html: doc("", `<p>${S}</p>`),
    headers: { "content-security-policy": STRICT },
    marks: [S],
  },
  {
    id: "hostile-trusted-types",
    html: `<p>${S}</p>`,
    headers: {
      "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'unsafe-eval'",
    },
    marks: [S],
  },
  {
    id: "hostile-prototypes",
    whole: true,
    html: doc(
      `<script>
for (const C of [Node, Element, Document, TreeWalker, Range, StaticRange, Highlight, HighlightRegistry, Text, CharacterData, MutationObserver])
  for (const k of Object.getOwnPropertyNames(C.prototype)) if (k !== "constructor") { try { const d = Object.getOwnPropertyDescriptor(C.prototype, k); if (!d.configurable) continue;
    window.kept ??= []; kept.push([C, k, d]); Object.defineProperty(C.prototype, k, { configurable: true, get() { throw new Error("hostile " + k) } }) } catch {} }
for (const f of ["push", "map", "filter", "flatMap", "includes", Symbol.iterator]) { kept.push([Array, f, Object.getOwnPropertyDescriptor(Array.prototype, f)]); }
window.back = () => { for (const [C, k, d] of kept) Object.defineProperty(C.prototype, k, d) };
setTimeout(back, 700);
</script>`,
      `<p>${S}</p>`,
    ),
    marks: [S],
  },
  {
    id: "hostile-globals",
    whole: true,
    html: doc(
      `<script>window.MutationObserver=window.Highlight2=undefined;window.StaticRange=function(){throw 1};window.requestIdleCallback=()=>{throw 1};window.queueMicrotask=()=>{throw 1};const {push}=Array.prototype,{get}=Map.prototype;Array.prototype.push=Map.prototype.get=function(){throw 1};window.chrome=undefined;window.browser={runtime:{}};setTimeout(()=>{Array.prototype.push=push;Map.prototype.get=get},700)</script>`,
      `<p>${S}</p>`,
    ),
    marks: [S],
  },
  {
    id: "hostile-clobbered-form",
    html: `<form id="f">${["childNodes", "parentNode", "firstChild", "nextSibling", "nodeType", "nodeName", "localName", "attributes", "shadowRoot", "matches", "closest", "contains", "nodeValue", "isConnected", "getRootNode", "ownerDocument", "tagName", "compareDocumentPosition"].map((name) => `<input name="${name}">`).join("")}<p>${S}</p> Nancy <b>Pelosi</b></form>`,
    marks: [S, "Nancy Pelosi"],
  },
  {
    id: "hostile-clobbered-document",
    html: `${["body", "documentElement", "createTreeWalker", "designMode", "hidden", "querySelectorAll", "contentType", "host", "addEventListener", "nodeType", "getRootNode", "visibilityState", "activeElement", "hasFocus", "title", "location2"].map((name) => `<img name="${name}"><form name="${name}"></form>`).join("")}<p>${S}</p><div id="chrome"></div><div id="browser"></div><div id="scheduler"></div><div id="navigation"></div><div id="top"></div>`,
    marks: [S],
  },
  {
    id: "hostile-csp-sandbox",
    whole: true,
    html: doc("", `<p>${S}</p>`),
    headers: { "content-security-policy": "sandbox" },
    marks: [S],
  },
  {
    id: "hostile-csp-events",
    whole: true,
    html: doc(
      '<script nonce="x">window.seen=[];document.addEventListener("securitypolicyviolation",(e)=>seen.push(e.violatedDirective+" "+e.blockedURI))</script>',
      `<p>${S}</p><div id="h"></div><script nonce="x">h.attachShadow({mode:"open"}).append("${P}")</script>`,
    ),
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'nonce-x' 'unsafe-eval'; style-src 'none'; require-trusted-types-for 'script'; trusted-types default",
    },
    marks: [S, P],
    changesItself: true,
    check: () =>
      (window as unknown as { seen: string[] }).seen.filter((one) => !/trusted-types|favicon/.test(one)).join(),
  },
  {
    id: "hostile-isolated-headers",
    html: `<p>${S}</p>`,
    headers: {
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "unload=(), idle-detection=()",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    },
    marks: [S],
  },
  broken(
    "array-prototype",
    `for(const f of ["map","filter","forEach","push","pop","shift","splice","slice","includes","some","every","flatMap","at","sort","join"])spoil(Array.prototype,f)`,
  ),
  broken("object-prototype", `for(const f of ["get","set","value","person","done","then"])spoil(Object.prototype,f)`),
  broken("iterator", "for(const C of [Array,Set,Map,String,NodeList])spoil(C.prototype,Symbol.iterator)"),
  broken(
    "promise",
    `for(const f of ["then","catch","finally"])spoil(Promise.prototype,f);for(const f of ["all","race","resolve"])spoil(Promise,f)`,
  ),
  broken(
    "strings",
    `for(const f of ["slice","charCodeAt","normalize","replace","match","matchAll","toLowerCase","trim","split","indexOf"])spoil(String.prototype,f);for(const f of ["exec","test",Symbol.match,Symbol.replace])spoil(RegExp.prototype,f)`,
  ),
  broken(
    "maps",
    `for(const C of [Map,Set,WeakMap,WeakSet])for(const f of ["get","set","add","has","delete","keys","values"])spoil(C.prototype,f)`,
  ),
  {
    id: "hostile-late",
    // Breaks everything after the names have been marked, and then changes them.
    html: `<p id=t>${S}</p>`,
    before: [S],
    act: () => {
      const observe = () => {
        throw new Error("hostile");
      };
      const isConnected = Object.getOwnPropertyDescriptor(Node.prototype, "isConnected")!;
      // The suite itself asks for it.
      setTimeout(() => Object.defineProperty(Node.prototype, "isConnected", isConnected), 700);
      const t = document.querySelector("#t")!;
      window.MutationObserver = observe as unknown as typeof MutationObserver;
      window.setTimeout = observe as unknown as typeof setTimeout;
      Object.assign(Element.prototype, { matches: observe, closest: observe });
      Node.prototype.contains = observe;
      Node.prototype.getRootNode = observe;
      Object.defineProperty(Node.prototype, "isConnected", { get: observe });
      Object.defineProperty(Node.prototype, "nodeType", { get: observe });
      Object.defineProperty(Element.prototype, "localName", { get: observe });
      Document.prototype.createTreeWalker = observe;
      performance.now = observe;
      t.textContent = "Nancy Pelosi";
    },
    changesItself: true,
    marks: [P],
    raw: true,
  },
  {
    id: "hostile-attach-shadow",
    html: `<script>window.caught=[];const {attachShadow}=Element.prototype;Element.prototype.attachShadow=function(o){caught.push(o.mode);return attachShadow.call(this,o)};const d=Object.getOwnPropertyDescriptor(Element.prototype,"shadowRoot");Object.defineProperty(Element.prototype,"shadowRoot",{get(){return null}})</script><div id=h></div><p>${P}</p><script>h.attachShadow({mode:"open"}).innerHTML="<p>${S}</p>"</script>`,
    marks: [S, P],
    check: () => {
      const { caught } = window as unknown as { caught: string[] };
      return caught.length !== 1 && caught.join();
    },
  },
  {
    id: "hostile-highlight-registry",
    html: `<p>${S}</p><script>setInterval(()=>{for(const name of [...CSS.highlights.keys()])if(!window.hold)CSS.highlights.delete(name)},100);setTimeout(()=>window.hold=1,1500)</script>`,
    act: () => new Promise((done) => setTimeout(done, 1_600)),
    marks: [S],
  },
  {
    id: "hostile-highlight-name",
    // The page's highlight bears the name of one of ours.
    html: `<p id=t>${S} and others</p><script>const r=new Range();r.setStart(t.firstChild,0);r.setEnd(t.firstChild,0);CSS.highlights.set("dramatis-x",new Highlight(r))</script>`,
    marks: ["", S],
  },
  {
    id: "hostile-own-elements",
    html: `<div data-dramatis><p>${S}</p></div><dramatis-card>${P}</dramatis-card>`,
    marks: [S, P],
  },
  {
    id: "hostile-endless",
    html: `<div id=t></div><p>${S}</p><script>let n=0;(function f(){for(let i=0;i<50;i++){const p=document.createElement("p");p.textContent="Row "+n++;t.append(p);if(t.childNodes.length>200)t.firstChild.remove()}requestAnimationFrame(f)})()</script>`,
    changesItself: true,
    before: [S],
    act: () => document.body.insertAdjacentHTML("beforeend", "<p>Nancy Pelosi</p>"),
    marks: [S, P],
  },
  {
    id: "hostile-observer-loop",
    // A page that puts its text back whenever somebody changes it would fight with an extension that wraps names.
    html: `<p id=t>${S}</p><script>window.rounds=0;new MutationObserver(()=>{if(t.innerHTML!=="${S}"&&rounds++<1e3)t.innerHTML="${S}"}).observe(t,{childList:true,subtree:true,characterData:true})</script>`,
    marks: [S],
    check: () => (window as unknown as { rounds: number }).rounds,
  },
  {
    id: "hostile-frozen",
    html: `<script>Object.freeze(Object.prototype);Object.freeze(Array.prototype);Object.freeze(Node.prototype);Object.freeze(EventTarget.prototype)</script><p>${S}</p>`,
    marks: [S],
    raw: true,
  },
  {
    id: "hostile-no-highlights",
    html: `<script>window.kept=CSS.highlights;Object.defineProperty(CSS,"highlights",{configurable:true,get(){throw new Error("hostile")}});window.Highlight=class{constructor(){throw new Error("hostile")}};setTimeout(()=>Object.defineProperty(CSS,"highlights",{configurable:true,value:kept}),600)</script><p>${S}</p>`,
    marks: [S],
  },
  {
    id: "hostile-messages",
    html: `<p>${S}</p><script>setInterval(()=>{postMessage({type:"go"},"*");postMessage({type:"names.find",data:{}},"*");dispatchEvent(new CustomEvent("dramatis"))},50)</script>`,
    marks: [S],
  },
];
