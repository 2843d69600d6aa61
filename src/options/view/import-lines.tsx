import { t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";
import type { ImportLine } from "../state.ts";
import { importedText, notImportedText } from "../text.ts";

/** What came of each file of the last import, until the reader closes it. */
export function ImportLines({ lines, onClose }: { lines: readonly ImportLine[]; onClose(): void }) {
  const isOver = lines.every(({ outcome }) => outcome.type !== "reading");
  return (
    <>
      {lines.map((line) => (
        <Line key={line.id} {...line} />
      ))}
      {isOver && (
        <Button look="quiet" aria-label={t("options_import_dismiss")} onClick={onClose}>
          {t("options_dismiss")}
        </Button>
      )}
    </>
  );
}

function Line({ file, outcome }: ImportLine) {
  switch (outcome.type) {
    case "failed":
      return (
        <Message tone="alert">
          {file && (
            <>
              <b>{file}</b>:{" "}
            </>
          )}
          {notImportedText(outcome.error)}
        </Message>
      );
    case "reading":
      return (
        <Message tone="status" pending>
          {t("options_import_reading", file)}
        </Message>
      );
    case "done":
      return <Message tone="status">{importedText(outcome)}</Message>;
  }
}
