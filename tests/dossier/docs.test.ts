/** The publisher's docs: generated parts are fresh, and every command in them works, in the order in which they stand. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DATE_FIELDS, DOSSIER_FIELDS, FEED_FIELDS } from "../../src/cli/dossier-fields.ts";
import { messageTable } from "../../src/cli/dossier-messages.ts";
import { generated } from "../../src/cli/dossier-schema.ts";
import { ERROR_CODES } from "../../src/dossier/errors.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(ROOT, "docs", file), "utf8");
const blocks = (file: string, kind: string): string[] => {
  return [...read(file).matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === kind)
    .map((match) => match[2]!);
};
const commands = (file: string): string[] => blocks(file, "sh").flatMap((block) => block.trim().split("\n"));

describe("what npm run schema writes", () => {
  it.each([...generated()])("docs/%s is fresh", (file, text) => {
    expect(read(file)).toBe(text);
  });

  it("describes every field and nothing else", () => {
    const printed = [...read("dossiers.md").matchAll(/^- `([^`]+)` \(/gm)].map((match) => match[1]);
    const dates = Object.keys(DATE_FIELDS).map((key) => `date.${key}`);
    expect(printed.sort()).toEqual([...Object.keys(DOSSIER_FIELDS).filter((place) => place !== ""), ...dates].sort());
    const feed = [...read("feeds.md").matchAll(/^- `([^`]+)` \(/gm)].map((match) => match[1]);
    expect(feed.sort()).toEqual(
      Object.keys(FEED_FIELDS)
        .filter((place) => place !== "")
        .sort(),
    );
  });

  it("lists the sentence of every failure once", () => {
    const codes = [...messageTable().matchAll(/^- `([a-z-]+)`: \S/gm)].map((match) => match[1]);
    expect(codes.sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe("the commands of the docs", () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
    const [story = ""] = blocks("dossiers.md", "json story.json");
    const [fragment = ""] = blocks("dossiers.md", "json");
    desk.write("story.json", story);
    const next = JSON.parse(story);
    Object.assign(next, { version: 2, updated: "2031-06-10" });
    next.changes.push({ version: 2, date: "2031-06-10", text: "Withdraws a statement." });
    Object.assign(next.statements[0], JSON.parse(fragment));
    desk.write("story-2.json", JSON.stringify(next));
  });
  afterEach(() => desk.close());

  /** Runs a line of the docs, with its files in the desk's folder. */
  async function run(line: string) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
    expect(words.slice(0, 4)).toEqual(["npm", "run", "dossier", "--"]);
    return desk.run(
      ...words.slice(4).map((word) => (/^(\w+\/)?([\w-]+\.(json|pem))?$/.test(word) ? `./${word}` : word)),
    );
  }

  it("has an example without a fault or a warning", async () => {
    const { status, err } = await desk.run("validate", "--strict", "./story.json");
    expect([status, err]).toEqual([0, ""]);
    expect(parseDossier(desk.text("story.json")).people).toHaveLength(2);
  });

  it("works in dossiers.md", async () => {
    desk.write("page.txt", "Harbour Master Lindqvist declined to comment on what Tomas Oduya had said.");
    for (const line of commands("dossiers.md")) {
      if (!line.startsWith("npm run detect -- ")) {
        expect([line, (await run(line)).status]).toEqual([line, 0]);
        continue;
      }
      const args = line.split(" ").slice(4);
      const out = execFileSync(process.execPath, [join(ROOT, "src/cli/detect.ts"), ...args], { cwd: desk.folder });
      const { mentions } = JSON.parse(out.toString()) as { mentions: { text: string; person: string }[] };
      expect(mentions.map((mention) => mention.text)).toEqual(["Lindqvist", "Tomas Oduya"]);
    }
  }, 60_000);

  it("works in feeds.md, from the first feed to the recovery key", async () => {
    const known = new Map<string, string>();
    for (const line of commands("feeds.md")) {
      const filled = line.replace(/(FINGERPRINT|PUBLIC KEY) OF [\w-]+\.pem/g, (wanted) => known.get(wanted) ?? wanted);
      const { status, out, err } = await run(filled);
      expect([line, status, err]).toEqual([line, 0, ""]);
      const [, made] = /keygen --out keys\/(\S+)/.exec(line) ?? [];
      known.set(`FINGERPRINT OF ${made}`, /fingerprint {2}(.*)/.exec(out)?.[1] ?? "");
      known.set(`PUBLIC KEY OF ${made}`, /public key {3}(.*)/.exec(out)?.[1] ?? "");
    }
    expect((await desk.run("verify", "./site/feed.json")).status).toBe(0);
    // What is uploaded, and what never is.
    expect(readdirSync(desk.path("site")).sort()).toEqual([
      "feed.json",
      "mole-lease-1.json",
      "mole-lease-2.json",
      "mole-lease-2.json.sig",
    ]);
    expect(readdirSync(desk.path("keys")).sort()).toEqual(["desk-2.pem", "desk-3.pem", "desk.pem", "recovery.pem"]);
  });
});
