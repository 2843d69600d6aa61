import type { PageMention } from "../page/mention-index.ts";
import { MAX_HEIGHT, WIDTH } from "./constants.ts";
import { type Placement, place, type Side } from "./geometry.ts";
import { mentionLines } from "./hit.ts";
import { clamp, overlaps, type Point, type Rect } from "./rect.ts";
import { visiblePart } from "./visible-part.ts";

/**
 * What can be seen of a document, in client coordinates: less than the viewport when the reader has pinched in, and of a
 * frame only what the window shows of it.
 */
export function viewOf(document: Document): Rect {
  const view = ownView(document);
  const part = visiblePart(document);
  // Nothing at all is shown: then there is no better place for a card, and `isInView` ends it.
  if (!part || part.right <= part.left || part.bottom <= part.top) return view;
  return {
    left: Math.max(view.left, part.left),
    top: Math.max(view.top, part.top),
    right: Math.min(view.right, part.right),
    bottom: Math.min(view.bottom, part.bottom),
  };
}

function ownView(document: Document): Rect {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  const window = document.defaultView!;
  const visual = window.visualViewport;
  // A document in quirks mode or an SVG has no useful client size.
  const width = clientWidth || window.innerWidth;
  const height = Math.min(clientHeight || window.innerHeight, window.innerHeight);
  if (!visual || visual.scale === 1) return { left: 0, top: 0, right: width, bottom: height };
  return {
    left: visual.offsetLeft,
    top: visual.offsetTop,
    right: visual.offsetLeft + visual.width,
    bottom: visual.offsetTop + visual.height,
  };
}

/** Where a name is now, and which of its lines the card belongs to. */
export interface Anchor {
  mention: PageMention;
  line: Rect;
  lines: Rect[];
  /** Which line, so that the same one is found again after scrolling. */
  index: number;
}

export function anchorAt(mention: PageMention, index: number): Anchor | undefined {
  const lines = mentionLines(mention);
  const at = Math.min(index, lines.length - 1);
  const line = lines[at];
  return line && { mention, line, lines, index: at };
}

/** Whether any of the name can be seen: neither scrolled out of the view nor out of a scrolling box. */
export function isInView({ mention, line }: Anchor): boolean {
  const document = mention.startNode.ownerDocument;
  if (!overlaps(line, viewOf(document)) || !overlaps(line, visiblePart(document) ?? line)) return false;
  /** How the text is placed: boxes between it and what holds it do not clip it. */
  let placed = "";
  for (let box = parentOf(mention.startNode); box; box = parentOf(box)) {
    if (box === document.documentElement || box === document.body) continue;
    const style = getComputedStyle(box);
    if (placed && !holds(style, placed)) continue;
    placed = /absolute|fixed/.exec(style.position)?.[0] ?? "";
    const isClipping = style.overflowX !== "visible" || style.overflowY !== "visible";
    if (isClipping && !overlaps(line, box.getBoundingClientRect())) return false;
    if (box.matches(":modal, :popover-open")) return true;
  }
  return true;
}

/** Whether a box is the containing block of what is placed absolutely or fixed in it. */
function holds({ position, transform, filter, contain }: CSSStyleDeclaration, placed: string): boolean {
  if (placed === "absolute" && position !== "static") return true;
  return transform !== "none" || filter !== "none" || /paint|layout|strict|content/.test(contain);
}

/** The element that a node is rendered in. */
export function parentOf(node: Element | Text): Element | null {
  const parent = node.assignedSlot ?? node.parentElement;
  if (parent) return parent;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Places a card whose content is `natural` high at its full width. */
export function placeAt(anchor: Anchor, natural: number, side: Side | undefined, avoid: Point | undefined): Placement {
  const { mention, line, lines } = anchor;
  const document = mention.startNode.ownerDocument;
  const parent = mention.startNode.parentElement;
  return place({
    line,
    name: lines,
    view: viewOf(document),
    wanted: { width: WIDTH, height: Math.min(natural, MAX_HEIGHT) },
    rtl: parent !== null && getComputedStyle(parent).direction === "rtl",
    ...(side ? { side } : {}),
    ...(avoid ? { avoid } : {}),
  });
}

/** A pinned card keeps its place on the screen, but stays inside it when the window shrinks. */
export function keepInside(placement: Placement, height: number, view: Rect): Placement {
  const width = Math.min(placement.width, view.right - view.left);
  const left = clamp(placement.left, view.left, Math.max(view.left, view.right - width));
  const top = placement.edge.type === "top" ? placement.edge.y : placement.edge.y - height;
  const y = clamp(top, view.top, Math.max(view.top, view.bottom - height));
  return {
    ...placement,
    width,
    left,
    edge: { type: "top", y },
    maxHeight: Math.min(placement.maxHeight, view.bottom - y),
  };
}
