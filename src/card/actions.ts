import type { CardContext } from "../page/card-context.ts";
import { citation, statementOf } from "./cite.ts";
import { copyText } from "./clipboard.ts";
import { cardOf } from "./machine-steps.ts";
import { mentionOf } from "./session.ts";
import type { Request, Stage } from "./stage.tsx";
import type { Part, UiState } from "./ui-state.ts";
import type { ActionName } from "./view/action.tsx";

/** Carries out what a button of the card names. */
export function actions(context: CardContext, request: Request, stage: Stage): (button: HTMLElement) => void {
  const { session } = stage;
  const { root } = session.host;

  /** Whether the card still shows the person that it shows now: an answer must not come under another name. */
  function sameLeaf(): () => boolean {
    const leaf = () => cardOf(session.state().shown)?.leaves.at(-1)?.id;
    const now = leaf();
    return () => leaf() === now;
  }

  /** What a press has made must not stand below what can be seen. */
  function show(selector: string): void {
    root.querySelector(selector)?.scrollIntoView({ block: "nearest" });
  }

  async function cite(id: string): Promise<void> {
    const view = stage.view();
    const statement = view && statementOf(view, id);
    if (!view || !statement) return;
    const text = citation(statement, view.dossier);
    const isSame = sameLeaf();
    const copied = await copyText(root, text);
    if (!isSame()) return;
    stage.update({ type: "cited", id, text, copied });
    show(".citation");
  }

  async function veto(type: "veto.add" | "veto.remove", scope: "page" | "site"): Promise<void> {
    const card = cardOf(session.state().shown);
    const before = stage.ui()?.veto;
    if (!card || !before) return;
    const { key } = mentionOf(card.target);
    const isSame = sameLeaf();
    const { name } = card.target.person;
    const after: UiState["veto"] = type === "veto.add" ? { type: "done", scope } : { type: "closed" };
    const step = await request(type, { person: key, name, scope, ...context.place }).then(
      () => after,
      () => ({ ...before, failed: true }),
    );
    if (!isSame()) return;
    stage.update({ type: "veto", step });
    show(step.type === "closed" ? "[data-act=veto]" : ".veto:last-of-type");
  }

  function fold(part: Part, open = true): void {
    stage.update({ type: "fold", part, open });
  }

  function reveal(id: string): void {
    stage.update({ type: "present", id });
    const statement = root.querySelector<HTMLElement>(`[data-statement="${CSS.escape(id)}"]`);
    statement?.scrollIntoView({ block: "nearest" });
    statement?.focus({ preventScroll: true });
  }

  /** The page of a statement, else of the person. */
  function viewer(statement: string): unknown {
    const ref = stage.view()?.ref;
    if (!ref) return undefined;
    const record = statement ? ["statement", statement] : ["person", ref.person];
    return request("viewer.open", { hash: `#${[ref.dossier, ...record].map(encodeURIComponent).join("/")}` });
  }

  const doing: Record<ActionName, (arg: string) => unknown> = {
    back: () => session.dispatch({ type: "back" }),
    close: () => session.dispatch({ type: "close" }),
    pin: () => session.dispatch({ type: "pin" }),
    retry: () => session.dispatch({ type: "retry" }),
    tab(arg) {
      stage.update({ type: "tab", index: Number(arg) });
      session.dispatch({ type: "turned" });
    },
    "all-statements": () => fold("allStatements"),
    "few-statements": () => fold("allStatements", false),
    "all-timeline": () => fold("allTimeline"),
    "few-timeline": () => fold("allTimeline", false),
    "all-people": () => fold("allPeople"),
    "all-summary": () => fold("allSummary"),
    about: () => fold("about"),
    "few-about": () => fold("about", false),
    related: (arg) => stage.update({ type: "related", id: arg }),
    present: reveal,
    cite: (arg) => cite(arg),
    visit(arg) {
      const person = stage.view()?.people[Number(arg)];
      if (person) session.dispatch({ type: "visit", refs: [person.ref], name: person.name });
    },
    veto() {
      stage.update({ type: "veto", step: { type: "asking" } });
      show(".veto");
    },
    "veto-page": () => veto("veto.add", "page"),
    "veto-site": () => veto("veto.add", "site"),
    undo() {
      const step = stage.ui()?.veto;
      if (step?.type === "done") return veto("veto.remove", step.scope);
      return undefined;
    },
    viewer,
  };

  return (button) => {
    const name = button.dataset.act as ActionName;
    const isSame = sameLeaf();
    void Promise.resolve(doing[name](button.dataset.arg ?? "")).catch(() => {
      // What fails here (an orphaned content script) shows when the card is asked again.
      if (isSame()) session.dispatch({ type: "retry" });
    });
  };
}
