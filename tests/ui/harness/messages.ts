import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All English interface texts as browsers would hold them, with $1… to be filled in. */
export function englishTexts(): Record<string, string> {
  const folder = "assets/locales/en";
  return Object.assign(
    {},
    ...readdirSync(folder).map(
      (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, string>,
    ),
  ) as Record<string, string>;
}
