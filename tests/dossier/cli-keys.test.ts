/** What the publisher's commands say of keys: files that are none, keys in the wrong place, keys that lie where all can take them. */
import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Desk, openDesk } from "./cli-tools.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  mkdirSync(desk.path("site"));
  await desk.run("pack", "--out", "./site", desk.write("draft.json", { version: 1 }));
});
afterEach(() => desk.close());

const HEAD = ["--title", "The Desk's feed", "--publisher", "The Desk"];
const feed = (...words: string[]) => desk.run("feed", "./site/feed.json", ...HEAD, ...words, "./site/story-1.json");

async function keygen(name: string): Promise<{ mark: string; key: string }> {
  const { out } = await desk.run("keygen", "--out", `./../keys/${name}`);
  return { mark: /fingerprint {2}(.*)/.exec(out)![1]!, key: /public key {3}(.*)/.exec(out)![1]! };
}

const pem = { format: "pem", type: "pkcs8" } as const;
const ed25519 = generateKeyPairSync("ed25519");
const publicPem = ed25519.publicKey.export({ format: "pem", type: "spki" }).toString();
const publicText = Buffer.from(ed25519.publicKey.export({ format: "jwk" }).x!, "base64url").toString("base64");

describe("a file that is not the private key of a feed", () => {
  it.each([
    [
      "one locked with a passphrase",
      () => ed25519.privateKey.export({ ...pem, cipher: "aes-256-cbc", passphrase: "secret" }).toString(),
      'other.pem: is locked with a passphrase, which this tool does not ask for; unlock a copy (openssl pkey -in "other.pem" -out COPY.pem), name that, and delete it afterwards',
    ],
    [
      "one of another kind",
      () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pem).toString(),
      "other.pem: is a private key of the kind ec, not ed25519; make a key with keygen",
    ],
    [
      "one for SSH",
      () => "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
      "other.pem: is a key for SSH, which has another form; make a key with keygen",
    ],
    [
      "the public half as OpenSSL writes it",
      () => publicPem,
      "other.pem: holds a public key, which cannot sign; name the file of its private key",
    ],
    [
      "the public half as keygen prints it",
      () => `public key   ${publicText}\n`,
      "other.pem: holds a public key, which cannot sign; name the file of its private key",
    ],
  ])("%s is told as that", async (_, content, told) => {
    desk.write("other.pem", content());
    chmodSync(desk.path("other.pem"), 0o600);
    expect(await feed("--key", "./other.pem")).toEqual({ status: 2, out: "", err: told });
    expect(await desk.run("sign", "--key", "./other.pem", "./site/story-1.json")).toMatchObject({
      status: 2,
      err: told,
    });
  });

  it("may hold the public half beside the private one", async () => {
    desk.write("both.pem", `${publicPem}${ed25519.privateKey.export(pem)}`);
    chmodSync(desk.path("both.pem"), 0o600);
    expect(await feed("--key", "./both.pem")).toMatchObject({ status: 0, err: "" });
  });
});

describe("halves of a key in each other's place", () => {
  it("a file where a public key is wanted: told with the key that it holds", async () => {
    desk.write("public.pem", publicPem);
    desk.write("printed.txt", `private key  key.pem (yours alone)\npublic key   ${publicText}\nfingerprint  0123\n`);
    for (const name of ["public.pem", "printed.txt"])
      for (const option of ["--recovery", "--retire"])
        expect(await feed(option, `./${name}`)).toMatchObject({
          status: 2,
          err: `${option}: ${name} is a file, and a public key is wanted; the one in this file is ${publicText}`,
        });
  });

  it("a fingerprint where the file of a private key is wanted", async () => {
    const { mark } = await keygen("key.pem");
    expect(await feed("--key", mark)).toMatchObject({
      status: 2,
      err: `--key: ${mark} is a fingerprint; name the file of its private key, as keygen wrote it`,
    });
    expect(await feed("--key", "")).toMatchObject({
      status: 2,
      err: "--key: must not be empty; name the file of a private key",
    });
  });

  it("a word where a public key or a fingerprint is wanted", async () => {
    await feed();
    for (const [option, run] of [
      ["--retire", () => feed("--retire", "2903 7660")],
      ["--key", () => desk.run("verify", "--key", "2903 7660", "./site/feed.json")],
    ] as const)
      expect(await run()).toEqual({
        status: 2,
        out: "",
        err: `${option}: "2903 7660" is neither a public key nor a fingerprint; give one as keygen printed it (a fingerprint in quotes: "0123 4567 89ab cdef 0123")`,
      });
  });

  it("one key given twice", async () => {
    const { mark } = await keygen("key.pem");
    desk.write("../keys/copy.pem", desk.text("../keys/key.pem"));
    chmodSync(desk.path("../keys/copy.pem"), 0o600);
    expect(await feed("--key", "./../keys/key.pem", "--key", "./../keys/copy.pem")).toEqual({
      status: 2,
      out: "",
      err: `--key: ../keys/key.pem and ../keys/copy.pem hold the same key (${mark}); name each key once`,
    });
    expect((await feed("--key", "./../keys/key.pem", "--key", "./../keys/key.pem")).err).toBe(
      "--key: ../keys/key.pem is named twice; name each key once",
    );
  });
});

