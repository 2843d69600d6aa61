import type { SourceView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";
import { Icon } from "./icons.tsx";

/** A link out of the dossier: only http(s) ever becomes one, whatever the data says. */
export function OutLink({ href, label, children }: { href: string; label?: string; children: string }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" aria-label={label}>
      {children}
      <Icon name="external" />
    </a>
  );
}

function SourceItem({ source }: { source: SourceView }) {
  const who = source.publisher ?? source.author;
  return (
    <li>
      {who && <span class="publisher">{who}: </span>}
      {source.url ? <OutLink href={source.url}>{source.title}</OutLink> : <cite>{source.title}</cite>}
      {source.date && <>, {formatDate(source.date)}</>}
      {source.archivedUrl && (
        <>
          {" · "}
          <OutLink href={source.archivedUrl} label={t("card_archived_of", source.title)}>
            {t("card_archived")}
          </OutLink>
        </>
      )}
    </li>
  );
}

export function Sources({ sources }: { sources: readonly SourceView[] }) {
  return (
    <ul class="sources" aria-label={t(sources.length > 1 ? "card_sources" : "card_source")}>
      {sources.map((source) => (
        <SourceItem key={source.id} source={source} />
      ))}
    </ul>
  );
}
