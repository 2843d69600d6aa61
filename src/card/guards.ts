import { isTyping } from "../shared/typing.ts";
import { listen } from "./listen.ts";
import type { Session } from "./session.ts";

/** While the reader types, drags or selects, nothing opens and what came by itself goes. */
export function watchGuards(session: Session): void {
  const { document, host, signal } = session;
  const window = document.defaultView!;
  const options = { signal };

  const typed = () => {
    session.noteTyping();
    session.dispatch({ type: "typing" });
  };
  listen(window, "keydown", (event) => !host.owns(event) && isTyping(event) && typed(), options);
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
