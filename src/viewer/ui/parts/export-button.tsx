import { t } from "../../../shared/i18n.ts";
import { personMarkdown } from "../../model/markdown.ts";
import { dateWords, useView } from "../context.ts";

/** Hands a text to the browser as a download; no permission is needed for that. */
function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function PersonExport({ id }: { id: string }) {
  const { index } = useView();
  const save = () => {
    const text = personMarkdown(index, id, {
      date: (date) => (date ? dateWords(date) : t("viewer_undated")),
      word: (key, ...args) => t(`viewer_${key}`, ...args),
    });
    if (text) download(text, `${index.dossier.id}-${id}.md`, "text/markdown;charset=utf-8");
  };
  return (
    <button type="button" class="button" onClick={save}>
      {t("viewer_export_markdown")}
    </button>
  );
}

export function DossierExport() {
  const { dossier } = useView().index;
  const save = () =>
    download(JSON.stringify(dossier, null, 2), `${dossier.id}-v${dossier.version}.json`, "application/json");
  return (
    <button type="button" class="button" onClick={save}>
      {t("viewer_export_json")}
    </button>
  );
}

export function PrintButton() {
  return (
    <button type="button" class="button" onClick={() => print()}>
      {t("viewer_print")}
    </button>
  );
}
