import type { ComponentChildren } from "preact";
import { formatDay, formatExact, formatRelative } from "../format.ts";
import { t } from "../i18n.ts";

interface WhenProps {
  /** Undefined: at no time, which `children` say. */
  at: string | undefined;
  now: number;
  /** Other words for it than how long ago or in how long. */
  children?: ComponentChildren;
}

/** A moment in words, with the exact time on hover and for machines; a day without a time stays a day. */
export function When({ at = "", now, children }: WhenProps) {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return <>{children ?? at}</>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return <time datetime={at}>{formatDay(at, t("locale"))}</time>;
  return (
    <time datetime={at} title={formatExact(time, t("locale"))}>
      {children ?? formatRelative(time, now, t("locale"))}
    </time>
  );
}
