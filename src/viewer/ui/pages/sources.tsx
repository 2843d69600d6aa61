import type { Source } from "../../../dossier/schema.ts";
import { plural, t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { SourceLine } from "../parts/source-line.tsx";
import { Text } from "../parts/text.tsx";

function Entry({ source }: { source: Source }) {
  const { index } = useView();
  const citing = index.citing.get(source.id);
  return (
    <>
      <p class="source-title">
        <SourceLine id={source.id} />
      </p>
      {source.note && (
        <p class="source-note">
          <Text text={source.note} />
        </p>
      )}
      <p class="meta">
        {plural("viewer_statement_count", citing?.statements.length ?? 0)} ·{" "}
        {plural("viewer_event_count", citing?.events.length ?? 0)}
      </p>
    </>
  );
}

export function SourcesPage() {
  const { sources } = useView().index.dossier;
  return (
    <div class="sources">
      <Title>
        {t("viewer_sources")} <span class="count">{sources.length.toLocaleString(t("locale"))}</span>
      </Title>
      <p class="lead">{t("viewer_sources_text")}</p>
      <Paged name="sources" rows={sources} class="source-list annotated" row={(source) => <Entry source={source} />} />
    </div>
  );
}
