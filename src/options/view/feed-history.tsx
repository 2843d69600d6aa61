import { errorText, plural, t } from "../../shared/i18n.ts";
import type { ChangeSummary, FailedResult } from "../../shared/rows.ts";
import { Message } from "../../shared/ui/message.tsx";
import { When } from "../../shared/ui/when.tsx";
import { byPerson } from "../changes.ts";
import type { History } from "../state.ts";
import { failedDossierText, resultText } from "../text.ts";

interface FeedHistoryProps {
  history: History | undefined;
  now: number;
  onOpen(): void;
}

/** What each update brought, newest first; fetched when it is opened. */
export function FeedHistory({ history, now, onOpen }: FeedHistoryProps) {
  return (
    <details onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary>{t("options_what_changed")}</summary>
      {history?.type === "loading" && <p class="hint">{t("options_history_loading")}</p>}
      {history?.type === "failed" && <Message tone="alert">{errorText(history.error)}</Message>}
      {history?.type === "ready" && history.entries.length === 0 && <p class="hint">{t("options_history_empty")}</p>}
      {history?.type === "ready" && (
        <ol class="changes">
          {history.entries.map(({ at, result, changes, repeated }) => (
            <li key={`${at} ${result.type}`}>
              <span class="hint">
                <When at={at} now={now} />
              </span>
              <p>{resultText(result)}</p>
              {result.type === "failed" && <Others result={result} />}
              {repeated && (
                <p class="hint">
                  {t("options_history_repeated", repeated.times)} <When at={repeated.since} now={now} />
                </p>
              )}
              {changes.map((summary) => (
                <Changes key={summary.dossier} summary={summary} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** The dossiers that failed beside the first. */
function Others({ result: { others = [], unlisted = 0 } }: { result: FailedResult }) {
  return (
    <>
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.id}>{failedDossierText(one)}</li>
          ))}
        </ul>
      )}
      {unlisted > 0 && <p class="hint">{plural("options_failure_unlisted", unlisted)}</p>}
    </>
  );
}

function Changes({ summary }: { summary: ChangeSummary }) {
  return (
    <>
      <dl class="by-person">
        {byPerson(summary).map(({ name, lines }) => (
          <div key={name ?? ""}>
            <dt>{name ?? t("options_change_other")}</dt>
            {lines.map(({ kind, record }) => (
              <dd key={`${kind} ${record.type} ${record.id}`} class={kind}>
                <span class="kind">{t(`options_change_${kind}`, t(`options_record_${record.type}`))}</span>{" "}
                {record.label}
                {record.reason && <span class="reason">{record.reason}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {summary.omitted ? <p class="hint">{plural("options_change_omitted", summary.omitted)}</p> : null}
    </>
  );
}
