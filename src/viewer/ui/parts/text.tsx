import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { highlight } from "../../model/fold.ts";
import { HitsContext, useView } from "../context.ts";

/** `lang` and `dir` of text that comes from the dossier, where its language is not that of the interface. */
export function useContentLanguage(): { lang?: string; dir?: "auto" } {
  const { language } = useView().index.dossier;
  return language.split("-")[0] === t("locale").split("-")[0] ? {} : { lang: language, dir: "auto" };
}

/** Text of the dossier, with what the search found in it marked. */
export function Text({ text }: { text: string }): ComponentChildren {
  const hits = useContext(HitsContext);
  const language = useContentLanguage();
  const segments = highlight(text, hits);
  const content = segments.map(({ text: part, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
    hit ? <mark key={at}>{part}</mark> : part,
  );
  return language.lang ? <bdi {...language}>{content}</bdi> : content;
}
