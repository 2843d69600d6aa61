/** A fresh install gives every command the key that the README names. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { manifestFor } from "../../manifest/manifest.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch } from "../browsers/launch.ts";

type Given = { name: string; description: string; shortcut: string };
type World = Record<"chrome" | "browser", { commands: { getAll(): Promise<Given[]> } }>;

it.each(BROWSERS)("%s gives each command its key", async (kind) => {
  const session = await launch(kind);
  try {
    const page = await session.open("popup.html");
    const given = await page.evaluate(
      (api) => (globalThis as unknown as World)[api].commands.getAll(),
      kind === "firefox" ? ("browser" as const) : ("chrome" as const),
    );
    const { commands } = manifestFor(kind, { version: "1" }) as {
      commands: Record<string, { suggested_key: { default: string } }>;
    };
    const wanted = Object.entries(commands).map(([name, { suggested_key: key }]) => [name, key.default]);
    expect(wanted).toHaveLength(4);
    const own = new Map(given.map(({ name, shortcut }) => [name, shortcut]));
    expect(wanted.map(([name]) => [name, own.get(name!)])).toEqual(wanted);
    const readme = readFileSync("README.md", "utf8");
    for (const [, key] of wanted) expect(readme).toContain(key);
  } finally {
    await session.close();
  }
});
