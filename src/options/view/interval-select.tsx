import { t } from "../../shared/i18n.ts";
import type { CheckInterval } from "../../shared/settings.ts";
import { CHECK_INTERVALS } from "../../shared/settings-store.ts";
import { intervalText } from "../text.ts";

interface IntervalSelectProps {
  id: string;
  label: string;
  /** Absent: the general setting, where `general` says which that is. */
  value: number | undefined;
  general?: CheckInterval | undefined;
  onChange(minutes: CheckInterval | undefined): void;
}

export function IntervalSelect({ id, label, value, general, onChange }: IntervalSelectProps) {
  return (
    <div class="interval">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(chosen === "" ? undefined : (Number(chosen) as CheckInterval));
        }}
      >
        {general !== undefined && <option value="">{t("options_interval_general", intervalText(general))}</option>}
        {CHECK_INTERVALS.map((minutes) => (
          <option key={minutes} value={minutes}>
            {intervalText(minutes)}
          </option>
        ))}
      </select>
    </div>
  );
}
