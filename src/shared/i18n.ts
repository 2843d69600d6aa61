import type { ErrorInfo } from "../dossier/errors.ts";

/** What i18n needs of the browser; pages pass `browser.i18n`, tests a table. */
export interface MessageSource {
  getMessage(key: string, substitutions?: string[]): string;
}

let source: MessageSource = { getMessage: (key) => key };

/** Called once by each entry, before anything is rendered. */
export function setMessages(messages: MessageSource): void {
  source = messages;
}

/** The interface text under `key`; an unknown key comes back as itself, so that nothing is ever blank. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  return source.getMessage(key, substitutions.map(String)) || key;
}

const rules = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>();

/** Making one of these costs more than a hundred uses of it. */
function rulesOf(locale: string): { plural: Intl.PluralRules; number: Intl.NumberFormat } {
  let found = rules.get(locale);
  if (!found) {
    found = { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
    rules.set(locale, found);
  }
  return found;
}

/**
 * "1 person" / "16 people": the text under `<key>_<rule>` for the plural rule of the interface language (zero, one, two,
 * few, many, other), or under `<key>_other` where there is none for that rule.
 */
export function plural(key: string, count: number, ...more: (string | number)[]): string {
  const { plural: forms, number } = rulesOf(t("locale"));
  const values = [number.format(count), ...more.map(String)];
  return source.getMessage(`${key}_${forms.select(count)}`, values) || t(`${key}_other`, ...values);
}

/** The sentence for a failure: what, where, what to do. */
export function errorText(error: ErrorInfo): string {
  return t(`error_${error.code.replaceAll("-", "_")}`, ...error.details);
}
