import tokens from "../shared/tokens.css" with { type: "text" };
import { parentOf } from "./anchor.ts";
import css from "./card.css" with { type: "text" };
import type { Placement } from "./geometry.ts";
import { keepHost } from "./host-keeper.ts";
import type { Rect } from "./rect.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

/** The one element that we add to a page: a plain <div> with a closed root, there only while something is shown. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Where the card is drawn. */
  mount: HTMLElement;
  /** Where ring and live region live: drawn whether or not there is a card. */
  overlay: HTMLElement;
  /** Whether something happened in the host, also when it stands in a shadow root of the page. Asked while it happens. */
  owns(event: Event): boolean;
  isShown(): boolean;
  /** Puts the host into `parent`, on top of the top layer. Also called to come out on top again. */
  show(parent: ParentNode, theme: string): void;
  place(placement: Placement | undefined): void;
  /** Rectangle of the card; undefined without one. */
  rect(): Rect | undefined;
  hide(): void;
}

/**
 * What a page's rule for all elements could make of the host, set back. Not `all: initial`: that would fix the reader's
 * letter and word spacing too, and the root resets what is inherited.
 */
const UNTOUCHED = {
  visibility: "visible",
  opacity: "1",
  transform: "none",
  translate: "none",
  rotate: "none",
  scale: "none",
  filter: "none",
  "backdrop-filter": "none",
  "clip-path": "none",
  mask: "none",
  "mix-blend-mode": "normal",
  contain: "none",
  "content-visibility": "visible",
  "pointer-events": "auto",
  "writing-mode": "horizontal-tb",
  "box-sizing": "border-box",
  "offset-path": "none",
  "position-area": "none",
  interactivity: "auto",
  "user-select": "auto",
  "box-shadow": "none",
  outline: "none",
  animation: "none",
  transition: "none",
  "min-width": "0",
  "min-height": "0",
  "max-width": "none",
  float: "none",
};

/**
 * Everything that decides where and whether the host is seen stands in its own style attribute as `!important`: nothing
 * in a page's sheets is stronger, `* { all: unset !important }` included. The rest of the look is in the closed root,
 * where the page's rules do not reach.
 */
function hostStyle(placement: Placement | undefined, zoom: number): string {
  const common = {
    ...UNTOUCHED,
    display: "block",
    position: "fixed",
    "z-index": "2147483647",
    inset: "auto",
    margin: "0",
    border: "0",
    padding: "0",
    background: "none",
    overflow: "visible",
    zoom: String(1 / zoom),
  };
  const box = placement
    ? {
        left: `${placement.left}px`,
        [placement.edge.type]:
          placement.edge.type === "top" ? `${placement.edge.y}px` : `calc(100% - ${placement.edge.y}px)`,
        width: `${placement.width}px`,
        height: "auto",
        "max-height": `${placement.maxHeight}px`,
      }
    : { left: "0", top: "0", width: "0", height: "0", "pointer-events": "none" };
  return Object.entries({ ...common, ...box })
    .map(([name, value]) => `${name}: ${value} !important;`)
    .join(" ");
}

function sheet(view: typeof globalThis, text: string): CSSStyleSheet {
  const made = new view.CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

export function makeHost(document: Document): Host {
  // Not createElement: in an XML document that would make an element that is no HTML.
  const element = document.createElementNS(XHTML, "div") as HTMLElement;
  element.dataset.dramatis = "";
  element.popover = "manual";
  const root = element.attachShadow({ mode: "closed" });
  const dress = () => {
    root.adoptedStyleSheets = [sheet(globalThis, tokens), sheet(globalThis, css)];
  };
  dress();
  const frame = document.createElementNS(XHTML, "div") as HTMLElement;
  frame.className = "tokens frame";
  const mount = document.createElementNS(XHTML, "div") as HTMLElement;
  mount.className = "mount";
  const overlay = document.createElementNS(XHTML, "div") as HTMLElement;
  frame.append(mount, overlay);
  root.append(frame);

  let placement: Placement | undefined;
  let style = "";
  const restyle = () => {
    const zoom = parentOf(element)?.currentCSSZoom ?? 1;
    style = hostStyle(placement, zoom);
    element.style.cssText = style;
  };
  const raise = (parent: ParentNode) => {
    if (element.parentNode !== parent) parent.append(element);
    // A page that moved the host through another document has undressed it.
    if (root.adoptedStyleSheets.length === 0) dress();
    if (element.matches(":popover-open")) element.hidePopover();
    restyle();
    try {
      element.showPopover();
    } catch {
      // The document may not be fully active; position: fixed and the z-index still show the card.
    }
  };
  const keeper = keepHost(element, raise, restyle);
  return {
    element,
    root,
    mount,
    overlay,
    owns: (event) => event.composedPath().includes(element),
    isShown: () => element.isConnected,
    show(parent, theme) {
      if (theme === "auto") delete frame.dataset.theme;
      else frame.dataset.theme = theme;
      keeper.quietly(() => raise(parent), parent);
      // A page's closed shadow root may show nothing else of what is in its element.
      if (!element.checkVisibility()) {
        const { documentElement } = document;
        keeper.quietly(() => raise(documentElement), documentElement);
      }
      // The reader's own text size, whatever size the page gives to <html>.
      frame.style.setProperty("--d-rem", getComputedStyle(frame).fontSize);
    },
    place(next) {
      placement = next;
      keeper.quietly(restyle);
    },
    rect() {
      if (!placement || !element.isConnected) return undefined;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    },
    hide() {
      placement = undefined;
      keeper.stop();
      element.remove();
    },
  };
}
