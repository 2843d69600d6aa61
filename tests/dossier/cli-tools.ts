/** Runs the publisher's tool in a folder of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/dossier.ts";
import { dossier, type Story } from "../sync/publisher.ts";

export interface Desk {
  folder: string;
  /** Absolute path of a file of the folder. */
  path(name: string): string;
  /** Runs a command; words that name a file of this folder begin with "./". */
  run(...words: string[]): Promise<{ status: number; out: string; err: string }>;
  /** Writes a dossier, or any text. */
  write(name: string, content: Story | string): string;
  text(name: string): string;
  json<T = Record<string, unknown>>(name: string): T;
  /** Moves the tool's clock. */
  clock: { now: number };
  close(): void;
}

export function openDesk(): Desk {
  // Within another, so that keys can lie outside of it.
  const root = mkdtempSync(join(tmpdir(), "dramatis-desk-"));
  const folder = join(root, "desk");
  mkdirSync(folder);
  const told = (lines: string[]) => lines.join("\n").replaceAll(`${folder}/`, "").replaceAll(`${root}/`, "../");
  const path = (name: string) => join(folder, name);
  const clock = { now: Date.UTC(2026, 10, 24, 12) };
  return {
    folder,
    path,
    clock,
    async run(...words) {
      const out: string[] = [];
      const err: string[] = [];
      const args = words.map((word) => (word.startsWith("./") ? path(word.slice(2)) : word));
      const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
      const status = await main(args, { ...terminal, now: () => new Date(clock.now) });
      return { status, out: told(out), err: told(err) };
    },
    write(name, content) {
      writeFileSync(path(name), typeof content === "string" ? content : JSON.stringify(dossier(content), null, 2));
      return `./${name}`;
    },
    text: (name) => readFileSync(path(name), "utf8"),
    json: (name) => JSON.parse(readFileSync(path(name), "utf8")),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
