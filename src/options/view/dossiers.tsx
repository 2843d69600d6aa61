import { useRef } from "preact/hooks";
import { t } from "../../shared/i18n.ts";
import { useLostFocus } from "../../shared/ui/lost-focus.ts";
import type { ViewProps } from "./app.tsx";
import { DossierItem } from "./dossier-item.tsx";
import { ImportDrop } from "./import-drop.tsx";
import { Removed } from "./removed.tsx";
import { RemovedDossiers } from "./removed-dossiers.tsx";
import { Said } from "./said.tsx";
import { Section } from "./section.tsx";

export function Dossiers({ state, actions }: ViewProps) {
  const { library } = state;
  const list = useRef<HTMLUListElement>(null);
  useLostFocus(list, library?.dossiers.length ?? 0);
  return (
    <Section id="dossiers">
      <Said part="dossiers" state={state} />
      <Removed of="dossier" state={state} actions={actions} />
      {library && library.dossiers.length === 0 && <p class="empty">{t("options_no_dossiers")}</p>}
      <ul ref={list} class="items" aria-labelledby="dossiers-title">
        {library?.dossiers.map((row) => (
          <DossierItem
            key={row.id}
            row={row}
            now={state.now}
            failure={state.failures[`dossier:${row.id}`]}
            actions={actions}
          />
        ))}
      </ul>
      <RemovedDossiers state={state} actions={actions} />
      <ImportDrop lines={state.imports} onFiles={actions.importFiles} onClose={actions.closeImports} />
    </Section>
  );
}
