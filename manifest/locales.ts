import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "assets/locales";

/**
 * Interface texts are kept in one file an area and joined into the one that browsers read. Throws where a key has a sign
 * that browsers refuse, or stands in two areas.
 */
export async function writeLocales(outdir: string): Promise<void> {
  for (const locale of await readdir(FOLDER)) {
    const areas = (await readdir(join(FOLDER, locale))).filter((name) => name.endsWith(".json")).sort();
    const messages: Record<string, unknown> = {};
    for (const area of areas) {
      const path = join(FOLDER, locale, area);
      const entries = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
      for (const [key, entry] of Object.entries(entries)) {
        if (!/^[A-Za-z0-9_]+$/.test(key)) throw new Error(`${path}: "${key}" may hold only A-Z, a-z, 0-9 and _`);
        if (Object.hasOwn(messages, key)) throw new Error(`${path}: "${key}" stands in another area too`);
        messages[key] = typeof entry === "string" ? { message: entry } : entry;
      }
    }
    await mkdir(join(outdir, "_locales", locale), { recursive: true });
    await writeFile(join(outdir, "_locales", locale, "messages.json"), `${JSON.stringify(messages, null, 1)}\n`);
  }
}
