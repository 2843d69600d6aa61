/** Writes the JSON Schemas of docs/schema and the field tables of the docs: `npm run schema`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { feedSchema } from "../dossier/feed-schema.ts";
import { dossierSchema } from "../dossier/schema.ts";
import { DATE_FIELDS, DOSSIER_FIELDS, FEED_FIELDS } from "./dossier-fields.ts";
import { messageTable } from "./dossier-messages.ts";

const DOCS = join(import.meta.dirname, "..", "..", "docs");

/** Files of the docs with what they should hold, by path under docs/. */
export function generated(): Map<string, string> {
  const dossier = schemaOf(dossierSchema, "Dramatis dossier, version 1", DOSSIER_FIELDS);
  const statement = at(dossier, "statements").items as JsonSchema;
  statement.anyOf = [{ required: ["quote"] }, { required: ["paraphrase"] }];
  statement.oneOf = [{ required: ["speaker"] }, { required: ["speakerName"] }];
  const feed = schemaOf(feedSchema, "Dramatis feed, version 1", FEED_FIELDS);
  return new Map([
    ["schema/dossier-1.json", `${JSON.stringify(dossier, null, 2)}\n`],
    ["schema/feed-1.json", `${JSON.stringify(feed, null, 2)}\n`],
    ["dossiers.md", withTable("dossiers.md", [...rows(dossier), ...dateRows()])],
    ["feeds.md", withMessages(withTable("feeds.md", rows(feed)))],
  ]);
}

function schemaOf(schema: v.GenericSchema, title: string, fields: Record<string, string>): JsonSchema {
  // Hidden characters, trimming and what only the whole file can show have no counterpart in JSON Schema: `validate` checks them.
  const json = toJsonSchema(schema, { target: "draft-07", typeMode: "input", errorMode: "ignore" });
  describe(json, "", fields);
  return { $schema: "http://json-schema.org/draft-07/schema#", title, ...json };
}

/** Puts the description of each field into the schema; throws on a field that has none. */
function describe(schema: JsonSchema, place: string, fields: Record<string, string>): void {
  const text = fields[place];
  if (text === undefined && !place.endsWith("[]")) throw new Error(`${place} is not described in dossier-fields.ts`);
  if (text !== undefined) schema.description = text;
  if (isDate(schema)) {
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      (field as JsonSchema).description = DATE_FIELDS[key] as string;
    }
    return;
  }
  for (const [key, field] of fieldsOf(schema)) describe(field, place ? `${place}.${key}` : key, fields);
  if (schema.items) describe(schema.items as JsonSchema, `${place}[]`, fields);
}

function fieldsOf(schema: JsonSchema): [string, JsonSchema][] {
  const inner =
    schema.properties ?? (schema.anyOf as JsonSchema[] | undefined)?.find((one) => one.properties)?.properties;
  return Object.entries(inner ?? {}) as [string, JsonSchema][];
}

function isDate(schema: JsonSchema): boolean {
  return schema.properties?.precision !== undefined;
}

function at(schema: JsonSchema, key: string): JsonSchema {
  return schema.properties![key] as JsonSchema;
}

interface Row {
  place: string;
  required: boolean;
  shape: string;
  text: string;
}

/** All fields of a schema, those of dates apart. */
function rows(schema: JsonSchema, place = ""): Row[] {
  const required = new Set(schema.required ?? []);
  return fieldsOf(schema).flatMap(([key, field]) => {
    const here = place ? `${place}.${key}` : key;
    const row = { place: here, required: required.has(key), shape: shapeOf(field), text: field.description ?? "" };
    if (isDate(field)) return [row];
    const items = field.items as JsonSchema | undefined;
    return [row, ...rows(field, here), ...(items ? rows(items, `${here}[]`) : [])];
  });
}

function dateRows(): Row[] {
  return Object.entries(DATE_FIELDS).map(([key, text]) => {
    const required = key === "value" || key === "precision";
    return { place: `date.${key}`, required, shape: key === "approximate" ? "true or false" : "text", text };
  });
}

const SHAPES: Record<string, string> = {
  string: "text",
  boolean: "true or false",
  integer: "whole number",
  object: "object",
};

function shapeOf(schema: JsonSchema): string {
  if (isDate(schema)) return "date";
  if (schema.const !== undefined) return `"${schema.const}"`;
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.anyOf) return "text or object";
  const most = schema.maxLength ?? schema.maxItems;
  const shape = schema.type === "array" ? "list" : (SHAPES[schema.type as string] ?? "");
  return most === undefined ? shape : `${shape}, at most ${most}`;
}

const TABLE = /(<!-- fields: written by npm run schema -->\n)[\s\S]*?(<!-- end of fields -->)/;

function withTable(file: string, table: readonly Row[]): string {
  const lines = table.map(({ place, required, shape, text }) => {
    return `- \`${place}\` (${shape}${required ? ", required" : ""}): ${text}`;
  });
  return readFileSync(join(DOCS, file), "utf8").replace(
    TABLE,
    (_, start: string, end: string) => `${start}\n${lines.join("\n")}\n\n${end}`,
  );
}

const MESSAGES = /(<!-- messages: written by npm run schema -->\n)[\s\S]*?(<!-- end of messages -->)/;

function withMessages(text: string): string {
  return text.replace(MESSAGES, (_, start: string, end: string) => `${start}\n${messageTable()}\n\n${end}`);
}

if (import.meta.main) {
  for (const [file, text] of generated()) writeFileSync(join(DOCS, file), text);
}
