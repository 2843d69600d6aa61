import type { ComponentChildren } from "preact";
import type { SourceView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";
import { Icon } from "./icons.tsx";

/** A link out of the dossier: only http(s) ever becomes one, whatever the data says. */
export function OutLink({ href, label, children }: { href: string; label?: string; children: string }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" aria-label={label}>
      <bdi>{children}</bdi>
      <Icon name="external" />
    </a>
  );
}

function SourceItem({ source, children }: { source: SourceView; children: ComponentChildren }) {
  const who = source.publisher ?? source.author;
  return (
    <li>
      {who && (
        <>
          <bdi>{who}</bdi>
          {": "}
        </>
      )}
      {source.url ? (
        <OutLink href={source.url}>{source.title}</OutLink>
      ) : (
        <cite>
          <bdi>{source.title}</bdi>
        </cite>
      )}
      {source.date && (
        <>
          {", "}
          <bdi class="date">{formatDate(source.date)}</bdi>
        </>
      )}
      {source.archivedUrl && (
        <>
          {" · "}
          <OutLink href={source.archivedUrl} label={t("card_archived_of", source.title)}>
            {t("card_archived")}
          </OutLink>
        </>
      )}
      {children}
    </li>
  );
}

interface Props {
  sources: readonly SourceView[];
  /** What can be done with them; stands after the last. */
  children: ComponentChildren;
}

export function Sources({ sources, children }: Props) {
  return (
    <ul class="sources" aria-label={t(sources.length > 1 ? "card_sources" : "card_source")}>
      {sources.map((source, index) => (
        <SourceItem key={source.id} source={source}>
          {index === sources.length - 1 && (
            <>
              {" · "}
              {children}
            </>
          )}
        </SourceItem>
      ))}
    </ul>
  );
}
