import { formatBytes } from "../../shared/format.ts";
import { t } from "../../shared/i18n.ts";
import type { FeedPreview } from "../../shared/rows.ts";
import { Fact, Facts } from "./facts.tsx";
import { Fingerprint } from "./fingerprint.tsx";

/** What a feed says of itself, before the reader says yes. */
export function FeedPreviewView({ preview }: { preview: FeedPreview }) {
  const size = (bytes: number) => formatBytes(bytes, t("locale"));
  return (
    <section class="preview" aria-label={t("options_preview")}>
      <h3>{preview.title}</h3>
      <Facts>
        <Fact label={t("options_publisher")}>{preview.publisher}</Fact>
        <Fact label={t("options_signature")}>
          <Fingerprint value={preview.fingerprint} />
        </Fact>
        <Fact label={t("options_size")}>{size(preview.bytes)}</Fact>
      </Facts>
      <ul class="contents" aria-label={t("options_contents")}>
        {preview.dossiers.map(({ id, title, version, bytes }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="hint">
              {t("options_version_n", version)} · {size(bytes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
