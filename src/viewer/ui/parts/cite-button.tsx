import { useState } from "preact/hooks";
import type { Statement } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { citation } from "../../model/citation.ts";
import { dateWords, useView } from "../context.ts";

/** Copies a statement with its attribution and sources, and says whether that worked. */
export function CiteButton({ statement }: { statement: Statement }) {
  const { index } = useView();
  const [done, setDone] = useState<{ how: "copied" | "failed"; times: number }>();
  const say = (how: "copied" | "failed") => setDone((before) => ({ how, times: (before?.times ?? 0) + 1 }));
  const copy = async () => {
    const text = citation(index, statement, {
      date: dateWords,
      paraphrased: t("viewer_paraphrased"),
      correction: (kind) => t(`viewer_${kind}`),
    });
    try {
      await navigator.clipboard.writeText(text);
      say("copied");
    } catch {
      say("failed");
    }
  };
  return (
    <>
      <button type="button" class="link" onClick={() => void copy()}>
        {t("viewer_cite")}
      </button>
      <span role="status" class="done">
        {/* Other words each time, though they read the same: else a second copy is not announced. */}
        {done && <span key={done.times}>{t(`viewer_cite_${done.how}`)}</span>}
      </span>
    </>
  );
}
