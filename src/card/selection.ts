type WithSelection = ShadowRoot & { getSelection?: () => Selection | null };

/** The text selected inside our root as a range; undefined when nothing is. */
export function selectionIn(root: ShadowRoot): Range | undefined {
  const selection = root.ownerDocument.getSelection();
  const [composed] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (composed && !composed.collapsed && root.contains(composed.startContainer)) {
    const range = root.ownerDocument.createRange();
    range.setStart(composed.startContainer, composed.startOffset);
    // A selection that runs out of the card ends with it.
    if (root.contains(composed.endContainer)) range.setEnd(composed.endContainer, composed.endOffset);
    else range.setEnd(root, root.childNodes.length);
    return range.collapsed ? undefined : range;
  }
  const own = (root as WithSelection).getSelection?.();
  if (!own || own.isCollapsed || own.rangeCount === 0) return undefined;
  const range = own.getRangeAt(0);
  return root.contains(range.commonAncestorContainer) ? range : undefined;
}
