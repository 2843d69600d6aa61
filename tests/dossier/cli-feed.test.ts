import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../../src/dossier/feed-schema.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { addAndWait, checkAndWait, createWorld, DAY, startLibrary } from "../sync/world.ts";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const HEAD = ["--title", "The Desk's feed", "--publisher", "The Desk"];
const index = () => desk.json<Feed>("feed.json");
const feed = (...words: string[]) => desk.run("feed", "./feed.json", ...words);

/** Packs a version of the story; gives the name of the packed file. */
async function packed(version: number, words?: string): Promise<string> {
  desk.write("draft.json", { version, ...(words !== undefined && { words }) });
  expect((await desk.run("pack", "--force", "./draft.json")).err).toBe("");
  return `./story-${version}.json`;
}

/** Makes a key; gives its fingerprint and public key. */
async function keygen(name: string): Promise<{ mark: string; key: string }> {
  const { out } = await desk.run("keygen", "--out", `./../keys/${name}`);
  return { mark: /fingerprint {2}(.*)/.exec(out)![1]!, key: /public key {3}(.*)/.exec(out)![1]! };
}

/** Changes the index by hand. */
function edit(change: (index: Feed) => void): void {
  const edited = index();
  change(edited);
  desk.write("feed.json", JSON.stringify(edited));
}

