import type { PageCase } from "./case.ts";

const S = "Adam Schiff";
const P = "Nancy Pelosi";
/** A place in which no name is marked, beside one in which it is. */
const off = (id: string, html: string): PageCase => ({
  id: `editor-${id}`,
  html: `${html}<p>${P} spoke.</p>`,
  marks: [P],
});
const on = (id: string, html: string, ...marks: string[]): PageCase => ({ id: `editor-${id}`, html, marks });

/** Fields, editors, code: text that is being written. */
const PLACES: PageCase[] = [
  off("textarea", `<textarea>${S}</textarea>`),
  off(
    "input",
    `<input value="${S}"><input placeholder="${S}"><input type=submit value="${S}"><input type=search list=l value="${S}">`,
  ),
  off("select", `<select><optgroup label="x"><option>${S}</optgroup></select><datalist><option>${S}</datalist>`),
  off("select-multiple", `<select multiple size=3><option>${S}<option selected>${S}</select>`),
  off("output-of-form", `<textarea readonly>${S}</textarea><textarea disabled>${S}</textarea>`),
  off("editable", `<div contenteditable>${S} <b>${S}</b></div>`),
  off("editable-true", `<div contenteditable="TRUE"><p>${S}</p></div>`),
  off("editable-plaintext", `<div contenteditable="plaintext-only">${S}</div>`),
  off("editable-plaintext-case", `<div contenteditable="PlainText-Only">${S}</div>`),
  off("editable-island", `<div contenteditable="true"><span contenteditable="false">${S}</span></div>`),
  off("editable-deep", `<div contenteditable>${"<div>".repeat(50)}${S}${"</div>".repeat(50)}</div>`),
  off("editable-table", `<table><tr><td contenteditable>${S}</td></tr></table>`),
  off("editable-inline", `<p>Write: <span contenteditable="true">${S}</span></p>`),
  on("editable-beside", `<p>${S} <span contenteditable>${S}</span> ${P}</p>`, S, P),
  on("editable-between", `<p>Adam <span contenteditable>and</span> Schiff</p>`),
  on("not-editable", `<div contenteditable="false">${S}</div>`, S),
  on("editable-inherit", `<div contenteditable="inherit">${S}</div>`, S),
  on("editable-invalid", `<div contenteditable="banana">${S}</div>`, S),
  off("role-textbox", `<div role="textbox"><p>${S}</p></div>`),
  off("role-textbox-multiline", `<div role="TextBox" aria-multiline="true" tabindex="0"><p>${S}</p></div>`),
  off("role-searchbox", `<div role="searchbox">${S}</div>`),
  off("role-list", `<div role="none textbox">${S}</div>`),
  off("role-code", `<div role="code">${S}</div>`),
  off("code-listing", `<pre><code>${S}</code></pre>`),
  on("role-other", `<div role="article">${S}</div><div role="textboxes">${S}</div>`, S, S),
  off(
    "monaco",
    `<div class="monaco-editor" role="code"><div class="view-lines"><div class="view-line"><span>${S}</span></div></div></div>`,
  ),
  off(
    "codemirror-5",
    `<div class="CodeMirror cm-s-default"><div class="CodeMirror-lines"><pre class=" CodeMirror-line "><span>${S}</span></pre></div></div>`,
  ),
  off(
    "codemirror-6",
    `<div class="cm-editor"><div class="cm-scroller"><div class="cm-content" contenteditable=true role=textbox><div class="cm-line">${S}</div></div></div></div>`,
  ),
  off("ace", `<pre class="ace_editor ace-tm"><div class="ace_content"><div class="ace_line">${S}</div></div></pre>`),
  off("prosemirror", `<div class="ProseMirror" contenteditable="true" translate="no"><p>${S}</p></div>`),
  off("quill", `<div class="ql-container"><div class="ql-editor" contenteditable="true"><p>${S}</p></div></div>`),
  off(
    "lexical",
    `<div contenteditable="true" role="textbox" data-lexical-editor="true"><p dir="ltr"><span data-lexical-text="true">${S}</span></p></div>`,
  ),
  off(
    "draft",
    `<div class="DraftEditor-root"><div class="public-DraftEditor-content" contenteditable="true" role="textbox"><span data-text="true">${S}</span></div></div>`,
  ),
  {
    id: "editor-whole-page",
    whole: true,
    html: `<!doctype html><html contenteditable><body><p>${S}</p></body></html>`,
    marks: [],
  },
  { id: "editor-body", whole: true, html: `<!doctype html><body contenteditable><p>${S}</p></body>`, marks: [] },
  {
    id: "editor-design-mode-from-start",
    html: `<p>${S}</p><script>document.designMode="on"</script>`,
    marks: [],
  },
];

