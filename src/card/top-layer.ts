/** Elements that cannot show children of ours when they are fullscreen. */
const REPLACED = "video, img, canvas, iframe, embed, object";

/** What is inert outside itself, or closes when something outside itself is pressed. */
const OVERLAYS = "dialog:modal, dialog[open][closedby=any], [popover]:not([popover=manual]):popover-open";

/**
 * Where the host must be to be clicked: what is outside an open modal dialog or a fullscreen element is inert, popovers
 * included, and a press outside a page's popover closes it; so the host goes into it. `near`: an element of the name;
 * `latest`: the dialog that opened last.
 */
export function hostParent(document: Document, near: Element | null, latest?: Element): ParentNode {
  const overlay = latest?.matches(":modal") ? latest : overlayAround(near);
  if (overlay) return within(overlay);
  const full = fullscreenIn(document);
  if (full && !full.matches(REPLACED)) return within(full);
  return document.documentElement;
}

/** Where a child of ours is rendered: children of an element with a shadow root are only where it has a slot for them. */
function within(element: Element): ParentNode {
  return element.shadowRoot ?? element;
}

/** A document and a shadow root name the host of the root that the fullscreen element is in. */
function fullscreenIn(root: DocumentOrShadowRoot): Element | null {
  const found = root.fullscreenElement;
  return found?.shadowRoot?.fullscreenElement ? fullscreenIn(found.shadowRoot) : found;
}

/** The nearest dialog or popover around an element, looking out of shadow roots. */
function overlayAround(element: Element | null): Element | undefined {
  for (let at: Element | null = element; at; at = outside(at)) {
    const overlay = at.closest(OVERLAYS);
    if (overlay) return overlay;
  }
  return undefined;
}

function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
