import { formatBytes, formatMoment } from "../../shared/format.ts";
import { t } from "../../shared/i18n.ts";
import type { FeedPreview } from "../../shared/rows.ts";
import { heldText } from "../text.ts";
import { Fact, Facts } from "./facts.tsx";
import { Fingerprint } from "./fingerprint.tsx";

/** What a feed says of itself, before the reader says yes. */
export function FeedPreviewView({ preview }: { preview: FeedPreview }) {
  const size = (bytes: number) => formatBytes(bytes, t("locale"));
  return (
    <section class="preview" aria-label={t("options_preview")}>
      <h3 tabIndex={-1}>{preview.title}</h3>
      {preview.summary && <p>{preview.summary}</p>}
      <Facts>
        <Fact label={t("options_publisher")}>
          {preview.publisher}
          {preview.publisherUrl && (
            <>
              <br />
              <a href={preview.publisherUrl} target="_blank" rel="noopener noreferrer">
                <bdi dir="ltr">{preview.publisherUrl}</bdi>
              </a>
            </>
          )}
        </Fact>
        <Fact label={t(preview.byRecovery ? "options_signature_recovery" : "options_signature")}>
          <Fingerprint value={preview.fingerprint} />
        </Fact>
        {preview.expires && <Fact label={t("options_valid_until")}>{formatMoment(preview.expires, t("locale"))}</Fact>}
        <Fact label={t("options_size")}>{size(preview.bytes)}</Fact>
      </Facts>
      <ul class="contents" aria-label={t("options_contents")}>
        {preview.dossiers.map(({ id, title, summary, version, bytes, held }) => (
          <li key={id}>
            <b>{title}</b>
            <span class="hint">
              {t("options_version_n", version)} · {size(bytes)}
            </span>
            {summary && <p>{summary}</p>}
            {held.map((one) => (
              <p key={one.origin.type === "feed" ? one.origin.feed : one.origin.type}>{heldText(one)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