it.skipIf(process.platform === "win32")(
  "leaves nothing where there is no room for a key, and makes it once there is",
  async () => {
    const words = [
      join(import.meta.dirname, "..", "..", "src/cli/dossier.ts"),
      "keygen",
      "--out",
      desk.path("key.pem"),
    ];
    // No file may have a byte: as on a full disk the name can be made, and nothing be written under it.
    const script = `trap "" XFSZ; ulimit -f 0; exec "$0" "$@"`;
    const { status, stderr } = spawnSync("sh", ["-c", script, process.execPath, ...words], { encoding: "utf8" });
    expect([status, stderr]).toEqual([
      2,
      `${desk.path("key.pem")}: cannot be written (it is larger than the system allows); check the folder and the permissions\n`,
    ]);
    expect(existsSync(desk.path("key.pem"))).toBe(false);
    expect((await desk.run("keygen", "--out", "./key.pem")).status).toBe(0);
  },
);

describe("a private key that could be given away", () => {
  const inFolder = (key: string, published: string) =>
    `${key}: warning: this private key lies in the folder of ${published}, which goes to the web host; move it to a folder that is never uploaded`;

  it("is warned of by keygen where dossiers or an index lie beside it", async () => {
    expect(await desk.run("keygen", "--out", "./site/key.pem")).toMatchObject({
      status: 0,
      err: inFolder("site/key.pem", "site/story-1.json"),
    });
    mkdirSync(desk.path("web"));
    await desk.run("feed", "./web/feed.json", ...HEAD);
    expect((await desk.run("keygen", "--out", "./web/key.pem")).err).toBe(inFolder("web/key.pem", "web/feed.json"));
    // Working files are not uploaded, nor is the copy of an index that is kept for "verify --after".
    expect((await desk.run("keygen", "--out", "./key.pem")).err).toBe("");
    desk.write("before.json", desk.text("web/feed.json"));
    expect((await desk.run("keygen", "--out", "./keys/key.pem")).err).toBe("");
  });

  it("is warned of by sign where it lies beside what it signs", async () => {
    await keygen("key.pem");
    await desk.run("keygen", "--out", "./site/key.pem");
    expect(await desk.run("sign", "--key", "./site/key.pem", "./site/story-1.json")).toMatchObject({
      status: 0,
      err: inFolder("site/key.pem", "site/story-1.json"),
    });
    expect((await desk.run("sign", "--key", "./../keys/key.pem", "./site/story-1.json")).err).toBe("");
  });

  it("is warned of in a git repository that would take it along", async () => {
    execFileSync("git", ["init", "--quiet", desk.folder], { stdio: "ignore" });
    const told = `keys/key.pem: warning: this private key lies in the git repository ../desk, which does not ignore it; move it out, or add *.pem to .gitignore; if it has been pushed, retire it`;
    expect(await desk.run("keygen", "--out", "./keys/key.pem")).toMatchObject({ status: 0, err: told });
    expect(await feed("--key", "./keys/key.pem")).toMatchObject({ status: 0, err: told });
    desk.write(".gitignore", "*.pem\n");
    expect((await desk.run("keygen", "--out", "./keys/other.pem")).err).toBe("");
    expect((await feed("--key", "./keys/key.pem", "--expires", "90d")).err).toBe("");
  });
});
