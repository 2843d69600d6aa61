import { copiedText } from "./copied.ts";
import { selectionIn } from "./selection.ts";
import type { Session } from "./session.ts";

/** Copying out of the card: words take along whose they are. */
export function watchCopy(session: Session): void {
  const { host, signal, document } = session;
  document.defaultView!.addEventListener(
    "copy",
    (event) => {
      const range = host.owns(event) || session.selectedInside() ? selectionIn(host.root) : undefined;
      if (!range || !event.clipboardData) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData.setData("text/plain", copiedText(range));
    },
    { capture: true, signal },
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
  let copied = false;
  const listen = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener("copy", listen, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", listen, { capture: true });
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done && copied;
}
