import { errorText } from "../../shared/i18n.ts";
import { Message } from "../../shared/ui/message.tsx";
import type { OptionsState, Part } from "../model.ts";
import { noticeText } from "../text.ts";

/** What a part of the page says that belongs to none of its rows. */
export function Said({ part, state }: { part: Part; state: OptionsState }) {
  const { [part]: failure } = state.failures;
  const { [part]: notice } = state.notices;
  return (
    <>
      {failure && <Message tone="alert">{errorText(failure)}</Message>}
      <Message tone="status" pending>
        {notice && noticeText(notice)}
      </Message>
    </>
  );
}
