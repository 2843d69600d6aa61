import { contains, type Point } from "./rect.ts";

const MEDIA = "img, picture, video, canvas, svg, iframe, embed, object, input";

/**
 * The element that is seen at a point where links lie over it that paint nothing: news pages stretch the headline's link
 * over the whole teaser, by an empty pseudo-element or an empty link. Under such a pseudo-element may also lie the words of
 * its own link. Undefined: what is on top is what is seen.
 */
export function seenBeneath(top: Element, point: Point): Element | undefined {
  if (!isPane(top, point)) return isUnderOwnPane(top) ? top : undefined;
  const root = top.getRootNode() as Document | ShadowRoot;
  return root.elementsFromPoint(point.x, point.y).find((element) => element !== top && !isPane(element, point));
}

/** Whether a link has pseudo-elements, and they paint nothing. */
function isUnderOwnPane(element: Element): boolean {
  if (!element.closest("a[href]")) return false;
  const pseudos = ["::before", "::after"];
  return (
    pseudos.some((pseudo) => getComputedStyle(element, pseudo).content !== "none") &&
    pseudos.every((pseudo) => isClear(element, pseudo))
  );
}

function isPane(element: Element, point: Point): boolean {
  if (!element.closest("a[href]")) return false;
  const isOnBox = [...element.getClientRects()].some((rect) => contains(rect, point));
  if (isOnBox) return !element.textContent?.trim() && !element.querySelector(MEDIA) && isClear(element);
  // Hit, but not in its own box: a pseudo-element is.
  return ["::before", "::after"].every((pseudo) => isClear(element, pseudo));
}

function isClear(element: Element, pseudo?: string): boolean {
  const { content, backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element, pseudo);
  if (pseudo && content === "none") return true;
  if (pseudo && content.replace(/["'\s]/g, "") !== "") return false;
  const isUnpainted = backgroundImage === "none" && (backdropFilter ?? "none") === "none";
  return isUnpainted && /^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor);
}
