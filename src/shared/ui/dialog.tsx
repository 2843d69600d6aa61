import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

interface ConfirmProps {
  title: string;
  children: ComponentChildren;
  /** What the two buttons do, as verbs. */
  yes: string;
  no: string;
  onYes(): void;
  onNo(): void;
}

/** Asks before something is done. The browser keeps the focus inside, closes on Esc and gives the focus back. */
export function Confirm({ title, children, yes, no, onYes, onNo }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next frame: in the document and not yet open, it could be found and would not be seen.
  useLayoutEffect(() => {
    dialog.current!.showModal();
  }, []);
  /** Closed while it is still in the document: only then does the browser give the focus back. */
  const leave = (then: () => void) => () => {
    dialog.current?.close();
    then();
  };
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onCancel={(event) => {
        event.preventDefault();
        leave(onNo)();
      }}
    >
      <h2 id="confirm-title">{title}</h2>
      <p id="confirm-text">{children}</p>
      <div class="actions">
        <Button onClick={leave(onNo)}>{no}</Button>
        <Button look="primary" onClick={leave(onYes)}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
