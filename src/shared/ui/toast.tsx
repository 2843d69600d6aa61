import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

export interface ToastItem {
  id: string;
  text: string;
}

interface ToastsProps {
  items: readonly ToastItem[];
  undo: string;
  dismiss: string;
  onUndo(id: string): void;
  onDismiss(id: string): void;
}

/**
 * What was done and can be undone. It stays until it is dismissed, so nobody has to be quick. The button that did it is
 * gone by now: the focus goes on to "Undo", and when the last item goes, to the main part of the page.
 */
export function Toasts({ items, undo, dismiss, onUndo, onDismiss }: ToastsProps) {
  const region = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  useEffect(() => {
    const grown = items.length > before.current;
    const emptied = items.length === 0 && before.current > 0;
    before.current = items.length;
    if (grown) region.current?.querySelector<HTMLElement>(".toast:last-child button")?.focus();
    else if (emptied) document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }, [items.length]);
  return (
    <div class="toasts" role="status" ref={region}>
      {items.map(({ id, text }) => (
        <div class="toast" key={id}>
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
