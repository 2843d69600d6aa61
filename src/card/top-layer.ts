/** Elements that cannot show children of ours when they are fullscreen. */
const REPLACED = "video, img, canvas, iframe, embed, object";

/**
 * Where the host must be to be clicked: what is outside an open modal dialog or a fullscreen element is inert, popovers
 * included, so the host goes into it. `near`: an element of the name; `latest`: the dialog that opened last.
 */
export function hostParent(document: Document, near: Element | null, latest?: Element): Element {
  const modal = latest?.matches(":modal") ? latest : modalAround(near);
  if (modal) return modal;
  const full = document.fullscreenElement;
  if (full && !full.matches(REPLACED)) return full;
  return document.documentElement;
}

/** The nearest modal around an element, looking out of shadow roots. */
function modalAround(element: Element | null): Element | undefined {
  for (let at: Element | null = element; at; at = outside(at)) {
    const modal = at.closest("dialog:modal");
    if (modal) return modal;
  }
  return undefined;
}

function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
