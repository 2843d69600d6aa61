import { useEffect, useRef } from "preact/hooks";
import { errorText } from "../../shared/i18n.ts";
import { Message } from "../../shared/ui/message.tsx";
import type { OptionsState, Part } from "../state.ts";
import { noticeText } from "../text.ts";

/** What a part of the page says that belongs to none of its rows. */
export function Said({ part, state }: { part: Part; state: OptionsState }) {
  const { [part]: failure } = state.failures;
  const { [part]: notice } = state.notices;
  const place = useRef<HTMLDivElement>(null);
  // The question that led to it stood over a row that had gone: there was nothing left to give the focus back to.
  useEffect(() => {
    if (notice && document.activeElement === document.body)
      place.current?.closest("section")?.querySelector("h2")?.focus({ preventScroll: true });
  }, [notice]);
  return (
    <div class="said" ref={place}>
      {failure && <Message tone="alert">{errorText(failure)}</Message>}
      <Message tone="status" pending>
        {notice && noticeText(notice)}
      </Message>
    </div>
  );
}
