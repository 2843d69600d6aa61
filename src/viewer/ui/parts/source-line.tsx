import type { Source } from "../../../dossier/schema.ts";
import { plural, t } from "../../../shared/i18n.ts";
import { safeUrl } from "../../model/citation.ts";
import { useHref, useView } from "../context.ts";
import { Text } from "./text.tsx";
import { When } from "./when.tsx";

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

/** A link out of the extension, said to be one. Its address is printed (print.css). */
export function WebLink({ url, children }: { url: string; children?: string }) {
  return (
    <a class="web" href={url} target="_blank" rel="noopener noreferrer">
      {children ?? hostOf(url)}
      <span class="out" aria-hidden="true">
        {" ↗"}
      </span>
      <span class="for-ears"> {t("viewer_new_tab")}</span>
    </a>
  );
}

/** Where a source can be read, now and as archived. */
export function SourceAddresses({ source }: { source: Source }) {
  const url = safeUrl(source.url);
  const archived = safeUrl(source.archivedUrl);
  return (
    <>
      {url && <WebLink url={url} />}
      {url && archived && " "}
      {archived && <WebLink url={archived}>{t("viewer_archived")}</WebLink>}
    </>
  );
}

export function SourceLine({ id }: { id: string }) {
  const { index } = useView();
  const href = useHref();
  const source = index.sources.get(id);
  if (!source) return null;
  return (
    <>
      <a class="quiet" href={href({ page: "source", id })}>
        {source.publisher ? (
          <>
            <Text text={source.publisher} />: <Text text={source.title} />
          </>
        ) : (
          <Text text={source.title} />
        )}
      </a>
      {source.date && (
        <>
          , <When date={source.date} />
        </>
      )}
      {(source.url || source.archivedUrl) && " "}
      <SourceAddresses source={source} />
    </>
  );
}

/** "Sources: …" under a statement or an event. */
export function SourceList({ ids }: { ids: readonly string[] }) {
  const known = [...new Set(ids)];
  return (
    <div class="sources-of">
      <span class="label">{plural("viewer_sources_of", known.length)}</span>
      <ul>
        {known.map((id) => (
          <li key={id}>
            <SourceLine id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}
