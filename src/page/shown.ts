import { attributeOf, isShadow, isVisible, localName, parentOf } from "./dom.ts";
import type { PageMention } from "./mention-index.ts";

/**
 * The mentions in text that the page shows: those that the popup counts and that commands go to. Asking may make the
 * browser work out styles and layout: only for an open popup and for commands.
 */
export function shownMentions(mentions: readonly PageMention[]): PageMention[] {
  const known = new Map<Node | null, boolean>();
  return mentions.filter((mention) => {
    const parent = parentOf(mention.startNode);
    const isShown = known.get(parent) ?? (parent !== null && isShownIn(parent, mention));
    known.set(parent, isShown);
    return isShown;
  });
}

function isShownIn(parent: Node, mention: PageMention): boolean {
  return isOpen(isShadow(parent) ? parent.host : (parent as Element)) && hasLines(mention);
}

/** Whether an element shows the text in it. `isVisible` speaks of its box, if it has one, and not of its content. */
function isOpen(element: Element): boolean {
  const { display, visibility, contentVisibility } = getComputedStyle(element);
  if (visibility !== "visible" || contentVisibility === "hidden") return false;
  if (localName(element) === "details" && attributeOf(element, "open") === null) return false;
  if (display !== "contents") return isVisible(element);
  const parent = element.assignedSlot ?? parentOf(element);
  if (parent === null) return false;
  return isOpen(isShadow(parent) ? parent.host : (parent as Element));
}

/** Whether the name takes up room: text of no size, and what stands in no slot of a shadow root, does not. */
function hasLines({ startNode, startOffset, endNode, endOffset }: PageMention): boolean {
  const range = new Range();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return [...range.getClientRects()].some(({ width, height }) => width >= 0.5 && height >= 0.5);
}
