import { useRef, useState } from "preact/hooks";
import { t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import type { ImportLine } from "../state.ts";
import { ImportLines } from "./import-lines.tsx";
import { useMissedDrop } from "./missed-drop.ts";

interface ImportDropProps {
  lines: readonly ImportLine[];
  onFiles(files: readonly File[]): void;
  /** The lines have been read and may go. */
  onClose(): void;
}

/** Brings in dossier files: chosen, or dropped here. */
export function ImportDrop({ lines, onFiles, onClose }: ImportDropProps) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useMissedDrop();
  /** The button that closes goes with the lines: the focus goes on to the one that brings new ones. */
  const close = () => {
    onClose();
    field.current?.parentElement?.querySelector("button")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everyone's.
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <h3>{t("options_import")}</h3>
      <p class="hint" id="import-hint">
        {t("options_import_hint")}
      </p>
      <input
        ref={field}
        hidden
        type="file"
        accept=".json,application/json"
        multiple
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length) onFiles(files);
          event.currentTarget.value = "";
        }}
      />
      <Button aria-describedby="import-hint" onClick={() => field.current!.click()}>
        {t("options_import_choose")}
      </Button>
      {lines.length > 0 && <ImportLines lines={lines} onClose={close} />}
    </div>
  );
}
