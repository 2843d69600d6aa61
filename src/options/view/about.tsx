import { t } from "../../shared/i18n.ts";
import { Section } from "./section.tsx";

export function About({ version }: { version: string }) {
  return (
    <Section id="about">
      <p>
        {t("options_about_version", version)} · {t("options_about_license")} ·{" "}
        <a href="THIRD-PARTY-NOTICES.txt">{t("options_about_notices")}</a>
      </p>
    </Section>
  );
}
