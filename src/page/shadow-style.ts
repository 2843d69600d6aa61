import rules from "./marks.css" with { type: "text" };

/** Chromium styles highlights in shadow roots from the manifest's sheet; Firefox wants the rules in the root itself. */
const isNeeded = "mozInnerScreenX" in globalThis;
let sheet: CSSStyleSheet | undefined;

/** Makes marks visible in an open shadow root. */
export function styleShadow(root: ShadowRoot): void {
  if (!isNeeded) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  // A component may set its own sheets later, and drop ours.
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
