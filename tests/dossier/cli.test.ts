import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { dossier } from "../sync/publisher.ts";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const dossierText = () => JSON.stringify(dossier({ version: 1 }));
const ROOT = join(import.meta.dirname, "..", "..");
let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

describe("the tool", () => {
  it("lists its commands, explains each, and says so when it is misused", async () => {
    const help = await desk.run("--help");
    expect(help.status).toBe(0);
    const names = [...help.out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1]!);
    expect(names).toEqual(["validate", "pack", "keygen", "sign", "verify", "diff", "feed"]);
    for (const name of names) {
      const { status, out } = await desk.run(name, "--help");
      expect([name, status, out.startsWith(`usage: npm run dossier -- ${name}`)]).toEqual([name, 0, true]);
      expect(out).toContain("Status: 0");
      const wrong = await desk.run(name, "--nonsense");
      expect([name, wrong.status]).toEqual([name, 2]);
      expect(wrong.err).toContain("--nonsense");
    }
    expect((await desk.run()).status).toBe(2);
    expect(await desk.run("publish")).toMatchObject({
      status: 2,
      err: expect.stringContaining('no command "publish"'),
    });
    expect(await desk.run("validate")).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^no file is named; see --help\nusage: npm run dossier -- validate /),
    });
    expect(await desk.run("validate", "./none.json")).toMatchObject({
      status: 2,
      err: "none.json: cannot be read (no such file or folder); check the name and the permissions",
    });
  });

  it("runs as a program: status, output and errors where scripts look for them", () => {
    desk.write("story.json", { version: 1 });
    desk.write("bad.json", '{"format": "dramatis-dossier/1",\n "id": 5}');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(ROOT, "src/cli/dossier.ts"), ...args], { cwd: desk.folder, encoding: "utf8" });
    const good = run("validate", "--quiet", "story.json");
    expect([good.status, good.stdout, good.stderr]).toEqual([
      0,
      "story.json: valid: story, version 1, 3 people, 4 statements, 1 event, 1 source\n",
      "",
    ]);
    const bad = run("validate", "bad.json");
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain("bad.json:2:8: id: must be a text, found 5; correct it\n");
    expect(bad.stderr).toContain("bad.json:1:1: title: is missing; add it\n");
    expect(run("validate", "none.json").status).toBe(2);
  }, 60_000);

  it("reads paths from the folder in which npm was called, not from the clone", () => {
    desk.write("Ein Öl.json", { version: 1 });
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
    const npm = (...args: string[]) =>
      spawnSync("npm", ["--silent", "--prefix", ROOT, "run", ...args], {
        cwd: desk.folder,
        encoding: "utf8",
        env: { ...env, npm_config_update_notifier: "false" },
        shell: process.platform === "win32",
      });
    const packed = npm("dossier", "--", "pack", "Ein Öl.json", "--out", "site/");
    expect([packed.status, packed.stderr]).toEqual([0, ""]);
    expect(packed.stdout).toContain(`packed  ${join("site", "story-1.json")}\n`);
    expect(desk.json("site/story-1.json")).toMatchObject({ version: 1 });
    desk.write("page.txt", "Nobody is named.");
    const detected = npm("detect", "--", "--dossier", "site/story-1.json", "page.txt");
    expect([detected.status, detected.stdout]).toEqual([0, '{"doc":"page.txt","mentions":[]}\n']);
  }, 60_000);
});

