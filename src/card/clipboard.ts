import { copiedText } from "./copied.ts";
import { listen } from "./listen.ts";
import { selectionIn } from "./selection.ts";
import type { Session } from "./session.ts";

/** What is being copied without the clipboard API. */
let pending: string | undefined;

/** Copying out of the card: words take along whose they are. */
export function watchCopy({ host, signal, document, selectedInside }: Session): void {
  listen(
    document.defaultView!,
    "copy",
    (event) => {
      const range = host.owns(event) || selectedInside() ? selectionIn(host.root) : undefined;
      const text = pending ?? (range && copiedText(range));
      if (text === undefined || !event.clipboardData) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
      pending = undefined;
    },
    { signal, active: true },
  );
}

/** Puts text on the clipboard; false where the page or the browser does not allow it. Needs a user's gesture. */
export async function copyText(root: ShadowRoot, text: string): Promise<boolean> {
  const { navigator } = root.ownerDocument.defaultView!;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard API on http pages, and none where the page's policy forbids it.
    return copyBySelection(root, text);
  }
}

function copyBySelection(root: ShadowRoot, text: string): boolean {
  const document = root.ownerDocument;
  const area = document.createElementNS("http://www.w3.org/1999/xhtml", "textarea") as HTMLTextAreaElement;
  area.className = "copy-area";
  area.value = text;
  const before = root.activeElement;
  root.append(area);
  area.select();
  pending = text;
  const isDone = document.execCommand("copy") && pending === undefined;
  pending = undefined;
  // First, so that the focus does not leave the card, which would close it.
  (before as HTMLElement | null)?.focus({ preventScroll: true });
  area.remove();
  return isDone;
}
