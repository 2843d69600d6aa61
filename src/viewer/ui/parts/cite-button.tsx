import { useState } from "preact/hooks";
import type { Statement } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { citation } from "../../model/citation.ts";
import { dateWords, useView } from "../context.ts";

/** Copies a statement with its attribution and sources, and says whether that worked. */
export function CiteButton({ statement }: { statement: Statement }) {
  const { index } = useView();
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    const text = citation(index, statement, {
      date: dateWords,
      paraphrased: t("viewer_paraphrased"),
      correction: (kind) => t(`viewer_${kind}`),
    });
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <button type="button" class="link" onClick={() => void copy()}>
        {t("viewer_cite")}
      </button>
      <span role="status" class="done">
        {state === "idle" ? "" : t(`viewer_cite_${state}`)}
      </span>
    </>
  );
}
