import type { MessageSource } from "../../../src/shared/i18n.ts";

/** What `browser.i18n` does with a table of texts. */
export function messagesFrom(texts: Record<string, string>): MessageSource {
  return {
    getMessage: (key, values = []) =>
      (texts[key] ?? "").replace(/\$(\d)/g, (_all, position) => values[Number(position) - 1] ?? ""),
  };
}
