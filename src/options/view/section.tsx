import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n.ts";

/** One part of the page: a heading that can be linked to, and one line that says what it is for. */
export function Section({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {t(`options_${id}`)}
      </h2>
      <p class="intro">{t(`options_${id}_intro`)}</p>
      {children}
    </section>
  );
}
