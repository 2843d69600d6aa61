import { listen } from "./listen.ts";
import type { Session } from "./session.ts";

const SCROLL_KEYS = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  " ",
]);
/** Keys that write nothing, in a field either. */
const SILENT_KEYS = /^(?:Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Escape|F\d+|Audio.*|Media.*)$/;
const EDITABLE = "input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]";

/** Whether a key press writes something (or is meant to), rather than scrolls, moves the focus or is a shortcut. */
export function isTyping(event: KeyboardEvent, target: EventTarget | undefined): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const editing = target instanceof HTMLElement && (target.isContentEditable || target.matches(EDITABLE));
  if (editing) return !SILENT_KEYS.test(event.key);
  if (SCROLL_KEYS.has(event.key)) return event.shiftKey && event.key.startsWith("Arrow");
  return event.key.length === 1 || event.key === "Backspace" || event.key === "Delete";
}

/** While the reader types, drags or selects, nothing opens and what came by itself goes. */
export function watchGuards(session: Session): void {
  const { document, host, signal } = session;
  const window = document.defaultView!;
  const options = { signal };

  const typed = () => {
    session.noteTyping();
    session.dispatch({ type: "typing" });
  };
  listen(
    window,
    "keydown",
    (event) => !host.owns(event) && isTyping(event, event.composedPath()[0]) && typed(),
    options,
  );
  listen(window, ["beforeinput", "compositionstart"], (event) => !host.owns(event) && typed(), options);

  listen(
    window,
    "dragstart",
    (event) => {
      if (host.owns(event)) return;
      session.setDragging(true);
      session.dispatch({ type: "dragging" });
    },
    options,
  );
  // While something is dragged the pointer tells nothing. What was dragged may be gone, and then nothing tells the end.
  listen(window, ["dragend", "drop", "pointermove", "pointerdown"], () => session.setDragging(false), options);

  listen(
    document,
    "selectionchange",
    () => {
      const inside = session.selectedInside();
      session.dispatch({ type: "hold", on: inside });
      const selection = document.getSelection();
      if (inside || !selection || selection.isCollapsed || session.pressedInside()) return;
      session.dispatch({ type: "selecting" });
    },
    options,
  );
  listen(
    window,
    "blur",
    (event) => {
      if (event.target === window) session.dispatch({ type: "blur" });
    },
    options,
  );
}
