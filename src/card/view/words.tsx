import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n.ts";
import { quoteMarks } from "../../shared/quotes.ts";

/** `lang` of what comes from a dossier: undefined where it is that of the interface. */
export function foreign(language: string): string | undefined {
  return language.split("-")[0] === t("locale").split("-")[0] ? undefined : language;
}

/**
 * Verbatim words in the marks of their language. The marks are text, not generated: a selection that begins at generated
 * content is lost in Chromium.
 */
export function Marked({ language, children }: { language: string; children: ComponentChildren }) {
  const [open, close] = quoteMarks(language);
  return (
    <>
      <span class="mark open">{open}</span>
      {children}
      <span class="mark">{close}</span>
    </>
  );
}

interface Props {
  label: string;
  verbatim: boolean;
  language: string;
  /** Whose they are, for those who copy them (`copied.ts`). */
  by?: string | undefined;
}

/** What a statement says, within a line: quoted or in the dossier's own words. */
export function Words({ label, verbatim, language, by }: Props) {
  const given = { lang: foreign(language), "data-by": by };
  return verbatim ? (
    <q dir="auto" {...given}>
      <Marked language={language}>{label}</Marked>
    </q>
  ) : (
    <bdi {...given}>{label}</bdi>
  );
}
