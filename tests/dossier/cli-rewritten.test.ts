/** What editors, git and uploads in text mode do to a packed file: told as such, not as other content. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { howRewritten } from "../../src/cli/dossier-rewritten.ts";
import { sha256Hex, utf8 } from "../../src/dossier/bytes.ts";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

let desk: Desk;
let packed: string;
beforeEach(async () => {
  desk = openDesk();
  await desk.run("pack", desk.write("draft.json", { version: 1 }));
  await desk.run("keygen", "--out", "./../keys/key.pem");
  await desk.run("sign", "--key", "./../keys/key.pem", "./story-1.json");
  const head = ["--title", "The Desk's feed", "--publisher", "The Desk", "--key", "./../keys/key.pem"];
  expect(await desk.run("feed", "./feed.json", ...head, "./story-1.json")).toMatchObject({ status: 0, err: "" });
  packed = desk.text("story-1.json");
});
afterEach(() => desk.close());

const WAYS: [string, (text: string) => string, string][] = [
  ["a line end at its end", (text) => `${text}\n`, "a line end was added to it"],
  ["a byte order mark", (text) => `\uFEFF${text}`, "a byte order mark was put before it"],
  [
    "all that an editor of Windows adds",
    (text) => `\uFEFF${text}\r\n`,
    "a byte order mark was put before it and its line ends were rewritten and a line end was added to it",
  ],
  [
    "another layout",
    (text) => JSON.stringify(JSON.parse(text), null, 2),
    "its spaces, line ends or the order of its keys were changed",
  ],
];

describe.each(WAYS)("a packed file that got %s", (name, rewrite, how) => {
  const told = `story-1.json: says the same as when it was packed, but ${how} (editors, git with autocrlf and uploads in text mode do that); write it anew with pack --force, and upload it as it is, in binary mode`;

  it("is told as that by verify, feed, sign and pack, and is made whole as they say", async () => {
    desk.write("story-1.json", rewrite(packed));
    const verified = await desk.run("verify", "./feed.json");
    expect(verified).toMatchObject({ status: 1, err: expect.stringContaining("dossiers[0]: would be refused") });
    expect(verified.err.split("\n").at(-1)).toBe(told);
    expect(await desk.run("verify", "./story-1.json")).toEqual({ status: 1, out: "", err: told });
    const renew = ["feed", "./feed.json", "--key", "./../keys/key.pem", "--expires", "90d"];
    expect(await desk.run(...renew)).toEqual({ status: 1, out: "", err: told });
    expect(await desk.run("pack", "./draft.json")).toMatchObject({ status: 1, err: told });
    // A working file is laid out as this one is: here nobody can know that it was packed.
    const unknown = "story-1.json: is a working file, not a packed one";
    for (const words of [
      [...renew, "./story-1.json"],
      ["sign", "--key", "./../keys/key.pem", "./story-1.json"],
    ])
      expect((await desk.run(...words)).err).toContain(name === "another layout" ? unknown : told);

    // Of itself or of the dossier that it was made of.
    expect((await desk.run("pack", "--force", "./story-1.json")).status).toBe(0);
    expect(desk.text("story-1.json")).toBe(packed);
    desk.write("story-1.json", rewrite(packed));
    expect((await desk.run("pack", "--force", "./draft.json")).status).toBe(0);
    expect(desk.text("story-1.json")).toBe(packed);
    expect((await desk.run("verify", "./feed.json", "./story-1.json")).status).toBe(0);
  });
});

it("is not said of a file whose words were changed as well, nor of one that was packed otherwise", async () => {
  desk.write("story-1.json", `${packed.replace("version 1", "version 7")}\r\n`);
  expect((await desk.run("verify", "./feed.json")).err).not.toContain("line end");
  expect((await desk.run("verify", "./story-1.json")).err).toContain("it was changed".slice(3));
});

it("knows the line ends of a file that was listed with them", async () => {
  const laidOut = `${JSON.stringify(JSON.parse(packed), null, 2)}\n`;
  const rewritten = "its line ends were rewritten";
  const crlf = laidOut.replaceAll("\n", "\r\n");
  expect(await howRewritten(utf8(crlf), await sha256Hex(utf8(laidOut)))).toBe(rewritten);
  expect(await howRewritten(utf8(laidOut), await sha256Hex(utf8(crlf)))).toBe(rewritten);
});
