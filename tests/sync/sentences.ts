/** The sentences that readers get, from the locale file. */
import { readFileSync } from "node:fs";
import type { ErrorInfo } from "../../src/dossier/errors.ts";
import { errorText, setMessages } from "../../src/shared/i18n.ts";

export const SENTENCES = JSON.parse(
  readFileSync(new URL("../../assets/locales/en/errors.json", import.meta.url), "utf8"),
) as Record<string, string>;

setMessages({
  getMessage: (key, given = []) =>
    (SENTENCES[key] ?? "").replace(/\$(\d)/g, (_, place: string) => given[Number(place) - 1] ?? ""),
});

/** What a reader is told of this failure. */
export const sentence = (error: ErrorInfo) => errorText(error);
