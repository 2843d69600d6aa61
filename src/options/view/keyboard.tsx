import { t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import type { Command } from "../state.ts";

export function Keyboard({ commands, onChange }: { commands: readonly Command[]; onChange(): void }) {
  return (
    <div class="keyboard">
      <h3 id="keyboard-title">{t("options_keyboard")}</h3>
      <dl aria-labelledby="keyboard-title">
        {commands
          .filter(({ description }) => description)
          .map(({ name, description, shortcut }) => (
            <div key={name}>
              <dt>{description}</dt>
              <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="hint">{t("options_no_shortcut")}</span>}</dd>
            </div>
          ))}
      </dl>
      <Button onClick={onChange}>{t("options_change_shortcuts")}</Button>
    </div>
  );
}