describe("feed", () => {
  it("makes an unsigned index and brings it up to date", async () => {
    const first = await feed(...HEAD, await packed(1));
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first.out.split("\n")).toEqual([
      "added      story, version 1: story-1.json",
      "written    feed.json: sequence 1, 1 listed, not signed",
    ]);
    const bytes = readFileSync(desk.path("story-1.json"));
    expect(index()).toMatchObject({ sequence: 1, title: "The Desk's feed", publisher: { name: "The Desk" } });
    expect(index().dossiers[0]).toMatchObject({ id: "story", version: 1, bytes: bytes.length, updated: "2017-03-03" });
    expect((await feed(await packed(2))).out).toContain("sequence 2");
    expect(index().dossiers).toMatchObject([{ version: 2, url: "story-2.json" }]);
    expect((await feed("./story-2.json")).out).toContain("unchanged  feed.json: sequence 2");
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
    expect((await desk.run("validate", "./feed.json")).out).toBe(
      "feed.json: valid: feed, 1 dossier; verify checks its keys",
    );
    await feed("--base", "https://cdn.example.org/d", await packed(3));
    expect(index().dossiers[0]!.url).toBe("https://cdn.example.org/d/story-3.json");
    expect((await feed("--remove", "story")).out).toContain("sequence 4, 0 listed");
    expect((await feed("--remove", "story")).err).toContain('lists no dossier "story"');
  });

  it("refuses a version that does not grow, other content under one version, and what is not valid", async () => {
    await feed(...HEAD, await packed(2));
    const before = desk.text("feed.json");
    expect(await feed(await packed(1))).toMatchObject({
      status: 1,
      err: "story-1.json: version: is 1, but readers have 2 already; raise it above 2: an older version is refused by their browsers",
    });
    expect(await feed(await packed(2, "Other words."))).toMatchObject({
      status: 1,
      err: expect.stringContaining("the content is another; raise it"),
    });
    expect(await feed(desk.write("draft.json", { version: 3 }))).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("run pack first"),
    });
    desk.write("bad.json", { version: 3, head: { title: "" } });
    expect(await feed("./bad.json")).toMatchObject({
      status: 1,
      err: expect.stringContaining("title: must not be empty"),
    });
    expect(desk.text("feed.json")).toBe(before);
  });

  it("needs a title and a publisher, and a date that exists", async () => {
    const story = await packed(1);
    expect(await feed(story)).toMatchObject({ status: 2, err: expect.stringContaining("--title") });
    expect(await feed("--title", "T", story)).toMatchObject({ status: 2, err: expect.stringContaining("--publisher") });
    const wanted = (days: number) => `give a date ("2027-02-28"), days from now ("${days}d") or "never"`;
    for (const [typed, told] of [
      ["2027-02-30", `--expires: there is no such date, found "2027-02-30"; ${wanted(90)}`],
      ["2020-01-01", `--expires: 2020-01-01 has passed; ${wanted(90)}`],
      ["30", `--expires: must be a date, or a date and time with offset, found "30"; ${wanted(30)}`],
      ["soon", `--expires: must be a date, or a date and time with offset, found "soon"; ${wanted(90)}`],
    ] as const)
      expect(await feed(...HEAD, "--expires", typed, story)).toEqual({ status: 2, out: "", err: told });
  });

  it.each([
    [
      "--publisher-url",
      "harbour",
      '--publisher-url: must be an http or https address, found "harbour"; give a web address',
    ],
    [
      "--publisher-url",
      "https://me:pw@desk.example",
      "--publisher-url: must be an http or https address without user name",
    ],
    ["--title", "", "--title: must not be empty; give one line of text"],
    ["--publisher", "The\nDesk", "--publisher: must not hold the hidden character U+000A; give one line of text"],
    ["--summary", "", "--summary: must not be empty; give a sentence or two"],
    ["--base", "ftp://desk.example", "--base: must be an http or https address or a relative one"],
  ])("tells the publisher what is wrong with %s %s, not what a reader would be told", async (option, value, told) => {
    const head = option === HEAD[0] ? HEAD.slice(2) : option === HEAD[2] ? HEAD.slice(0, 2) : HEAD;
    const answer = await feed(...head, option, value, await packed(1));
    expect(answer).toMatchObject({ status: 2, out: "", err: expect.stringContaining(told) });
    expect(answer.err).not.toMatch(/reader|Nothing was changed/);
    expect(existsSync(desk.path("feed.json"))).toBe(false);
  });

  it("says what it has added or taken out only once the index is written", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", "--expires", "30d", await packed(1));
    expect(await feed("--remove", "story")).toMatchObject({ status: 1, out: "" });
    expect(await feed(await packed(2))).toMatchObject({ status: 1, out: "" });
    desk.clock.now += 40 * DAY;
    expect(await feed("--key", "./../keys/key.pem", "./story-2.json")).toEqual({
      status: 1,
      out: "",
      err: "feed.json: expires: 2026-12-24T12:00:00Z has passed; renew it with --expires",
    });
    const renewed = await feed("--key", "./../keys/key.pem", "--expires", "30d", "./story-2.json");
    expect(renewed.out).toMatch(/^updated {4}story, version 2: story-2\.json\nwritten /);
  });

  it("signs, and asks for the key when a signed index changes", async () => {
    const { key, mark } = await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", "--expires", "30d", await packed(1));
    expect(index()).toMatchObject({ keys: [{ key, created: "2026-11-24" }], expires: "2026-12-24T12:00:00Z" });
    const verified = await desk.run("verify", "--key", mark, "./feed.json");
    expect(verified).toMatchObject({ status: 0, out: expect.stringContaining(`signed by ${mark}`) });
    expect(await feed(await packed(2))).toMatchObject({
      status: 1,
      err: expect.stringContaining("name the key with --key"),
    });
    expect((await feed("--key", "./../keys/key.pem", "./story-2.json")).status).toBe(0);
    desk.clock.now += 40 * DAY;
    expect((await desk.run("verify", "./feed.json")).err).toContain("valid only until 2026-12-24");
    expect((await feed("--key", "./../keys/key.pem", "--expires", "30d")).status).toBe(0);
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
  });

  it("is found out when it or a dossier was changed by somebody", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    desk.write("story-1.json", desk.text("story-1.json").replace("Said in version 1.", "Said in version 9."));
    const dossier = await desk.run("verify", "./feed.json");
    expect(dossier).toMatchObject({
      status: 1,
      err: expect.stringContaining("feed.json: dossiers[0]: would be refused"),
    });
    expect(dossier.err).toContain("SHA-256 differs");
    desk.write("feed.json", desk.text("feed.json").replace("The Desk's feed", "The Disk's feed"));
    expect((await desk.run("verify", "./feed.json")).err).toContain("it was changed after it was signed");
  });

  it("rotates keys: the old one vouches for the new one, and a stranger's key is refused", async () => {
    const [old] = [await keygen("old.pem"), await keygen("new.pem")];
    await feed(...HEAD, "--key", "./../keys/old.pem", await packed(1));
    desk.write("before.json", desk.text("feed.json"));
    const alone = await feed("--key", "./../keys/new.pem", await packed(2));
    expect(alone).toMatchObject({ status: 1, err: expect.stringContaining("no listed key vouches for the new key") });
    const rotated = await feed(
      "--key",
      "./../keys/old.pem",
      "--key",
      "./../keys/new.pem",
      "--retire",
      old.mark,
      "./story-2.json",
    );
    expect(rotated).toMatchObject({ status: 0, err: "" });
    expect(index().signatures).toHaveLength(1);
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(0);
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
    expect((await feed("--key", "./../keys/old.pem", await packed(3))).err).toContain("is retired");
    expect((await feed("--key", "./../keys/new.pem", "./story-3.json")).status).toBe(0);
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(0);
  });

  it("warns of a dossier outside of the index's folder, and verifies it where it lies", async () => {
    const story = await packed(1);
    mkdirSync(desk.path("site"));
    const made = await desk.run("feed", "./site/feed.json", ...HEAD, story);
    expect(made).toMatchObject({
      status: 0,
      err: 'story-1.json: warning: lies outside of the folder of site/feed.json, so readers fetch it from "../story-1.json"; upload it to that place, or pack it into that folder, or say with --base where it is served',
    });
    const verify = () => desk.run("verify", "./site/feed.json");
    expect((await verify()).out).toContain("good  story-1.json: story, version 1");
    desk.write("story-1.json", desk.text("story-1.json").replace("version 1", "version 7"));
    expect(await verify()).toMatchObject({ status: 1, err: expect.stringContaining("dossiers[0]: would be refused") });
  });

  it("is told by verify how much of it was not looked at", async () => {
    await feed(...HEAD, await packed(1));
    rmSync(desk.path("story-1.json"));
    expect(await desk.run("verify", "./feed.json")).toMatchObject({
      status: 0,
      out: expect.stringMatching(/\nnot all of it was checked: 1 of 1 dossiers not here$/),
    });
  });

  it("warns of a private key in the folder that is uploaded", async () => {
    await keygen("key.pem");
    await desk.run("keygen", "--out", "./open/key.pem");
    const site = (key: string) => desk.run("feed", "./open/feed.json", ...HEAD, "--key", key);
    expect(await site("./open/key.pem")).toMatchObject({
      status: 0,
      err: "open/key.pem: warning: this private key lies in the folder of open/feed.json, which goes to the web host; move it to a folder that is never uploaded",
    });
    rmSync(desk.path("open/feed.json"));
    expect(await site("./../keys/key.pem")).toMatchObject({ status: 0, err: "" });
  });

  it.each([
    ["2d", "2026-11-26T12:00:00Z", "2 days"],
    ["2026-11-24", "2026-11-24", "less than a day"],
    ["2026-11-25T13:00:00Z", "2026-11-25T13:00:00Z", "a day"],
    ["2026-11-27T11:59:59Z", "2026-11-27T11:59:59Z", "3 days"],
    ["13d", "2026-12-07T12:00:00Z", "13 days"],
    ["15d", "2026-12-09T12:00:00Z", ""],
  ])("warns of an expiry that is near: --expires %s", async (typed, until, away) => {
    await keygen("key.pem");
    const told = `feed.json: warning: expires: ${until} is only ${away} away, and readers are told then that the feed has expired; renew it before, or give more time with --expires`;
    const key = ["--key", "./../keys/key.pem"];
    const expected = { status: 0, out: expect.stringContaining(`, valid until ${until}`), err: away ? told : "" };
    expect(await feed(...HEAD, ...key, "--expires", typed, await packed(1))).toEqual(expected);
    // Also where nothing is said of it, and it only drew near.
    expect(await feed(...key)).toEqual(expected);
    expect(await desk.run("verify", "./feed.json")).toEqual(expected);
    expect(await feed(...key, await packed(2))).toEqual(expected);
  });

  it("tells at each step which key is which", async () => {
    const [work, recovery, fresh] = [await keygen("work.pem"), await keygen("recovery.pem"), await keygen("fresh.pem")];
    await keygen("spare.pem");
    const [byWork, byRecovery] = [
      ["--key", "./../keys/work.pem"],
      ["--key", "./../keys/recovery.pem"],
    ];
    await feed(...HEAD, ...byWork, "--recovery", recovery.key, await packed(1));
    const verify = async () => (await desk.run("verify", "./feed.json")).out.split("\n").slice(1, -1);
    expect(await verify()).toEqual([`key   ${work.mark} (signs)`, `key   ${recovery.mark} (recovery key)`]);
    const unknown = await feed(...byWork, "--retire", fresh.mark);
    expect(unknown.err).toBe(
      `feed.json: keys: lists no key ${fresh.mark}; it lists ${work.mark} (signs), ${recovery.mark} (recovery key)`,
    );
    expect((await feed(...byWork, "--recovery", fresh.key)).err).toBe(
      `feed.json: keys: no recovery key vouches for the new recovery key ${fresh.mark}; give a recovery key that the index lists already with --key, too`,
    );
    const rescue = await feed(...byRecovery, "--key", "./../keys/fresh.pem", "--retire", work.mark);
    expect(rescue.out.split("\n")).toEqual([
      `added      key ${fresh.mark}, vouched for by recovery key ${recovery.mark}`,
      `retired    key ${work.mark}`,
      `written    feed.json: sequence 2, 1 listed, signed by recovery key ${recovery.mark} and ${fresh.mark}`,
    ]);
    expect(await verify()).toEqual([
      `key   ${work.mark} (former key, retired 2026-11-24)`,
      `key   ${recovery.mark} (recovery key)`,
      `key   ${fresh.mark} (signs)`,
    ]);
    expect((await feed(...byWork, await packed(2))).err).toContain(
      `the key ${work.mark} is retired; sign with one that is not; it lists ${work.mark} (former key, retired 2026-11-24), `,
    );
  });

  it("has a slip in a key that was written by hand found by validate and by --edited", async () => {
    await feed(...HEAD, await packed(1));
    edit((index) => Object.assign(index, { expries: "2027-01-01" }));
    // Of the value, as for all keys.
    const column = desk.text("feed.json").indexOf('"2027-01-01"') + 1;
    const told = `feed.json:1:${column}: warning: expries: the format has no key "expries", so it is ignored; did you mean "expires"?`;
    expect(await desk.run("validate", "./feed.json")).toEqual({
      status: 0,
      out: "feed.json: valid: feed, 1 dossier; verify checks its keys; 1 warning",
      err: told,
    });
    expect((await desk.run("validate", "--strict", "./feed.json")).status).toBe(1);
    const json = await desk.run("validate", "--json", "./feed.json");
    expect(JSON.parse(json.out)).toMatchObject({ level: "warning", place: "expries" });
    expect(await feed("--edited")).toMatchObject({ status: 0, err: told });
    expect(index()).toMatchObject({ sequence: 2 });
    edit((index) => Object.assign(index, { sequence: "2" }));
    const bad = await desk.run("validate", "--json", "./feed.json");
    expect([bad.status, JSON.parse(bad.out)]).toMatchObject([1, { level: "fault", place: "sequence" }]);
  });

  it.each<[string, (index: Feed) => void, string]>([
    [
      "a word",
      (index) => Object.assign(index, { title: "T" }),
      "if the change is yours, take it up with feed --edited; else go back to the file as it was.",
    ],
    ["its signatures", (index) => delete index.signatures, "sign it: feed --edited --key KEY.pem."],
    [
      "its key list",
      (index) => delete index.keys,
      "sign it with a key that it lists and they have, and let that one vouch for any other (give both to feed).",
    ],
  ])("has verify say how to mend what was done by hand to %s", async (_, change, mend) => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    edit(change);
    const { status, err } = await desk.run("verify", "./feed.json");
    expect(status).toBe(1);
    expect(err).toMatch(/^feed\.json: would be refused; readers would be told: /);
    expect(err.split(" To mend it: ")[1]).toBe(mend);
  });

  it("says so when nothing was asked of it", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    expect((await feed()).out).toBe(
      'unchanged  feed.json: sequence 1; name a dossier or an option (options come after "npm run dossier --")',
    );
  });

  it("sees that a signed index was changed by hand, and takes it up when told so", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    desk.write("before.json", desk.text("feed.json"));
    const { dossiers } = index();
    desk.write("feed.json", JSON.stringify({ ...index(), dossiers: [{ ...dossiers[0], summary: "By hand." }] }));
    const edited = desk.text("feed.json");
    for (const words of [[], ["--key", "./../keys/key.pem"], ["--key", "./../keys/key.pem", await packed(2)]]) {
      expect(await feed(...words)).toEqual({
        status: 1,
        out: "",
        err: "feed.json: the index was changed after it was signed (sequence 1); if the change is yours, take it up with --edited; else go back to the file as it was",
      });
    }
    expect(desk.text("feed.json")).toBe(edited);
    expect(await desk.run("sign", "--key", "./../keys/key.pem", "./feed.json")).toMatchObject({
      status: 1,
      err: expect.stringContaining("changed after it was signed; count it on and sign it with feed --edited"),
    });
    expect(desk.text("feed.json")).toBe(edited);
    expect(await feed("--edited")).toMatchObject({
      status: 1,
      err: expect.stringContaining("name the key with --key"),
    });
    expect(await feed("--edited", "--key", "./../keys/key.pem")).toMatchObject({ status: 0, err: "" });
    expect(index()).toMatchObject({ sequence: 2, dossiers: [{ summary: "By hand." }] });
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(0);
    expect((await feed("--key", "./../keys/key.pem")).out).toBe("unchanged  feed.json: sequence 2");
  });

  it("does not sign by --edited what the dossier beside the index belies, and names a file that is not there", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(2));
    const good = desk.text("feed.json");
    const takeUp = () => feed("--edited", "--key", "./../keys/key.pem");
    edit((index) => Object.assign(index.dossiers[0]!, { version: 1 }));
    const lowered = await takeUp();
    expect(lowered).toMatchObject({ status: 1, out: "" });
    expect(lowered.err).toContain("feed.json: dossiers[0]: would be refused");
    expect(lowered.err).toContain("version: must be 1");
    expect(index().sequence).toBe(1);

    desk.write("feed.json", good);
    edit((index) => Object.assign(index.dossiers[0]!, { url: "stroy-2.json" }));
    expect(await takeUp()).toMatchObject({
      status: 0,
      out: expect.stringContaining(
        "not here   stroy-2.json (dossiers[0]): check its address, and that it is on your host",
      ),
    });
  });

  it("leaves a signed index alone with --edited when nothing was changed, and misses a key list that is gone", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(2));
    expect((await feed("--edited", "--key", "./../keys/key.pem")).out).toBe("unchanged  feed.json: sequence 1");
    const good = desk.text("feed.json");
    edit((index) => delete index.signatures);
    expect(await feed("--key", "./../keys/key.pem")).toMatchObject({
      status: 1,
      err: expect.stringContaining("changed after it was signed"),
    });
    desk.write("feed.json", good);
    edit((index) => delete index.keys);
    expect(await feed("--edited", "--key", "./../keys/key.pem")).toMatchObject({
      status: 1,
      err: "feed.json: keys: the index has signatures, but lists no key; put the list back as it was",
    });
    edit((index) => delete index.signatures);
    expect(await feed("--edited")).toMatchObject({ status: 0, err: expect.stringContaining('put "keys" back') });
  });

  it("counts an unsigned index on when its publisher says that it was changed by hand", async () => {
    await feed(...HEAD, await packed(1));
    desk.write("before.json", desk.text("feed.json"));
    desk.write("feed.json", desk.text("feed.json").replace("The Desk's feed", "Our feed"));
    expect((await feed()).out).toBe(
      "unchanged  feed.json: sequence 1; if you changed it by hand, count it on with --edited",
    );
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(1);
    expect((await feed("--edited")).out).toContain("sequence 2");
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(0);
  });

  it("sees that a listed file was packed anew by force, and lists it anew when told that nobody has it", async () => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    await packed(1, "Other words.");
    expect(await feed("--key", "./../keys/key.pem", "--expires", "30d")).toEqual({
      status: 1,
      out: "",
      err: "feed.json: dossiers[0]: story-1.json is not the file that was listed as version 1; pack it under a higher version and name that file (if nobody has version 1 yet: --remove story story-1.json)",
    });
    const named = await feed("--key", "./../keys/key.pem", "./story-1.json");
    expect(named).toMatchObject({ status: 1, err: expect.stringContaining("add --remove story") });
    expect((await feed("--key", "./../keys/key.pem", "--remove", "story", "./story-1.json")).status).toBe(0);
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
  });

  it("says what is missing when the only key, or every key at hand, is to be retired", async () => {
    const work = await keygen("work.pem");
    const spare = await keygen("spare.pem");
    await feed(...HEAD, "--key", "./../keys/work.pem", await packed(1));
    const only = "feed.json: keys: no key would be left to sign with; give the new key, too, with --key";
    for (const words of [[], ["--key", "./../keys/work.pem"]])
      expect(await feed("--retire", work.mark, ...words)).toMatchObject({
        status: 1,
        err: expect.stringContaining(only),
      });
    await feed("--key", "./../keys/work.pem", "--key", "./../keys/spare.pem");
    expect(await feed("--retire", spare.mark, "--key", "./../keys/spare.pem")).toMatchObject({
      status: 1,
      err: expect.stringContaining("feed.json: keys: every key at hand is being retired; give a key that stays"),
    });
    expect((await feed("--retire", spare.mark, "--key", "./../keys/work.pem")).status).toBe(0);
  });

  it("tells a public key and the file of a private one apart", async () => {
    const { key } = await keygen("key.pem");
    const spare = await keygen("spare.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(1));
    const before = desk.text("feed.json");
    const wanted = `is a file, and a public key is wanted; that of this private key is ${spare.key}`;
    for (const option of ["--recovery", "--retire"])
      expect(await feed("--key", "./../keys/key.pem", option, "./../keys/spare.pem")).toEqual({
        status: 2,
        out: "",
        err: `${option}: ../keys/spare.pem ${wanted}`,
      });
    expect((await desk.run("verify", "--key", "./../keys/spare.pem", "./feed.json")).err).toBe(
      `--key: ../keys/spare.pem ${wanted}`,
    );
    expect(await feed("--key", "./../keys/key.pem", "--recovery", "recovery.pem")).toMatchObject({
      status: 2,
      err: '--recovery: "recovery.pem" is no public key; give the 44 characters that keygen printed as such',
    });
    expect(await feed("--key", key)).toMatchObject({
      status: 2,
      err: `--key: ${key} is a public key; name the file of its private key, as keygen wrote it`,
    });
    desk.write("public.pem", `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----\n`);
    expect(await feed("--key", "./public.pem")).toMatchObject({
      status: 2,
      err: "public.pem: holds a public key, which cannot sign; name the file of its private key",
    });
    expect(desk.text("feed.json")).toBe(before);
  });

  it("is told by verify --after as the reader would be: a stranger's index is unknown, not old", async () => {
    await keygen("desk.pem");
    await keygen("stranger.pem");
    await feed(...HEAD, "--key", "./../keys/desk.pem", await packed(1));
    await feed("--key", "./../keys/desk.pem", await packed(2));
    await desk.run("feed", "./foreign.json", ...HEAD, "--key", "./../keys/stranger.pem", "./story-1.json");
    const told = await desk.run("verify", "--after", "./feed.json", "./foreign.json");
    expect(told).toMatchObject({ status: 1, err: expect.stringContaining("a key that you have not trusted") });
  });

  it.each([
    ["other content under the same version", 2, "Other words.", "Version 2 was published twice"],
    ["a lower version", 1, undefined, "older"],
  ])("is told by verify --after what a reader who has the dossiers refuses: %s", async (_, version, words, told) => {
    await keygen("key.pem");
    await feed(...HEAD, "--key", "./../keys/key.pem", await packed(2));
    desk.write("before.json", desk.text("feed.json"));
    await feed("--key", "./../keys/key.pem", "--remove", "story", await packed(version, words));
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
    const after = await desk.run("verify", "--after", "./before.json", "./feed.json");
    expect(after).toMatchObject({
      status: 1,
      err: expect.stringContaining("feed.json: dossiers[0]: would be refused"),
    });
    expect(after.err).toContain(told);
  });

  it("makes the signature of a dossier anew when the key that made it is retired", async () => {
    const old = await keygen("old.pem");
    await keygen("new.pem");
    await feed(...HEAD, "--key", "./../keys/old.pem", await packed(1));
    expect((await feed("--key", "./../keys/old.pem", "--key", "./../keys/new.pem", "--retire", old.key)).status).toBe(
      0,
    );
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
  });

  it("replaces a stolen key by the recovery key", async () => {
    const recovery = await keygen("recovery.pem");
    const work = await keygen("work.pem");
    const fresh = await keygen("fresh.pem");
    await feed(...HEAD, "--key", "./../keys/work.pem", "--recovery", recovery.key, await packed(1));
    expect(index().keys![1]).toMatchObject({ key: recovery.key, use: "recovery" });
    desk.write("before.json", desk.text("feed.json"));
    const rescue = await feed("--key", "./../keys/recovery.pem", "--key", "./../keys/fresh.pem", "--retire", work.mark);
    expect(rescue).toMatchObject({ status: 0, err: "" });
    expect((await desk.run("verify", "--after", "./before.json", "./feed.json")).status).toBe(0);
    // The dossier is sealed anew by the key that stays in use, not by the one that goes back into its drawer.
    expect(index().dossiers[0]!.signature!.key).toBe(fresh.key);
    const next = await keygen("next.pem");
    const guarded = await feed("--key", "./../keys/fresh.pem", "--recovery", next.key);
    expect(guarded).toMatchObject({ status: 1, err: expect.stringContaining("no recovery key vouches") });
  });

  it("retires a recovery key by the word of a recovery key alone", async () => {
    const [recovery, spare] = [await keygen("recovery.pem"), await keygen("spare.pem")];
    await keygen("work.pem");
    await feed(...HEAD, "--key", "./../keys/work.pem", "--recovery", recovery.key, await packed(1));
    const before = desk.text("feed.json");
    expect(await feed("--key", "./../keys/work.pem", "--retire", recovery.mark)).toEqual({
      status: 1,
      out: "",
      err: `feed.json: keys: ${recovery.mark} is a recovery key, which only another recovery key may retire; list another with --recovery first and give its private half with --key, or leave it listed`,
    });
    expect(desk.text("feed.json")).toBe(before);
    const listed = await feed("--key", "./../keys/recovery.pem", "--recovery", spare.key);
    expect(listed).toMatchObject({
      status: 0,
      out: expect.stringContaining(
        `added      recovery key ${spare.mark}, vouched for by recovery key ${recovery.mark}\n`,
      ),
    });
    const retired = await feed("--key", "./../keys/spare.pem", "--retire", recovery.mark);
    expect(retired).toMatchObject({
      status: 0,
      out: expect.stringContaining(`retired    recovery key ${recovery.mark}\n`),
    });
  });

  it("does not take a key that signs for a recovery key", async () => {
    const work = await keygen("work.pem");
    const told = `feed.json: keys: ${work.mark} is listed as a key that signs, so it cannot be the recovery key; make one with keygen, and give its public key`;
    expect(await feed(...HEAD, "--key", "./../keys/work.pem", "--recovery", work.key, await packed(1))).toMatchObject({
      status: 1,
      err: told,
    });
    await feed(...HEAD, "--key", "./../keys/work.pem", "./story-1.json");
    expect(await feed("--key", "./../keys/work.pem", "--recovery", work.key)).toEqual({
      status: 1,
      out: "",
      err: told,
    });
  });

  it("takes over a signature that lies beside the dossier", async () => {
    const author = await keygen("author.pem");
    await desk.run("sign", "--key", "./../keys/author.pem", await packed(1));
    await feed(...HEAD, "./story-1.json");
    expect(index().dossiers[0]!.signature!.key).toBe(author.key);
    expect((await desk.run("verify", "./feed.json")).status).toBe(0);
  });
});

