import { t } from "../../../shared/i18n.ts";
import { listRoute, type RecordPage } from "../../model/router.ts";
import { useHref, useView } from "../context.ts";
import { Title } from "../parts/heading.tsx";

/** An address that leads nowhere: says what was looked for, in which version, and where to go on. */
export function Missing({ kind, id }: { kind: RecordPage; id: string }) {
  const { dossier } = useView().index;
  return (
    <div class="missing">
      <Title>{t(`viewer_missing_${kind}`)}</Title>
      <p>{t("viewer_missing_text", id, dossier.title, dossier.version)}</p>
      <WayBack />
    </div>
  );
}

export function UnknownAddress({ path }: { path: string }) {
  return (
    <div class="missing">
      <Title>{t("viewer_unknown_address")}</Title>
      <p>{t("viewer_unknown_address_text", path)}</p>
      <WayBack />
    </div>
  );
}

function WayBack() {
  const href = useHref();
  return (
    <p>
      <a href={href(listRoute("cast"))}>{t("viewer_to_cast")}</a>
    </p>
  );
}
