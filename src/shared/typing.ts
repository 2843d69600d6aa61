const SCROLL_KEYS = /^(?:Arrow.*|Page(?:Up|Down)|Home|End| )$/;
/** Keys that write nothing, in a field either. */
const SILENT_KEYS = /^(?:Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Escape|F\d+|Audio.*|Media.*)$/;
const EDITABLE = "input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]";

/** Whether a key press writes something (or is meant to), rather than scrolls, moves the focus or is a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.composedPath()[0];
  const editing = target instanceof HTMLElement && (target.isContentEditable || target.matches(EDITABLE));
  if (editing) return !SILENT_KEYS.test(event.key);
  if (SCROLL_KEYS.test(event.key)) return event.shiftKey && event.key.startsWith("Arrow");
  return event.key.length === 1 || event.key === "Backspace" || event.key === "Delete";
}