describe("a feed made by the tool", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await serve();
  });
  afterEach(() => server.close());

  /** Puts the files of the desk on a static host. */
  function upload(...names: string[]): string {
    for (const name of names) server.on(`/${name}`, json(desk.text(name)));
    return `${server.origin}/feed.json`;
  }

  it("is accepted by the engine: added, updated, rotated, and refused once changed on the way", async () => {
    const world = createWorld();
    desk.clock.now = world.clock.now;
    const old = await keygen("old.pem");
    const fresh = await keygen("new.pem");
    await feed(...HEAD, "--key", "./../keys/old.pem", await packed(1));
    const library = startLibrary(world);
    const url = upload("feed.json", "story-1.json");
    expect(await addAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ id: "story", to: 1 }] });
    expect((await library.feeds.list())[0]).toMatchObject({ title: "The Desk's feed", fingerprint: old.mark });

    await feed("--key", "./../keys/old.pem", await packed(2));
    upload("feed.json", "story-2.json");
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 1, to: 2 }] });

    await feed("--key", "./../keys/old.pem", "--key", "./../keys/new.pem", "--retire", old.mark, await packed(3));
    upload("feed.json", "story-3.json");
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 2, to: 3 }] });
    expect((await library.feeds.list())[0]).toMatchObject({ fingerprint: fresh.mark });

    await feed("--key", "./../keys/new.pem", await packed(4));
    server.on("/story-4.json", json(desk.text("story-4.json").replace("Said in version 4.", "Said in version 5.")));
    server.on("/feed.json", json(desk.text("feed.json")));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed", error: { code: "bad-hash" } });
    const [row] = await library.feeds.list();
    expect(row?.dossiers).toMatchObject([{ version: 3 }]);
  });
});
