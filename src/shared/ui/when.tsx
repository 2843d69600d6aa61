import { formatDay, formatExact, formatRelative } from "../format.ts";
import { t } from "../i18n.ts";

/** A moment in words, with the exact time on hover and for machines; a day without a time stays a day. */
export function When({ at, now }: { at: string; now: number }) {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return <>{at}</>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return <time datetime={at}>{formatDay(at, t("locale"))}</time>;
  return (
    <time datetime={at} title={formatExact(time, t("locale"))}>
      {formatRelative(time, now, t("locale"))}
    </time>
  );
}
