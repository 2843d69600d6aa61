import type { MentionIndex, PageMention } from "../page/mention-index.ts";
import { lineAt, lines } from "./lines.ts";
import type { Point, Rect } from "./rect.ts";
import { seenBeneath } from "./see-through.ts";

type CaretApi = (
  x: number,
  y: number,
  options: { shadowRoots: ShadowRoot[] },
) => { offsetNode: Node; offset: number } | null;

/** What is under the pointer. */
export interface Hit {
  mention: PageMention;
  /** The line of the name that is under the pointer. */
  line: Rect;
}

/** Client rectangles of a mention's lines. Forces layout; one scratch range is reused. */
export function mentionLines(mention: PageMention): Rect[] {
  const { startNode, startOffset, endNode, endOffset } = mention;
  if (!startNode.isConnected || !endNode.isConnected) return [];
  if (startOffset > startNode.length || endOffset > endNode.length) return [];
  const range = startNode.ownerDocument.createRange();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return lines(range.getClientRects());
}

/**
 * The mention at a point of the viewport, given the element that the browser's own hit test found there.
 *
 * `caretPositionFromPoint` finds the text in 15 µs however many names there are, but it snaps to near text and does not
 * see what lies on top; so the name's rectangles must hold the point, and the element there must belong to the text.
 */
export function hit(index: MentionIndex, point: Point, top: Element): Hit | undefined {
  if (index.list().length === 0) return undefined;
  const mention = atCaret(index, point, top);
  if (mention && belongs(top, mention)) {
    const line = isPainted(mention) && lineAt(mentionLines(mention), point);
    return line ? { mention, line } : undefined;
  }
  const beneath = seenBeneath(top, point);
  return beneath && hitIn(beneath, index, point);
}

/** Without a caret to go by, which finds only what is on top: the mentions of one element are few. */
function hitIn(element: Element, index: MentionIndex, point: Point): Hit | undefined {
  for (const mention of index.list()) {
    if (!element.contains(mention.startNode) && !element.contains(mention.endNode)) continue;
    const line = belongs(element, mention) && isPainted(mention) && lineAt(mentionLines(mention), point);
    if (line) return { mention, line };
  }
  return undefined;
}

function atCaret(index: MentionIndex, { x, y }: Point, top: Element): PageMention | undefined {
  const document = top.ownerDocument as Document & { caretPositionFromPoint?: CaretApi };
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: rootsAround(top) });
  if (!caret) return undefined;
  // A caret after the last letter of a name has that name to its left.
  return index.at(caret.offsetNode, caret.offset) ?? index.at(caret.offsetNode, caret.offset - 1);
}

/** The shadow roots that an element is in, inmost first. */
export function rootsAround(element: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

/** Whether the topmost element is the text's own, not something that covers it. */
function belongs(top: Element, { startNode, endNode }: PageMention): boolean {
  return [startNode.parentElement, endNode.parentElement].some(
    (own) => own !== null && (own === top || own.contains(top) || (top.contains(own) && !isMedia(top))),
  );
}

/** Whether the text is not made see-through, as menus are that wait to be faded in. */
function isPainted({ startNode }: PageMention): boolean {
  const own = startNode.parentElement;
  if (!own || own.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  return getComputedStyle(own).display === "contents";
}

function isMedia(element: Element): boolean {
  return element.matches("video, img, canvas, iframe, embed, object");
}

/** The topmost element at a point, inside open shadow roots too. */
export function elementAt(document: Document, { x, y }: Point): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}
