import type { Reason } from "../../detect/index.ts";
import { t } from "../../shared/i18n.ts";
import type { Card as CardState } from "../machine-types.ts";
import type { UiState } from "../ui-state.ts";
import { About } from "./about.tsx";
import { Failure } from "./failure.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { People } from "./people.tsx";
import { Statements } from "./statements.tsx";
import { Tabs } from "./tabs.tsx";
import { Timeline } from "./timeline.tsx";

export interface CardProps {
  card: CardState;
  pinned: boolean;
  ui: UiState;
  reason: Reason;
  host: string;
}

/** The card. Views hold no state and no handlers: what a button does is named by `data-act`. */
export function Card({ card, pinned, ui, reason, host }: CardProps) {
  const leaf = card.leaves.at(-1)!;
  const views = leaf.content.type === "ready" ? leaf.content.views : [];
  const view = views[ui.tab] ?? views[0];
  const several = views.length > 1;
  // That somebody said nothing is the least of what there is to read.
  const isSilent = view?.statementCount === 0;
  return (
    <div
      class="card"
      role="dialog"
      aria-label={view?.name ?? leaf.name}
      dir={t("direction") as "ltr" | "rtl"}
      lang={t("locale")}
      tabIndex={-1}
    >
      <div class="scroll" key={leaf.id}>
        <Header
          leaf={leaf}
          before={card.leaves.at(-2)}
          view={view}
          pinned={pinned}
          wholeSummary={ui.allSummary}
          story={several || card.leaves.length > 1 ? undefined : view?.dossier}
        />
        {several && <Tabs views={views} selected={ui.tab} />}
        {leaf.content.type === "loading" && (
          <p class="loading" role="status">
            {t("card_loading", leaf.name)}
          </p>
        )}
        {leaf.content.type === "failed" && <Failure error={leaf.content.error} name={leaf.name} />}
        {leaf.content.type === "ready" && !view && (
          <Failure error={{ code: "not-found", details: [] }} name={leaf.name} />
        )}
        {view && (
          <div id="panel" {...(several ? { role: "tabpanel", "aria-labelledby": `tab-${ui.tab}` } : {})}>
            {!isSilent && <Statements view={view} ui={ui} />}
            <About view={view} ui={ui} />
            <Timeline view={view} ui={ui} />
            <People view={view} ui={ui} />
            {isSilent && <Statements view={view} ui={ui} />}
            <Footer view={view} ui={ui} reason={card.leaves.length === 1 ? reason : undefined} host={host} />
          </div>
        )}
      </div>
    </div>
  );
}
