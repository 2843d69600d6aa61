import type * as v from "valibot";
import { check } from "../dossier/check.ts";
import { isCalendarDate } from "../dossier/dates.ts";
import { FaultList, faultText } from "../dossier/faults.ts";
import { feedEntrySchema } from "../dossier/feed-schema.ts";
import { isPast } from "../dossier/feed-verify.ts";
import { exactLine, instant, text, webAddress } from "../dossier/schema.ts";
import { CommandError, type Terminal } from "./dossier-command.ts";

const ADDRESS = 'give a web address, like "https://desk.example/about"';

/** Options whose words go into the index as they are, each with what the index allows there and what to type. */
const WORDS = {
  title: [exactLine, "give one line of text"],
  publisher: [exactLine, "give one line of text"],
  "publisher-url": [webAddress, ADDRESS],
  summary: [text, "give a sentence or two"],
  base: [feedEntrySchema.entries.url, ADDRESS],
} as const satisfies Record<string, readonly [v.GenericSchema, string]>;

export type WordOptions = { [Name in keyof typeof WORDS]?: string | undefined };

/** Throws CommandError at the first option that the index could not hold: what is wrong, and what to type. */
export function checkWords(values: WordOptions): void {
  for (const [name, [schema, remedy]] of Object.entries(WORDS)) {
    const value = values[name as keyof WordOptions];
    if (value !== undefined) checkOption(name, schema, value, remedy);
  }
}

function checkOption(name: string, schema: v.GenericSchema, value: string, remedy: string): void {
  const faults = new FaultList();
  check(schema, value, `--${name}`, faults);
  const [fault] = faults.faults;
  if (fault) throw new CommandError(`${faultText(fault)}; ${remedy}`);
}

const DAY = 24 * 60 * 60 * 1000;

/** What `--expires` means, for the index; undefined: never. Throws CommandError unless it lies ahead. */
export function expiryOf(typed: string, now: Date): string | undefined {
  if (typed === "never") return undefined;
  const days = /^([1-9]\d{0,4})d$/.exec(typed)?.[1];
  if (days !== undefined) return inSeconds(new Date(now.getTime() + Number(days) * DAY));
  const remedy = `give a date ("2027-02-28"), days from now ("${/^[1-9]\d{0,4}$/.test(typed) ? typed : 90}d") or "never"`;
  checkOption("expires", instant, typed, remedy);
  if (!isCalendarDate(typed.slice(0, 10)) || Number.isNaN(Date.parse(typed)))
    throw new CommandError(`--expires: there is no such date, found "${typed}"; ${remedy}`);
  if (isPast(typed, now)) throw new CommandError(`--expires: ${typed} has passed; ${remedy}`);
  return typed;
}

/** ", valid until …", where an index has an end. */
export function validity({ expires }: { expires?: string | undefined }): string {
  return expires === undefined ? "" : `, valid until ${expires}`;
}

/** Days before its expiry at which an index should have been renewed: its readers' browsers need some to come by. */
const SOON = 14;

/** Warns of an expiry that is near: nobody will be told of it but the readers. */
export function warnOfExpiry(path: string, expires: string | undefined, now: Date, terminal: Terminal): void {
  if (expires === undefined || !isPast(expires, new Date(now.getTime() + SOON * DAY))) return;
  const end = Date.parse(expires.length === 10 ? `${expires}T23:59:59.999Z` : expires);
  const days = (end - now.getTime()) / DAY;
  const away = days < 1 ? "less than a day" : days < 1.5 ? "a day" : `${Math.round(days)} days`;
  const what = `warning: expires: ${expires} is only ${away} away, and readers are told then that the feed has expired`;
  terminal.err(`${path}: ${what}; renew it before, or give more time with --expires`);
}

/** As an index has it: UTC, whole seconds. */
export function inSeconds(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, "Z");
}
