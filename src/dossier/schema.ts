import * as v from "valibot";
import { isPlainWebAddress } from "./address.ts";
import { hasTwoLetters, hiddenInLine, hiddenInText } from "./characters.ts";
import { LIMITS } from "./limits.ts";
import { shaped } from "./shape.ts";

/** `format` of a dossier file that this version reads; the number after the slash is the major version. */
export const DOSSIER_FORMAT = "dramatis-dossier/1";

/** Refuses characters that make a name or label look like what it is not; see characters.ts. */
const noHiddenInLine = v.check<string, (issue: v.CheckIssue<string>) => string>(
  (value) => hiddenInLine(value) === undefined,
  (issue) => `must not hold the hidden character ${hiddenInLine(issue.input)}`,
);
const noHiddenInText = v.check<string, (issue: v.CheckIssue<string>) => string>(
  (value) => hiddenInText(value) === undefined,
  (issue) => `must not hold the hidden character ${hiddenInText(issue.input)}`,
);

/** Id of a record. Two words that objects own are refused, so that no table by id can be tricked. */
export const slug = v.pipe(
  v.string(),
  v.maxLength(LIMITS.idLength),
  v.regex(/^(?!constructor$|prototype$)[a-z0-9][a-z0-9._-]*$/, "must be a short slug: a-z, 0-9, . _ -"),
);
/** One line of plain text, taken as it is. */
export const exactLine = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.lineLength), noHiddenInLine);
/** One line of plain text; space around it is dropped. */
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.lineLength), noHiddenInLine);
const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.nameLength), noHiddenInLine);
/** What is looked for in pages: one letter, or none, would match everywhere. */
const nameText = v.pipe(label, v.check(hasTwoLetters, "must have at least two letters or digits"));
/** Running plain text, may have several lines. */
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.textLength), noHiddenInText);
export const webAddress = v.pipe(
  v.string(),
  v.maxLength(LIMITS.urlLength),
  v.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\\]+$/, "must be an http or https address"),
  v.check(isPlainWebAddress, "must be an http or https address without user name or hidden characters"),
);
export const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
/** A date, or a date and time with offset, ISO 8601. */
export const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    "must be a date, or a date and time with offset",
  ),
);
const dayText = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date YYYY-MM-DD"));
const fewIds = list(slug, LIMITS.linksPerRecord);

export const dateSchema = shaped(
  {
    value: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD")),
    precision: v.picklist(["day", "month", "year"]),
    approximate: v.optional(v.boolean()),
    basis: v.optional(v.picklist(["stated", "inferred"])),
    note: v.optional(text),
  },
  '{ "value": "2017-03-02", "precision": "day" }',
);

export const sourceSchema = shaped({
  id: slug,
  title: line,
  publisher: v.optional(line),
  author: v.optional(line),
  date: v.optional(dateSchema),
  url: v.optional(webAddress),
  archivedUrl: v.optional(webAddress),
  note: v.optional(text),
});

export const aliasSchema = shaped({
  text: nameText,
  kind: v.picklist(["full", "surname", "nickname", "handle", "transliteration"]),
  case: v.optional(v.picklist(["exact", "any"])),
});

export const roleSchema = shaped({
  title: line,
  org: v.optional(line),
  from: v.optional(dateSchema),
  to: v.optional(dateSchema),
});

export const personSchema = shaped({
  id: slug,
  name: nameText,
  aliases: v.optional(list(aliasSchema, LIMITS.aliasesPerPerson), []),
  blocked: v.optional(list(nameText, LIMITS.aliasesPerPerson), []),
  titles: v.optional(list(nameText, LIMITS.aliasesPerPerson), []),
  roles: v.optional(list(roleSchema, LIMITS.linksPerRecord), []),
  summary: v.optional(text),
  sameAs: v.optional(list(webAddress, LIMITS.linksPerRecord), []),
});

export const eventSchema = shaped({
  id: slug,
  date: dateSchema,
  title: line,
  text: v.optional(text),
  people: v.optional(list(shaped({ id: slug, part: v.optional(line) }), LIMITS.linksPerRecord), []),
  sources: v.pipe(fewIds, v.minLength(1, "names no source")),
});

export const relationSchema = shaped({
  kind: v.picklist(["answers", "disputes", "atOddsWith", "repeats"]),
  /** Id of a statement or an event. */
  target: slug,
  basis: text,
});

/** What the publisher says of a statement that later proved wrong: shown, never silently gone. */
export const correctionSchema = shaped({
  kind: v.picklist(["corrected", "withdrawn"]),
  date: dayText,
  reason: text,
});

export const statementSchema = shaped({
  id: slug,
  speaker: v.optional(slug),
  speakerName: v.optional(label),
  kind: v.picklist(["said", "testified", "wrote", "posted", "spokesperson"]),
  date: v.optional(dateSchema),
  venue: v.optional(line),
  quote: v.optional(text),
  paraphrase: v.optional(text),
  about: v.optional(fewIds, []),
  event: v.optional(slug),
  inReplyTo: v.optional(slug),
  relations: v.optional(list(relationSchema, LIMITS.linksPerRecord), []),
  sources: v.pipe(fewIds, v.minLength(1, "names no source")),
  correction: v.optional(correctionSchema),
});

export const changeSchema = shaped({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  date: v.optional(dayText),
  text: text,
});

/** A dossier without its records. */
export const headSchema = v.looseObject({
  format: v.literal(DOSSIER_FORMAT),
  id: slug,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  title: line,
  summary: v.optional(text),
  language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "must be a BCP 47 tag")),
  asOf: dayText,
  publisher: shaped({ name: line, url: v.optional(webAddress) }),
  license: line,
  updated: instant,
  changes: v.optional(list(changeSchema, 10_000), []),
  minAppVersion: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,9}){0,3}$/, "must be a version like 1.2"))),
  context: v.optional(list(nameText, LIMITS.linksPerRecord), []),
});

/** The shape of a dossier file; what one field cannot say alone is in `cross-check.ts`. */
export const dossierSchema = v.looseObject({
  ...headSchema.entries,
  sources: list(sourceSchema, LIMITS.sources),
  people: list(personSchema, LIMITS.people),
  events: list(eventSchema, LIMITS.events),
  statements: list(statementSchema, LIMITS.statements),
});

export type DossierDate = v.InferOutput<typeof dateSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Alias = v.InferOutput<typeof aliasSchema>;
export type Role = v.InferOutput<typeof roleSchema>;
export type Person = v.InferOutput<typeof personSchema>;
export type DossierEvent = v.InferOutput<typeof eventSchema>;
export type Relation = v.InferOutput<typeof relationSchema>;
export type Correction = v.InferOutput<typeof correctionSchema>;
export type Statement = v.InferOutput<typeof statementSchema>;
export type Change = v.InferOutput<typeof changeSchema>;
export type Dossier = v.InferOutput<typeof dossierSchema>;
/** A dossier without its records: what a list of dossiers shows. */
export type DossierHead = v.InferOutput<typeof headSchema>;
