import type { VetoRow } from "../shared/library-port.ts";
import { send, type Transport } from "../shared/send.ts";
import type { Store } from "../shared/ui/store.ts";
import type { Attempt } from "./attempt.ts";
import { isListed, type OptionsEvent, type OptionsState, type Removed, type Subject, vetoId } from "./state.ts";

export interface Removals {
  /** Removes a feed or dossier, once the reader has said yes. */
  remove(subject: Subject): Promise<void>;
  /** Takes back a "not this person here". */
  removeVeto(veto: VetoRow): Promise<void>;
  /** Puts back what was removed on this page; nothing while that is under way. */
  undo(id: string): void;
}

/** What is removed and put back on the options page. */
export function createRemovals(
  store: Store<OptionsState, OptionsEvent>,
  transport: Transport,
  attempt: Attempt,
): Removals {
  const { dispatch } = store;
  const undoing = new Set<string>();

  async function remove(subject: Subject): Promise<void> {
    dispatch({ type: "keep" });
    const { type, id } = subject;
    const work =
      type === "feed" ? send(transport, "feed.remove", { url: id }) : send(transport, "dossier.remove", { id });
    if (await attempt(`${type}:${id}`, work, { title: subject.title })) dispatch({ type: "removed", subject });
  }

  async function removeVeto(veto: VetoRow): Promise<void> {
    const work = send(transport, "veto.remove", change(veto));
    if (await attempt("vetoes", work)) dispatch({ type: "removed", subject: { type: "veto", id: vetoId(veto), veto } });
  }

  async function undo(removed: Removed): Promise<void> {
    const place = removed.type === "veto" ? "vetoes" : (`${removed.type}s` as const);
    // The background takes what is here for put back: only what was here before tells that nothing came of it.
    const isHere = removed.type !== "veto" && isListed(store.state(), removed);
    if (!(await attempt(place, restore(removed)))) {
      if (TOO_LATE.has(store.state().failures[place]?.code ?? "")) dispatch({ type: "let-go", id: removed.id });
    } else if (isHere) dispatch({ type: "here", subject: removed });
    else dispatch({ type: "let-go", id: removed.id });
  }

  function restore(removed: Removed): Promise<null> {
    switch (removed.type) {
      case "feed":
        return send(transport, "feed.restore", { url: removed.id });
      case "dossier":
        return send(transport, "dossier.restore", { id: removed.id });
      case "veto":
        return send(transport, "veto.add", { ...change(removed.veto), name: removed.veto.name });
    }
  }

  return {
    remove,
    removeVeto,
    undo(id) {
      const subject = store.state().removed.find((one) => one.id === id);
      if (!subject || undoing.has(id)) return;
      undoing.add(id);
      void undo(subject).finally(() => undoing.delete(id));
    },
  };
}

/** What a late undo fails with: it never comes back by itself. */
const TOO_LATE: ReadonlySet<string> = new Set(["feed-deleted", "dossier-deleted", "dossier-delisted"]);

/** The part of a row that says which veto is meant. */
const change = ({ person, scope, host, path }: VetoRow) => ({ person, scope, host, path });
