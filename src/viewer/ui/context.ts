import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DossierDate } from "../../dossier/schema.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../model/date.ts";
import type { DossierIndex } from "../model/index.ts";
import { formatHash, type Route } from "../model/router.ts";
import type { ViewerSource } from "../source.ts";
import type { Go } from "./navigation.ts";

/** What every part of a page needs. */
export interface View {
  index: DossierIndex;
  /** Id under which the dossier is installed. */
  installed: string;
  /** Number of the history entry: what lists remember their length by. */
  entry: number;
  go: Go;
  searchOthers: ViewerSource["searchOthers"];
}

export const ViewContext = createContext<View | undefined>(undefined);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error("a part of the viewer was rendered outside of it");
  return view;
}

export function useHref(): (route: Route) => string {
  const { installed } = useView();
  return (route) => formatHash({ dossier: installed, route });
}

/** Folded words to mark in every text below. */
export const HitsContext = createContext<ReadonlySet<string>>(new Set());

/** A date as the dossier means it, in words: "about September 2016". */
export function dateWords(date: DossierDate, month: "long" | "short" = "long"): string {
  const text = formatDate(date, t("locale"), month);
  return date.approximate ? t("viewer_date_about", text) : text;
}
