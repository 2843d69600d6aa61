import type { MentionIndex, PageMention } from "../page/mention-index.ts";
import { anchorAt, isInView } from "./anchor.ts";

/** Where the reader is among the mentions: `position` counts from 1. */
export interface Stop {
  mention: PageMention;
  position: number;
  count: number;
  /** The end of the list was passed on the way there. */
  isRound: boolean;
}

/**
 * The next (1) or previous (-1) of the mentions after `from`; without one, the first after the place where the reader
 * is; from the "edge" the very first or last. Goes round at the ends. `all`: those that can be gone to, in document order.
 */
export function nextStop(
  all: readonly PageMention[],
  from: PageMention | "edge" | undefined,
  step: 1 | -1,
): Stop | undefined {
  const count = all.length;
  if (count === 0) return undefined;
  const start = from === "edge" ? edge(all, step) : from ? startFrom(all, from, step) : firstInView(all, step);
  const at = (start + step + count) % count;
  return { mention: all[at]!, position: at + 1, count, isRound: at !== start + step };
}

/** Index to step from; a mention that is not in the list (another person's, or gone) is placed by document order. */
function startFrom(all: readonly PageMention[], from: PageMention, step: 1 | -1): number {
  const at = all.indexOf(from);
  if (at >= 0) return at;
  const after = all.findIndex((mention) => follows(mention, from));
  const next = after < 0 ? all.length : after;
  return step === 1 ? next - 1 : next;
}

function follows(a: PageMention, b: PageMention): boolean {
  if (a.startNode === b.startNode) return a.startOffset > b.startOffset;
  return Boolean(b.startNode.compareDocumentPosition(a.startNode) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** One before the first mention that can be seen (or one after the last, going back). */
function firstInView(all: readonly PageMention[], step: 1 | -1): number {
  const visible = (mention: PageMention) => {
    const anchor = anchorAt(mention, 0);
    return anchor !== undefined && isInView(anchor);
  };
  const at = step === 1 ? all.findIndex(visible) : all.findLastIndex(visible);
  return at >= 0 ? at - step : edge(all, step);
}

function edge(all: readonly PageMention[], step: 1 | -1): number {
  return step === 1 ? -1 : all.length;
}

/** What has the focus to be used; other elements may have it as places only, as the whole text has it after a skip link. */
const CONTROL = "a, button, summary, label, [role=link], [role=button]";

/** The mention in the focused element: the first of a link or button, else the only one. */
export function mentionIn(index: MentionIndex, element: Element | null): PageMention | undefined {
  if (!element || element === element.ownerDocument.body || element === element.ownerDocument.documentElement) {
    return undefined;
  }
  const [first, ...more] = index.list().filter((mention) => element.contains(mention.startNode));
  return more.length === 0 || element.matches(CONTROL) ? first : undefined;
}
