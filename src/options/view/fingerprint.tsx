import { t } from "../../shared/i18n.ts";

/** The pinned key in short, or a plain word that there is none. */
export function Fingerprint({ value }: { value: string | undefined }) {
  return value ? <code title={t("options_fingerprint_title")}>{value}</code> : <span>{t("options_not_signed")}</span>;
}
