/** A command line with a slip in it: what is wrong, and what to type instead. */
import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readArgs } from "../../src/cli/dossier-args.ts";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const usage = (name: string) => expect.stringMatching(new RegExp(`\\nusage: npm run dossier -- ${name} `));

it.each([
  ["keygen -out ./key.pem", "-out: an option begins with two short dashes; write --out"],
  ["keygen —out ./key.pem", "—out: an option begins with two short dashes; write --out"],
  ["keygen –-out ./key.pem", "–-out: an option begins with two short dashes; write --out"],
  ["keygen ./key.pem", "key.pem is one file too many; see --help"],
  ["keygen", "no file for the private key is named; name one with --out"],
  ["pack --uot ./site/ ./draft.json", "there is no option --uot; did you mean --out?"],
  ["pack --publish ./draft.json", "there is no option --publish; see --help"],
  ["pack --force=yes ./draft.json", '--force takes no value, found "yes"; write it alone'],
  [
    "pack ./draft.json --out",
    '--out: its value is missing; write it after a space (one that begins with a dash: --out="-…")',
  ],
  [
    "pack --out --force ./draft.json",
    '--out: its value is missing; write it after a space (one that begins with a dash: --out="-…")',
  ],
  ["pack --out ./a.json --out ./b.json ./draft.json", "--out is given twice; give it once"],
  ["pack --out= ./draft.json", "--out: must not be empty; name a file or a folder"],
  [
    "verify https://desk.example/feed.json",
    "https://desk.example/feed.json is a web address, and a file is wanted; download it first",
  ],
  ["sign ./draft.json", "no key is named; name it with --key KEY.pem"],
  ["diff ./draft.json", "not all files are named; see --help"],
])("%s", async (line, told) => {
  desk.write("draft.json", { version: 1 });
  const [name = "", ...words] = line.split(" ");
  const { status, out, err } = await desk.run(name, ...words);
  expect([status, out, err.split("\n")[0]]).toEqual([2, "", told]);
  expect(err).toEqual(usage(name));
  expect(existsSync(desk.path("key.pem"))).toBe(false);
});

it("has an empty name where a variable of the shell is empty", async () => {
  expect((await desk.run("validate", "")).err).toContain(
    "the name of a file is empty; is a variable of your shell?\nusage: ",
  );
});

it("knows a command that is meant", async () => {
  expect((await desk.run("verfy", "./feed.json")).err).toBe('there is no command "verfy"; did you mean verify?');
});

describe("options that npm has taken for itself, for want of the lone --", () => {
  const options = { out: { type: "string" }, "publisher-url": { type: "string" }, key: { type: "string" } } as const;
  const read = (env: NodeJS.ProcessEnv) => readArgs(["key.pem"], options, 1, 1, env);

  it("are told as that", () => {
    for (const name of ["out", "publisher-url"])
      expect(() => read({ npm_lifecycle_event: "dossier", [`npm_config_${name.replace("-", "_")}`]: "true" })).toThrow(
        `--${name} was taken by npm and did not come here; write -- after "npm run dossier"`,
      );
  });

  it("are not confused with what npm is configured with, nor with another script's", () => {
    expect(read({ npm_lifecycle_event: "dossier", npm_config_key: "x" }).positionals).toEqual(["key.pem"]);
    expect(read({ npm_lifecycle_event: "test", npm_config_out: "x" }).positionals).toEqual(["key.pem"]);
  });
});

describe("files in each other's place", () => {
  beforeEach(async () => {
    desk.write("draft.json", { version: 1 });
    await desk.run("pack", "./draft.json");
    await desk.run("feed", "./feed.json", "--title", "T", "--publisher", "P", "./story-1.json");
  });

  it("a dossier where the index is wanted, and an index where a dossier is", async () => {
    expect(await desk.run("feed", "--title", "T", "--publisher", "P", "./story-1.json")).toMatchObject({
      status: 2,
      err: expect.stringMatching(
        /^story-1\.json: is a dossier, and the index is wanted; name the file of the index first\nusage: /,
      ),
    });
    for (const name of ["pack", "sign --key ./key.pem", "diff ./draft.json"].map((words) => words.split(" "))) {
      await desk.run("keygen", "--out", "./key.pem");
      const { status, err } = await desk.run(...name, "./feed.json");
      if (name[0] === "sign") expect(err).toContain("does not list the key");
      else expect([status, err]).toEqual([1, "feed.json: is a feed index, not a dossier; name a dossier"]);
    }
    expect(await desk.run("feed", "./feed.json", "./feed.json")).toMatchObject({
      status: 1,
      err: "feed.json: is a feed index, not a dossier; name a dossier",
    });
  });

  it("a folder where a file is wanted", async () => {
    expect((await desk.run("verify", "./")).err).toMatch(/: cannot be read \(is a folder\); name a file in it$/);
  });
});
