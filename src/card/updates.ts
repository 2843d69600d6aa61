import type { CardContext } from "../page/card-context.ts";
import { SOURCE_KEY } from "../shared/page-state.ts";
import type { Session } from "./session.ts";

/** An update that leaves all names as they are does not end the card: what it shows is asked for anew. */
export function watchUpdates({ dispatch, signal }: Session, { runtime, storage }: CardContext["browser"]): void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === "local" && SOURCE_KEY in changes) dispatch({ type: "renew" });
  };
  storage.onChanged.addListener(changed);
  signal.addEventListener("abort", () => {
    // Absent: the extension has gone from under this page, and the listeners with it.
    if (runtime.id) storage.onChanged.removeListener(changed);
  });
}
