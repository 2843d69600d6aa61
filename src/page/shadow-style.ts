import rules from "./marks.css" with { type: "text" };

/** Chromium styles highlights in shadow roots from the manifest's sheet; Firefox wants the rules in the root itself. */
const isNeeded = "mozInnerScreenX" in globalThis;
const done = new WeakSet<ShadowRoot>();
let sheet: CSSStyleSheet | undefined;

/** Makes marks visible in an open shadow root. */
export function styleShadow(root: ShadowRoot): void {
  if (!isNeeded || done.has(root)) return;
  done.add(root);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  root.adoptedStyleSheets.push(sheet);
}