describe("validate", () => {
  it("finds the bundled dossier valid", async () => {
    const { status, out } = await desk.run("validate", "--quiet", join(ROOT, "assets/dossiers/sessions-kislyak.json"));
    expect(status).toBe(0);
    expect(out).toContain("16 people");
  });

  it("names every fault with line, column, place and remedy", async () => {
    desk.write(
      "story.json",
      `{
  "format": "dramatis-dossier/1", "id": "story", "version": 1, "title": "T", "language": "en", "asOf": "2017-02-30",
  "publisher": {"name": "D"}, "license": "CC0-1.0", "updated": "2017-03-03",
  "sources": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}],
  "people": [],
  "events": [],
  "statements": [
    {"id": "s", "speaker": "nobody", "kind": "said", "qoute": "x", "sources": ["a"]}
  ]
}`,
    );
    const { status, err, out } = await desk.run("validate", "./story.json");
    expect(status).toBe(1);
    expect(err.split("\n")).toEqual([
      'story.json:2:104: asOf: there is no such date, found "2017-02-30"; correct it',
      'story.json:4:49: sources[1].id: "a" is taken by sources[0]; give the newer of the two another id; ids stay the same between versions',
      "story.json:8:5: statements[0].quote: is missing: give quote (their words) or paraphrase (yours); add one",
      'story.json:8:28: statements[0].speaker: there is no person "nobody"; add it, or correct the id',
      'story.json:8:63: warning: statements[0].qoute: the format has no key "qoute", so it is ignored; did you mean "quote"?',
    ]);
    expect(out).toBe("story.json: 4 faults; not valid; 1 warning");
  });

  it("points at the place where a file stops being JSON, and names what is no dossier at all", async () => {
    desk.write("cut.json", '{\n  "format": "dramatis-dossier/1",\n  "id": \n}');
    expect((await desk.run("validate", "./cut.json")).err).toBe(
      'cut.json:4:1: is not JSON: expected a value, found "}"; correct that place',
    );
    desk.write("empty.json", " \n");
    expect((await desk.run("validate", "./empty.json")).err).toBe("empty.json: the file is empty; name the right file");
    writeFileSync(desk.path("latin.json"), Buffer.from('{"a": "ÿ"}', "latin1"));
    writeFileSync(desk.path("wide.json"), Buffer.from("\uFEFF{}", "utf16le"));
    for (const [name, at] of [
      ["latin", 8],
      ["wide", 1],
    ])
      expect((await desk.run("validate", `./${name}.json`)).err).toBe(
        `${name}.json: byte ${at}: is not JSON: the file is not in UTF-8; save it in UTF-8 from your editor`,
      );
    desk.write("newer.json", '{"format": "dramatis-dossier/2"}');
    expect((await desk.run("validate", "./newer.json")).err).toBe(
      'newer.json: format: "dramatis-dossier/2" is newer than this tool, which reads "dramatis-dossier/1"; update Dramatis',
    );
    desk.write("list.json", "[]");
    expect((await desk.run("validate", "./list.json")).err).toContain("must be an object, found a list of 0");
    desk.write("twice.json", '{"x": 1, "x": 2}');
    expect((await desk.run("validate", "./twice.json")).err).toContain("x: this key stands twice in one object");
  });

  it("shows the first thousand faults of a file that is all wrong, and counts the others", async () => {
    desk.write("story.json", JSON.stringify({ ...JSON.parse(dossierText()), people: new Array(3_000).fill(5) }));
    const { out, err } = await desk.run("validate", "./story.json");
    expect(out).toMatch(/^story\.json: 3\d{3} faults, of which the first 1000 are shown; not valid$/);
    expect(err.split("\n")).toHaveLength(1_000);
  });

  it("counts warnings as faults when asked to, and speaks JSON to scripts", async () => {
    desk.write("story.json", { version: 1 });
    expect((await desk.run("validate", "./story.json")).status).toBe(0);
    expect((await desk.run("validate", "--strict", "./story.json")).status).toBe(1);
    expect((await desk.run("validate", "--strict", "--quiet", "./story.json")).status).toBe(0);
    const { out } = await desk.run("validate", "--json", "./story.json");
    const [first] = out.split("\n").map((line) => JSON.parse(line));
    expect(first).toMatchObject({ file: desk.path("story.json").replace(`${desk.folder}/`, ""), level: "warning" });
    expect(first.line).toBeGreaterThan(0);
  });
});

