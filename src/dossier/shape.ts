import * as v from "valibot";

/**
 * An object that may hold more than is known here. `sample`: how it is written, for whoever writes something else in its
 * place; without it the keys that it must have.
 */
export function shaped<const E extends v.ObjectEntries>(entries: E, sample: string = shapeOf(entries)) {
  return v.looseObject(entries, `must be an object like ${sample}`);
}

/** `{ "id": "…", "sources": […] }` */
export function shapeOf(entries: v.ObjectEntries): string {
  const required = Object.entries(entries).filter(([, entry]) => entry.type !== "optional");
  return `{ ${required.map(([key, entry]) => `"${key}": ${PLACEHOLDERS[entry.type] ?? '"…"'}`).join(", ")} }`;
}

const PLACEHOLDERS: Record<string, string> = { array: "[…]", loose_object: "{…}", number: "1" };
