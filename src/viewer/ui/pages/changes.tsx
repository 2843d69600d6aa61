import { useMemo } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

/** Versions of the dossier, newest first, and every statement that was corrected or withdrawn. */
export function ChangesPage() {
  const { index } = useView();
  const versions = useMemo(
    () =>
      [...index.dossier.changes]
        .sort((a, b) => b.version - a.version)
        .map((change, at) => ({ ...change, id: `${change.version}-${at}` })),
    [index],
  );
  const corrected = useMemo(() => index.statementsInOrder.filter(({ correction }) => correction), [index]);
  return (
    <div class="changes">
      <Title>{t("viewer_changes")}</Title>
      <p class="lead">{t("viewer_changes_text", index.dossier.version)}</p>
      <Paged
        name="versions"
        rows={versions}
        class="versions"
        row={({ version, date, text }) => (
          <div class="entry">
            <p class="when">
              {t("viewer_version", version)}
              {date && /^\d{4}-\d{2}-\d{2}/.test(date) && (
                <span class="meta">
                  <When date={{ value: date.slice(0, 10), precision: "day" }} month="short" />
                </span>
              )}
            </p>
            <p class="what">
              <Text text={text} />
            </p>
          </div>
        )}
      />
      <section aria-labelledby="corrected">
        <h2 id="corrected">{t("viewer_corrections")}</h2>
        {corrected.length === 0 && <p class="none">{t("viewer_no_corrections")}</p>}
        <Paged name="corrected" rows={corrected} row={(row) => <StatementArticle statement={row} level={3} />} />
      </section>
    </div>
  );
}
