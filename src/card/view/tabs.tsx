import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { foreign } from "./words.tsx";

/** One tab a dossier, where the person is in several; arrow keys go from one to the next (`keys.ts`). */
export function Tabs({ views, selected }: { views: readonly CardView[]; selected: number }) {
  return (
    <div class="tabs" role="tablist" aria-label={t("card_dossiers")}>
      {views.map((view, index) => (
        <button
          key={view.ref.dossier}
          type="button"
          role="tab"
          id={`tab-${index}`}
          aria-selected={index === selected}
          aria-controls="panel"
          tabIndex={index === selected ? 0 : -1}
          data-act="tab"
          data-arg={index}
          lang={foreign(view.dossier.language)}
        >
          {view.dossier.title}
          {views.some((other) => other !== view && other.dossier.title === view.dossier.title) && (
            <small> {origin(view)}</small>
          )}
        </button>
      ))}
    </div>
  );
}

/** What tells dossiers of one title apart: how they came here. */
function origin({ dossier }: CardView): string {
  if (dossier.isImported) return t("card_from_file");
  return dossier.feedTitle ?? dossier.publisher;
}