describe("pack", () => {
  it("writes the canonical form with its hash and length, once and for all", async () => {
    desk.write("draft.json", { version: 3 });
    const { status, out } = await desk.run("pack", "./draft.json");
    expect(status).toBe(0);
    const bytes = desk.text("story-3.json");
    expect(bytes).toBe(canonicalize(desk.json("draft.json")));
    expect(out).toContain(`sha256    ${createHash("sha256").update(bytes).digest("hex")}`);
    expect(out).toContain(`bytes     ${Buffer.byteLength(bytes)}`);
    expect((await desk.run("pack", "./draft.json")).out).toContain("unchanged  story-3.json");
    desk.write("draft.json", { version: 3, words: "Other words." });
    const again = await desk.run("pack", "./draft.json");
    expect(again).toMatchObject({ status: 1, err: expect.stringContaining('raise "version"') });
    expect(desk.text("story-3.json")).toBe(bytes);
    expect((await desk.run("pack", "--force", "./draft.json")).status).toBe(0);
    expect(desk.text("story-3.json")).not.toBe(bytes);
  });

  it("refuses what is not valid and writes nothing", async () => {
    desk.write("draft.json", { version: 0 });
    const { status, err } = await desk.run("pack", "--out", "./packed.json", "./draft.json");
    expect([status, err]).toEqual([1, expect.stringContaining("version: must be at least 1, found 0")]);
    expect(() => desk.text("packed.json")).toThrow("ENOENT");
  });

  it("makes the folder that it is to write into, if a slash says that it is one", async () => {
    desk.write("draft.json", { version: 1 });
    expect(await desk.run("pack", "--out", "./site/", "./draft.json")).toMatchObject({ status: 0, err: "" });
    expect(desk.json("site/story-1.json")).toMatchObject({ id: "story", version: 1 });
    const several = await desk.run("pack", "--out", "./other", "./draft.json", "./draft.json");
    expect(several).toMatchObject({ status: 2, err: expect.stringContaining("with a slash at its end") });
    const file = await desk.run("pack", "--out", "./draft.json/", "./draft.json");
    expect(file).toMatchObject({ status: 2, err: expect.stringContaining("draft.json/: cannot be made") });
  });
});

describe("pack --force", () => {
  it("writes over versions of the dossier alone, never over a key, an index or another dossier", async () => {
    desk.write("draft.json", { version: 1 });
    desk.write("other.json", { version: 1, id: "other" });
    await desk.run("keygen", "--out", "./key.pem");
    await desk.run("pack", "./draft.json");
    await desk.run("feed", "./feed.json", "--title", "T", "--publisher", "P", "./story-1.json");
    for (const name of ["key.pem", "feed.json", "other.json"]) {
      const before = desk.text(name);
      expect(await desk.run("pack", "--force", "--out", `./${name}`, "./draft.json")).toEqual({
        status: 1,
        out: "",
        err: `${name}: is there already, and is not a version of "story"; name another file with --out, or a folder with a slash at its end`,
      });
      expect(desk.text(name)).toBe(before);
    }
  });

  it("has to be said before a working file is packed over itself", async () => {
    desk.write("draft.json", { version: 1 });
    expect(await desk.run("pack", "--out", "./draft.json", "./draft.json")).toMatchObject({
      status: 1,
      err: "draft.json: is the file that is to be packed; name a folder with --out, or use --force to write the packed form over it",
    });
  });
});

describe("keygen", () => {
  it("makes a key that OpenSSL reads, for its owner alone, and never writes over one", async () => {
    const { status, out } = await desk.run("keygen", "--out", "./key.pem");
    expect(status).toBe(0);
    const pem = desk.text("key.pem");
    const jwk = createPublicKey(createPrivateKey(pem)).export({ format: "jwk" });
    expect(out).toContain(Buffer.from(jwk.x!, "base64url").toString("base64"));
    if (process.platform !== "win32") expect(statSync(desk.path("key.pem")).mode & 0o777).toBe(0o600);
    const again = await desk.run("keygen", "--out", "./key.pem");
    expect(again).toMatchObject({ status: 2, err: expect.stringContaining("is there already") });
    expect(desk.text("key.pem")).toBe(pem);
  });

  it("makes the folder of the key, for its owner alone", async () => {
    expect(await desk.run("keygen", "--out", "./away/keys/key.pem")).toMatchObject({ status: 0, err: "" });
    expect(desk.text("away/keys/key.pem")).toContain("PRIVATE KEY");
    if (process.platform !== "win32") expect(statSync(desk.path("away/keys")).mode & 0o777).toBe(0o700);
  });

  it("must be told where to", async () => {
    expect(await desk.run("keygen")).toMatchObject({ status: 2, out: "", err: expect.stringContaining("--out") });
  });
});

