import type { ErrorInfo } from "../../dossier/errors.ts";
import { formatBytes, formatDay } from "../../shared/format.ts";
import { errorText, t } from "../../shared/i18n.ts";
import type { DossierRow } from "../../shared/rows.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import { When } from "../../shared/ui/when.tsx";
import type { OptionsActions } from "../controller.ts";
import { countsText } from "../text.ts";
import { Fact, Facts } from "./facts.tsx";

interface DossierItemProps {
  row: DossierRow;
  now: number;
  failure: ErrorInfo | undefined;
  actions: OptionsActions;
}

/** One installed dossier, whatever it came from. */
export function DossierItem({ row, now, failure, actions }: DossierItemProps) {
  const { id, title, origin } = row;
  const titleId = `dossier-${id}`;
  return (
    <li class="item" aria-labelledby={titleId}>
      <div class="item-head">
        <h3 id={titleId}>{title}</h3>
        <Switch
          id={`use-${id}`}
          label={t("options_in_use")}
          of={title}
          checked={row.enabled}
          onChange={(on) => actions.order(`dossier:${id}`, "dossier.enable", { id, on })}
        />
        {row.summary && <p class="summary">{row.summary}</p>}
      </div>
      <Facts>
        <Fact label={t("options_version")}>{row.version.toLocaleString(t("locale"))}</Fact>
        <Fact label={t("options_as_of")}>{formatDay(row.asOf, t("locale"))}</Fact>
        <Fact label={t("options_published")}>
          <When at={row.updated} now={now} />
        </Fact>
        <Fact label={t("options_origin")}>
          {origin.type === "feed" ? origin.feedTitle : t(`options_origin_${origin.type}`)}
        </Fact>
      </Facts>
      <p class="hint">
        {countsText(row.counts)}
        <br />
        {row.publisher} · {t("options_license", row.license)} · {formatBytes(row.bytes, t("locale"))}
      </p>
      {row.changes.length > 0 && (
        <details>
          <summary>{t("options_what_changed")}</summary>
          <ol class="changes" reversed>
            {[...row.changes]
              .sort((a, b) => b.version - a.version)
              .map(({ version, date, text }) => (
                <li key={version}>
                  <b>{t("options_version_n", version)}</b>
                  {date && <span class="hint">{formatDay(date, t("locale"))}</span>}
                  <p>{text}</p>
                </li>
              ))}
          </ol>
        </details>
      )}
      <div class="actions">
        <a class="button plain" href={`dossier.html#${encodeURIComponent(id)}`} target="_blank" rel="noopener">
          {t("options_open")}
        </a>
        <Button onClick={() => actions.exportDossier(id, `${id.replace(/[^\w.-]+/g, "-")}-${row.version}.json`)}>
          {t("options_export")}
        </Button>
        <Button look="quiet" onClick={() => actions.ask({ type: "dossier", id, title })}>
          {t("options_remove")}
        </Button>
      </div>
      {failure && <Message tone="alert">{errorText(failure)}</Message>}
    </li>
  );
}
