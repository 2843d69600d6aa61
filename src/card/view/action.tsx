import type { ComponentChildren } from "preact";

/** Actions of the card. Views only name them (`data-act`, `data-arg`); `actions.ts` carries them out. */
export type ActionName =
  | "back"
  | "close"
  | "pin"
  | "retry"
  | "tab"
  | "all-statements"
  | "few-statements"
  | "all-timeline"
  | "few-timeline"
  | "all-people"
  | "all-summary"
  | "about"
  | "few-about"
  | "related"
  | "present"
  | "cite"
  | "visit"
  | "veto"
  | "veto-page"
  | "veto-site"
  | "undo"
  | "viewer";

interface Props {
  act: ActionName;
  arg?: string | number;
  class?: string;
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  /** Where what stands around it is in another language. */
  lang?: string | undefined;
  children: ComponentChildren;
}

export function Action({ act, arg, label, pressed, expanded, lang, class: name = "text-button", children }: Props) {
  return (
    <button
      type="button"
      class={name}
      data-act={act}
      data-arg={arg}
      aria-label={label}
      title={name === "icon-button" ? label : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      lang={lang}
    >
      {children}
    </button>
  );
}
