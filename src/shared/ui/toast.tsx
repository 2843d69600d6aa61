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

/** What was done and can be undone. It stays until it is dismissed, so nobody has to be quick. */
export function Toasts({ items, undo, dismiss, onUndo, onDismiss }: ToastsProps) {
  return (
    <div class="toasts" role="status">
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
