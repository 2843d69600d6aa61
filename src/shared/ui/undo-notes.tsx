import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { useLostFocus } from "./lost-focus.ts";

export interface UndoNote {
  id: string;
  text: string;
}

interface UndoNotesProps {
  notes: readonly UndoNote[];
  undo: string;
  dismiss: string;
  onUndo(id: string): void;
  onDismiss(id: string): void;
}

/**
 * What was done in this section and can be undone. It stays until it is dismissed, so nobody has to be quick, and lies in
 * the flow of the page, so that it covers nothing. The button that did it is gone by now: the focus goes on to "Undo",
 * and with the note to the heading of the section.
 */
export function UndoNotes({ notes, undo, dismiss, onUndo, onDismiss }: UndoNotesProps) {
  const region = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  useEffect(() => {
    const grown = notes.length > before.current;
    before.current = notes.length;
    if (grown) region.current?.querySelector<HTMLElement>(".note:last-child button")?.focus();
  }, [notes.length]);
  useLostFocus(region, notes.length);
  return (
    <div class="notes" role="status" ref={region}>
      {notes.map(({ id, text }) => (
        <div class="note" key={id}>
          <span>{text}</span>
          <Button look="quiet" onClick={() => onUndo(id)}>
            {undo}
          </Button>
          <Button look="quiet" onClick={() => onDismiss(id)}>
            {dismiss}
          </Button>
        </div>
      ))}
    </div>
  );
}
