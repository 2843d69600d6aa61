import type { CardView } from "../dossier/views.ts";
import { quoted, statementOf } from "./cite.ts";
import { selectionIn } from "./selection.ts";
import type { Session } from "./session.ts";

/** Copying out of the card: words of a statement take along whose they are. */
export function watchCopy(session: Session, view: () => CardView | undefined): void {
  const { host, signal, document } = session;
  document.defaultView!.addEventListener(
    "copy",
    (event) => {
      const range = host.owns(event) || session.selectedInside() ? selectionIn(host.root) : undefined;
      if (!range || !event.clipboardData) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const text = range.toString().trim();
      const found = statementAround(range, view());
      event.clipboardData.setData("text/plain", found ? quoted(text, found.statement, found.verbatim) : text);
    },
    { capture: true, signal },
  );
}

/** The statement whose words the range begins in, and whether they are verbatim. */
function statementAround(range: Range, view: CardView | undefined) {
  const start = range.startContainer;
  const element = start instanceof Element ? start : start.parentElement;
  const words = element?.closest(".quote, .paraphrase");
  const id = words?.closest<HTMLElement>("[data-statement]")?.dataset.statement;
  const statement = view && id ? statementOf(view, id) : undefined;
  return statement && { statement, verbatim: words!.matches(".quote") };
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