describe("sign and verify", () => {
  it("seal a packed dossier; a change of it or another key is found out", async () => {
    desk.write("draft.json", { version: 1 });
    await desk.run("pack", "./draft.json");
    await desk.run("keygen", "--out", "./key.pem");
    const other = await desk.run("keygen", "--out", "./other.pem");
    expect(await desk.run("verify", "./story-1.json")).toMatchObject({
      status: 1,
      err: expect.stringContaining("no signature"),
    });
    expect(await desk.run("sign", "--key", "./key.pem", "./draft.json")).toEqual({
      status: 1,
      out: "",
      err: "draft.json: is a working file, not a packed one; run pack first, and name the file that it writes",
    });
    const signed = await desk.run("sign", "--key", "./key.pem", "./story-1.json");
    expect(signed.status).toBe(0);
    const good = await desk.run("verify", "./story-1.json");
    expect(good.status).toBe(0);
    const mark = /signed by ([0-9a-f ]{24})/.exec(good.out)![1]!;
    expect(signed.out).toContain(mark);
    expect((await desk.run("verify", "--key", mark, "./story-1.json")).status).toBe(0);
    const stranger = /fingerprint {2}(.*)/.exec(other.out)![1]!;
    expect((await desk.run("verify", "--key", stranger, "./story-1.json")).err).toContain(`is signed by ${mark}`);
    desk.write("story-1.json", desk.text("story-1.json").replace("Said in version 1.", "Said in version 9."));
    expect(await desk.run("verify", "./story-1.json")).toMatchObject({
      status: 1,
      err: expect.stringContaining("it was changed after it was signed".slice(3)),
    });
  });

  it("refuse what is no key, and warn of a key that others can read", async () => {
    desk.write("draft.json", { version: 1 });
    desk.write("key.pem", "nonsense");
    expect(await desk.run("sign", "--key", "./key.pem", "./draft.json")).toMatchObject({
      status: 2,
      err: expect.stringContaining("is not an Ed25519 private key in PEM form"),
    });
    expect(await desk.run("sign", "./draft.json")).toMatchObject({
      status: 2,
      err: "no key is named; name it with --key KEY.pem\nusage: npm run dossier -- sign --key KEY.pem FILE...",
    });
    await desk.run("keygen", "--out", "./open.pem");
    if (process.platform === "win32") return;
    execFileSync("chmod", ["644", desk.path("open.pem")]);
    expect((await desk.run("sign", "--key", "./open.pem", "./draft.json")).err).toContain(
      "others can read it (mode 644)",
    );
  });
});

describe("diff", () => {
  it("tells what readers will see and suggests a line for it", async () => {
    desk.write("old.json", { version: 1, statements: 3 });
    desk.write("new.json", { version: 2, statements: 4, words: "Other words.", head: { changes: [] } });
    const { status, out } = await desk.run("diff", "./old.json", "./new.json");
    expect(status).toBe(0);
    expect(out).toContain("A story, version 2: version 1 → 2");
    expect(out).toContain("New\n  statement s3: Givoa Famoa: “Words number 3.”");
    expect(out).toContain('quote: "Said in version 1." → "Other words."');
    expect(out).toContain('{"version":2,"date":"2017-03-03","text":"Adds 1 statement; changes 1 statement."}');
  });

  it("warns of a statement that is silently gone, and gives the reason of a withdrawn one", async () => {
    desk.write("old.json", { version: 1 });
    const next = JSON.parse(desk.text("old.json"));
    next.version = 2;
    next.statements.pop();
    next.statements[2].correction = { kind: "withdrawn", date: "2017-03-03", reason: "Said by somebody else." };
    desk.write("new.json", JSON.stringify(next));
    const { out, err } = await desk.run("diff", "./old.json", "./new.json");
    expect(out).toContain("Withdrawn\n  statement s2: Givoc Famoc: “Words number 2.” (reason: Said by somebody else.)");
    expect(err).toContain('statement "s3" is gone without a word');
    expect(out).toMatch(/Removed\n {2}statement s3: .* \(without a correction\)$/m);
    expect(out).toContain("Withdraws 1 statement (Said by somebody else); removes 1 statement.");
    // Withdrawn in the open before: that it goes at last needs no warning.
    next.version = 3;
    next.statements.pop();
    desk.write("last.json", JSON.stringify(next));
    const last = await desk.run("diff", "./new.json", "./last.json");
    expect(last.out).toMatch(/Removed\n {2}statement s2: .* \(reason: Said by somebody else\.\)$/m);
    expect(last.err).toBe("");
  });

  it("refuses another dossier, and a version that does not grow", async () => {
    desk.write("one.json", { version: 2 });
    desk.write("other.json", { version: 3, id: "other" });
    desk.write("same.json", { version: 2, words: "Other words." });
    expect((await desk.run("diff", "./one.json", "./other.json")).err).toContain(
      'other.json: id: is "other", in one.json "story"',
    );
    expect(await desk.run("diff", "./one.json", "./same.json")).toMatchObject({
      status: 1,
      err: expect.stringContaining("version: must be above 2 (that of one.json), found 2; raise it"),
    });
  });
});
