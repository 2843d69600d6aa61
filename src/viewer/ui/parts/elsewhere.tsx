import { useEffect, useState } from "preact/hooks";
import { type ErrorInfo, errorInfo } from "../../../dossier/errors.ts";
import { errorText, t } from "../../../shared/i18n.ts";
import { formatHash } from "../../model/router.ts";
import type { ElsewhereHit } from "../../source.ts";
import { useView } from "../context.ts";
import { memoryOf } from "../memory.ts";

/** Milliseconds without a keystroke: other dossiers are read from the disk, record by record. */
const TYPING_PAUSE = 250;
/** More are not worth scrolling through here: the reader goes to that dossier and searches it. */
const SHOWN = 12;

type Found = { type: "hits"; hits: ElsewhereHit[] } | { type: "failed"; error: ErrorInfo };

/** What the reader's other dossiers hold for a query; nothing where they hold nothing. */
export function Elsewhere({ query }: { query: string }) {
  const { installed, entry, searchOthers } = useView();
  const memory = memoryOf(entry);
  const [found, setFound] = useState<Found>({
    type: "hits",
    hits: memory.elsewhere?.query === query ? memory.elsewhere.hits : [],
  });
  useEffect(() => {
    let current = true;
    const look = () =>
      searchOthers(installed, query).then(
        (hits): Found => {
          if (current) memory.elsewhere = { query, hits };
          return { type: "hits", hits };
        },
        (error: unknown): Found => ({ type: "failed", error: errorInfo(error) }),
      );
    const timer = setTimeout(() => void look().then((next) => current && setFound(next)), TYPING_PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [installed, query, searchOthers, memory]);

  if (found.type === "failed") return <p role="alert">{errorText(found.error)}</p>;
  if (found.hits.length === 0) return null;
  return (
    <section class="elsewhere" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">{t("viewer_other_dossiers")}</h2>
      <ul>
        {found.hits.slice(0, SHOWN).map(({ type, dossier, dossierTitle, id, label }) => (
          <li key={`${dossier} ${type} ${id}`}>
            <a href={formatHash({ dossier, route: { page: type, id } })}>{label}</a>
            <span class="hint">{dossierTitle}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
