import { formatExact, formatRelative } from "../format.ts";
import { t } from "../i18n.ts";

/** A moment in words, with the exact time on hover and for machines. */
export function When({ at, now }: { at: string; now: number }) {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return <>{at}</>;
  return (
    <time datetime={at} title={formatExact(time, t("locale"))}>
      {formatRelative(time, now, t("locale"))}
    </time>
  );
}
