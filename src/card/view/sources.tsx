import type { ComponentChildren } from "preact";
import type { SourceView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";
import { Icon } from "./icons.tsx";
import { foreign } from "./words.tsx";

interface LinkProps {
  href: string;
  label?: string;
  lang?: string | undefined;
  children: string;
}

/**
 * A link out of the dossier: only http(s) ever becomes one, whatever the data says. It has its address when it is pressed
 * (`presses.ts`) and not before: Chromium fetches what a page's speculation rules name, links in closed roots among them.
 * The title says where it leads, as a browser's status line cannot.
 */
export function OutLink({ href, label, lang, children }: LinkProps) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    // biome-ignore lint/a11y/useValidAnchor: it gets its address when it is pressed
    <a key={href} title={href} role="link" tabIndex={0} target="_blank" rel="noopener noreferrer" aria-label={label}>
      <bdi lang={lang}>{children}</bdi>
      <Icon name="external" />
    </a>
  );
}

interface ItemProps {
  source: SourceView;
  lang: string | undefined;
  children: ComponentChildren;
}

function SourceItem({ source, lang, children }: ItemProps) {
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
        <OutLink href={source.url} lang={lang}>
          {source.title}
        </OutLink>
      ) : (
        <cite>
          <bdi lang={lang}>{source.title}</bdi>
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
          {" "}
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
  language: string;
  /** What can be done with them; stands after the last. */
  children: ComponentChildren;
}

export function Sources({ sources, language, children }: Props) {
  return (
    <ul class="sources" aria-label={t(sources.length > 1 ? "card_sources" : "card_source")}>
      {sources.map((source, index) => (
        <SourceItem key={source.id} source={source} lang={foreign(language)}>
          {index === sources.length - 1 && <> {children}</>}
        </SourceItem>
      ))}
    </ul>
  );
}