/** Places that become editors, or stop being ones, and typing. */
const CHANGES: PageCase[] = [
  {
    id: "editor-begins",
    html: `<div id=t><p>${S}</p></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#t")!.setAttribute("contenteditable", ""),
    marks: [P],
  },
  {
    id: "editor-begins-by-property",
    html: `<div id=t><p>${S}</p></div><p>${P}</p>`,
    before: [S, P],
    act: () => (document.querySelector<HTMLElement>("#t")!.contentEditable = "plaintext-only"),
    marks: [P],
  },
  {
    id: "editor-begins-body",
    html: `<p>${S}</p>`,
    before: [S],
    act: () => (document.body.contentEditable = "true"),
    marks: [],
  },
  {
    id: "editor-role-begins",
    html: `<div id=t><p>${S}</p></div><p>${P}</p>`,
    before: [S, P],
    act: () => document.querySelector("#t")!.setAttribute("role", "textbox"),
    marks: [P],
  },
  {
    id: "editor-ends",
    html: `<div id=t contenteditable><p>${S}</p></div>`,
    before: [],
    act: () => document.querySelector("#t")!.removeAttribute("contenteditable"),
    marks: [S],
  },
  {
    id: "editor-ends-false",
    html: `<div id=t contenteditable><p>${S}</p></div>`,
    before: [],
    act: () => (document.querySelector<HTMLElement>("#t")!.contentEditable = "false"),
    marks: [S],
  },
  {
    id: "editor-role-begins-among-thousands",
    html: `<div id=grid>${"<span>x </span>".repeat(3_000)}<div>${S}</div></div><p>${P} spoke.</p>`,
    before: [S, P],
    act: () => {
      for (const cell of document.querySelectorAll("#grid span")) cell.setAttribute("role", "gridcell");
      document.querySelector("#grid div")!.setAttribute("role", "textbox");
    },
    marks: [P],
  },
  {
    id: "editor-begins-around-shadow-root",
    html: `<section><div id=host></div></section><p>${P} spoke.</p><script>host.attachShadow({mode:"open"}).innerHTML="<p>${S}</p>"</script>`,
    before: [S, P],
    act: () => document.querySelector("section")!.setAttribute("contenteditable", "true"),
    marks: [P],
  },
  {
    id: "editor-role-ends",
    html: `<div id=t role=textbox><p>${S}</p></div><p>${P}</p>`,
    before: [P],
    act: () => document.querySelector("#t")!.removeAttribute("role"),
    marks: [S, P],
  },
  {
    id: "editor-begins-inside-name",
    html: `<p>Adam <span id=t>Schiff</span></p>`,
    before: [S],
    act: () => document.querySelector("#t")!.setAttribute("contenteditable", "true"),
    marks: [],
  },
  {
    id: "editor-ends-inside-name",
    html: `<p>Adam <span id=t contenteditable>Schiff</span></p>`,
    before: [],
    act: () => document.querySelector("#t")!.removeAttribute("contenteditable"),
    marks: [S],
  },
  { id: "editor-design-mode", html: `<p>${S}</p>`, before: [S], act: () => (document.designMode = "on"), marks: [] },
  {
    id: "editor-design-mode-text",
    html: `<p>${S}</p>`,
    before: [S],
    act: () => {
      document.designMode = "on";
      document.body.insertAdjacentHTML("beforeend", "<p>Nancy Pelosi</p>");
    },
    marks: [],
  },
  {
    id: "editor-design-mode-off",
    html: `<p>${S}</p>`,
    act: async () => {
      document.designMode = "on";
      await new Promise((done) => setTimeout(done, 1_500));
      document.designMode = "off";
    },
    marks: [S],
  },
  {
    id: "editor-design-mode-off-at-once",
    html: `<p>${S}</p>`,
    before: [S],
    act: async () => {
      document.designMode = "on";
      await new Promise((done) => setTimeout(done, 800));
      document.designMode = "off";
    },
    marks: [S],
  },
  {
    id: "editor-moved-into",
    html: `<p id=t>${S}</p><p>${P}</p><div id=d contenteditable></div>`,
    before: [S, P],
    act: () => document.querySelector("#d")!.append(document.querySelector("#t")!),
    marks: [P],
  },
  {
    id: "editor-moved-out",
    html: `<p>${P}</p><div contenteditable><p id=t>${S}</p></div><div id=d></div>`,
    before: [P],
    act: () => document.querySelector("#d")!.append(document.querySelector("#t")!),
    marks: [P, S],
  },
  {
    id: "editor-late",
    html: `<p>${P}</p>`,
    before: [P],
    act: () =>
      document.body.insertAdjacentHTML(
        "beforeend",
        "<div contenteditable><p>Adam Schiff</p></div><textarea>Adam Schiff</textarea>",
      ),
    marks: [P],
  },
  {
    id: "editor-made-late",
    // Frameworks put the text in first and make it an editor afterwards, in one task.
    html: `<p>${P}</p>`,
    before: [P],
    act: () => {
      const box = document.createElement("div");
      document.body.append(box);
      box.innerHTML = "<p>Adam Schiff</p>";
      box.className = "cm-editor";
    },
    marks: [P],
  },
  {
    id: "editor-typing-field",
    html: `<textarea id=t autofocus></textarea><p>${S}</p>`,
    before: [S],
    act: () => document.querySelector<HTMLElement>("#t")!.focus(),
    type_: "Adam Schiff",
    marks: [S],
    check: () => document.querySelector<HTMLTextAreaElement>("#t")!.value !== "Adam Schiff" && "value differs",
  },
  {
    id: "editor-typing",
    html: "<div id=t contenteditable></div>",
    act: () => document.querySelector<HTMLElement>("#t")!.focus(),
    type_: "Adam Schiff met Nancy Pelosi",
    marks: [],
    check: () => document.querySelector("#t")!.textContent !== "Adam Schiff met Nancy Pelosi" && "text differs",
  },
  {
    id: "editor-typing-beside-marks",
    html: `<p>${P}</p><div id=t contenteditable>Start:</div>`,
    before: [P],
    act: () => {
      document.querySelector<HTMLElement>("#t")!.focus();
      getSelection()!.selectAllChildren(document.querySelector("#t")!);
      getSelection()!.collapseToEnd();
    },
    type_: "Adam Schiff met Nancy Pelosi",
    marks: [P],
    check: () => {
      const { textContent } = document.querySelector("#t")!;
      return textContent.replaceAll("\u00A0", " ") !== "Start:Adam Schiff met Nancy Pelosi" && textContent;
    },
  },
  {
    id: "editor-typing-search",
    html: `<input id=q><p id=list></p><script>q.oninput=()=>{list.textContent=["Adam Schiff","Nancy Pelosi"].filter(n=>n.includes(q.value)).join(", ")}</script>`,
    act: () => document.querySelector<HTMLElement>("#q")!.focus(),
    type_: "Nancy",
    marks: [P],
    check: () => document.querySelector<HTMLInputElement>("#q")!.value !== "Nancy" && "value differs",
  },
  {
    id: "editor-command",
    html: `<div id=t contenteditable>Start</div><p>${P}</p>`,
    before: [P],
    act: () => {
      document.querySelector<HTMLElement>("#t")!.focus();
      document.execCommand("insertHTML", false, "<b>Adam Schiff</b>");
    },
    marks: [P],
  },
];

export const EDITORS: PageCase[] = [...PLACES, ...CHANGES.map((one) => ({ ...one, changesItself: true }))];
