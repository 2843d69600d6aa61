import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>${S}</title><body>${body}`;
const FRAME = { "frame.html": { body: page(`<p>${S}</p>`) } };

/** Frames of every kind, there from the start. */
const PLACES: PageCase[] = [
  { id: "frame-src", html: '<iframe src="frame.html"></iframe>', files: FRAME, marks: [S] },
  { id: "frame-origin", html: '<iframe src="OTHER/frame.html"></iframe>', files: FRAME, marks: [S] },
  {
    id: "frame-nested",
    html: '<iframe src="a.html"></iframe>',
    files: {
      "a.html": { body: page('<iframe src="OTHER/b.html"></iframe>') },
      "b.html": { body: page(`<p>${S}</p>`) },
    },
    marks: [S],
  },
  { id: "frame-srcdoc", html: `<iframe srcdoc="<p>${S}</p>"></iframe>`, marks: [S] },
  {
    id: "frame-srcdoc-nested",
    html: `<iframe srcdoc="<p>${P}</p><iframe srcdoc='<p>${S}</p>'></iframe>"></iframe>`,
    marks: [P, S],
  },
  { id: "frame-sandbox-srcdoc", html: `<iframe sandbox="allow-scripts" srcdoc="<p>${S}</p>"></iframe>`, marks: [S] },
  {
    id: "frame-sandbox-src",
    html: '<iframe sandbox="allow-scripts" src="frame.html"></iframe>',
    files: FRAME,
    marks: [S],
  },
  { id: "frame-sandbox-bare", html: '<iframe sandbox src="frame.html"></iframe>', files: FRAME, marks: [S] },
  { id: "frame-sandbox-bare-srcdoc", html: `<iframe sandbox srcdoc="<p>${S}</p>"></iframe>`, marks: [S] },
  {
    id: "frame-sandbox-header",
    html: '<iframe src="frame.html"></iframe>',
    files: {
      "frame.html": { body: page(`<p>${S}</p>`), headers: { "content-security-policy": "sandbox allow-scripts" } },
    },
    marks: [S],
  },
  {
    id: "frame-csp",
    html: '<iframe src="frame.html"></iframe>',
    files: {
      "frame.html": { body: page(`<p>${S}</p>`), headers: { "content-security-policy": "default-src 'none'" } },
    },
    marks: [S],
  },
  {
    id: "frame-blank",
    html: `<iframe></iframe><script>document.querySelector("iframe").contentDocument.body.innerHTML="<p>${S}</p>"</script>`,
    marks: [S],
  },
  {
    id: "frame-blank-src",
    html: `<iframe src="about:blank"></iframe><script>onload=()=>{document.querySelector("iframe").contentDocument.body.innerHTML="<p>${S}</p>"}</script>`,
    marks: [S],
  },
  {
    id: "frame-written",
    html: `<iframe></iframe><script>const d=document.querySelector("iframe").contentDocument;d.open();d.write("<p>${S}</p>");d.close()</script>`,
    marks: [S],
  },
  {
    id: "frame-script-address",
    html: `<iframe src="javascript:'<p>${S}</p>'"></iframe>`,
    marks: [S],
  },
  {
    id: "frame-blob",
    html: `<iframe></iframe><script>document.querySelector("iframe").src=URL.createObjectURL(new Blob(["<p>${S}</p>"],{type:"text/html"}))</script>`,
    marks: [S],
  },
  { id: "frame-data", html: `<iframe src="data:text/html,<p>${S}</p>"></iframe>`, marks: [S] },
  { id: "frame-object", html: '<object type="text/html" data="frame.html"></object>', files: FRAME, marks: [S] },
  { id: "frame-embed", html: '<embed type="text/html" src="frame.html">', files: FRAME, marks: [S] },
  {
    id: "frame-hidden",
    html: `<iframe src="frame.html" style="width:1px;height:1px;border:0"></iframe>`,
    files: FRAME,
    marks: [S],
  },
  {
    id: "frame-in-shadow",
    html: '<div><template shadowrootmode="open"><iframe src="frame.html"></iframe></template></div>',
    files: FRAME,
    marks: [S],
  },
  {
    id: "frame-shadow-inside",
    html: '<iframe src="frame.html"></iframe>',
    files: {
      "frame.html": { body: page(`<div><template shadowrootmode="open"><p>${S}</p></template></div>`) },
    },
    marks: [S],
  },
  {
    id: "frame-set",
    whole: true,
    html: '<!doctype html><frameset cols="50%,50%"><frame src="frame.html"><frame src="OTHER/frame.html"></frameset>',
    files: FRAME,
    marks: [S, S],
  },
  {
    id: "frame-set-written",
    whole: true,
    html: `<!doctype html><script>function text(){return "<p>${S}</p>"}</script><frameset cols="50%,50%"><frame src="javascript:parent.text()"><frame src="about:blank"></frameset>`,
    marks: [S],
  },
  {
    id: "frame-own-evidence",
    // What one document introduces says nothing of a name in another.
    html: '<p>Attorney General Jeff Sessions spoke.</p><iframe src="frame.html"></iframe>',
    files: { "frame.html": { body: "<!doctype html><h1>Yoga</h1><p>Then Sessions went on.</p>" } },
    marks: ["Jeff Sessions"],
  },
  {
    id: "frame-editor",
    html: `<iframe></iframe><p>${P}</p><script>const d=document.querySelector("iframe").contentDocument;d.body.innerHTML="<p>${S}</p>";d.designMode="on"</script>`,
    marks: [P],
  },
  {
    id: "frame-editor-body",
    html: `<iframe></iframe><p>${P}</p><script>const d=document.querySelector("iframe").contentDocument;d.body.innerHTML="<p>${S}</p>";d.body.contentEditable="true"</script>`,
    marks: [P],
  },
];

/** Frames that come, change or go. */
const CHANGES: PageCase[] = [
  {
    id: "frame-late",
    html: "<p>Start</p>",
    files: FRAME,
    act: () => {
      const frame = document.createElement("iframe");
      frame.src = "frame.html";
      document.body.append(frame);
    },
    marks: [S],
  },
  {
    id: "frame-late-other",
    html: `<p>${P}</p>`,
    before: [P],
    files: FRAME,
    act: () => {
      const frame = document.createElement("iframe");
      frame.src = `${location.href.replace("127.0.0.1", "localhost")}frame.html`;
      document.body.append(frame);
    },
    marks: [P, S],
  },
  {
    id: "frame-late-srcdoc",
    html: "<iframe></iframe>",
    act: () => (document.querySelector("iframe")!.srcdoc = "<p>Adam Schiff</p>"),
    marks: [S],
  },
  {
    id: "frame-late-sandbox",
    html: "<p>Start</p>",
    act: () =>
      document.body.insertAdjacentHTML(
        "beforeend",
        "<iframe sandbox=allow-scripts srcdoc='<p>Adam Schiff</p>'></iframe>",
      ),
    marks: [S],
  },
  {
    id: "frame-late-blank",
    html: "<p>Start</p>",
    act: async () => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      await new Promise((done) => setTimeout(done, 500));
      const p = frame.contentDocument!.createElement("p");
      p.textContent = "Adam Schiff";
      frame.contentDocument!.body.append(p);
    },
    marks: [S],
  },
  {
    id: "frame-late-blank-at-once",
    html: "<p>Start</p>",
    act: () => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentDocument!.body.append("Adam Schiff");
    },
    marks: [S],
  },
  {
    id: "frame-late-written",
    html: "<iframe></iframe>",
    act: async () => {
      const own = document.querySelector("iframe")!.contentDocument!;
      own.open();
      own.write("<p>Adam ");
      await new Promise((done) => setTimeout(done, 500));
      own.write("Schiff</p>");
      own.close();
    },
    marks: [S],
  },
  {
    id: "frame-rewritten",
    html: `<iframe srcdoc="<p>${P}</p>"></iframe>`,
    before: [P],
    act: () => {
      const own = document.querySelector("iframe")!.contentDocument!;
      own.open();
      own.write("<p>Adam Schiff</p>");
      own.close();
    },
    marks: [S],
  },
  {
    id: "frame-late-in-frame",
    html: `<iframe srcdoc="<p>${P}</p>"></iframe>`,
    before: [P],
    act: () => {
      const own = document.querySelector("iframe")!.contentDocument!;
      const frame = own.createElement("iframe");
      own.body.append(frame);
      frame.contentDocument!.body.innerHTML = "<p>Adam Schiff</p>";
    },
    marks: [P, S],
  },
  {
    id: "frame-navigated",
    html: '<iframe src="frame.html"></iframe>',
    files: { ...FRAME, "next.html": { body: page(`<p>${P}</p>`) } },
    before: [S],
    act: () => (document.querySelector("iframe")!.src = "next.html"),
    marks: [P],
  },
  {
    id: "frame-removed",
    html: `<iframe src="frame.html"></iframe><p>${P}</p>`,
    files: FRAME,
    before: [S, P],
    act: () => document.querySelector("iframe")!.remove(),
    marks: [P],
  },
  {
    id: "frame-moved",
    html: `<iframe src="frame.html"></iframe><p>${P}</p><div id=d></div>`,
    files: FRAME,
    before: [S, P],
    act: () => document.querySelector("#d")!.append(document.querySelector("iframe")!),
    marks: [S, P],
  },
  {
    id: "frame-hidden-later",
    html: '<iframe src="frame.html" style="display:none"></iframe>',
    files: FRAME,
    act: async () => {
      await new Promise((done) => setTimeout(done, 500));
      document.querySelector("iframe")!.style.display = "block";
    },
    marks: [S],
  },
  {
    id: "frame-adopts",
    html: `<p id=t>${S}</p><iframe></iframe>`,
    before: [S],
    act: () => {
      const own = document.querySelector("iframe")!.contentDocument!;
      own.body.append(own.adoptNode(document.querySelector("#t")!));
    },
    marks: [S],
  },
  {
    id: "frame-editor-later",
    html: `<iframe srcdoc="<p>${S}</p>"></iframe><p>${P}</p>`,
    before: [S, P],
    act: () => (document.querySelector("iframe")!.contentDocument!.designMode = "on"),
    marks: [P],
  },
];

export const FRAMES: PageCase[] = [...PLACES, ...CHANGES.map((one) => ({ ...one, changesItself: true }))];
