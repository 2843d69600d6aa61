/** A publisher with a feed on the test server: signs, publishes new versions, and goes wrong on demand. */
import { createHash } from "node:crypto";
import type { FeedEntry, FeedKey } from "../../../src/dossier/feed-schema.ts";
import { sealStatement } from "../../../src/dossier/feed-verify.ts";
import { generateKeyPair, type KeyPair, signValue } from "../../../src/dossier/signature.ts";
import { keyEntry } from "../../dossier/feed-tools.ts";
import { type Answer, json, type TestServer } from "../../server/serve.ts";
import { type Cast, newsPage, story } from "./story.ts";

type Json = Record<string, unknown>;

/** What lets any page read an answer, as static hosts send it. */
export const OPEN = { "access-control-allow-origin": "*" };

export interface FeedHost {
  /** Of the feed, of a page that names its people, and what it calls itself. */
  address: string;
  pageAddress: string;
  title: string;
  cast: Cast;
  /** Puts a version of the story on the server. */
  publish(version: number): Promise<void>;
  /** Signs with a new key from now on, for which the old one vouches and which takes its place. Publishes nothing. */
  changeKey(): Promise<void>;
  /** Lists a recovery key from now on. Publishes nothing. */
  guard(): Promise<void>;
  /** The recovery key puts a new key in the place of the one that signed; both sign from now on. Publishes nothing. */
  recover(): Promise<void>;
  /** Publishes an index that was changed after it was signed. */
  publishForged(version: number): Promise<void>;
  /** Answers for the index or for the dossier in another way from now on. */
  answerIndex(answer: Answer): void;
  answerDossier(answer: Answer): void;
  /** The file of a version, as published. */
  file(version: number): string;
  /** How often the dossier was asked for. */
  downloads(): number;
}

/** `path` begins with a slash and is the feed's own on this server. */
export async function feedHost(server: TestServer, path: string, cast: Cast): Promise<FeedHost> {
  let keys = await generateKeyPair();
  let recovery: KeyPair | undefined;
  let listed: FeedKey[] = [{ key: keys.publicKey }];
  let signers = () => [keys];
  const title = `${cast.title}: the feed`;
  const [indexPath, dossierPath, pagePath] = [`${path}/feed.json`, `${path}/story.json`, `${path}/page`];
  let sequence = 0;

  const file = (version: number) => JSON.stringify(story(cast, version), null, 2);
  async function entryOf(version: number): Promise<FeedEntry> {
    const text = file(version);
    const sha256 = createHash("sha256").update(text).digest("hex");
    const named = { id: cast.id, version, sha256 };
    return {
      ...named,
      title: cast.title,
      url: "story.json",
      bytes: Buffer.byteLength(text),
      updated: "2024-03-11",
      signature: await signValue(sealStatement(named), keys.privateKey),
    };
  }
  async function index(version: number): Promise<Json> {
    sequence++;
    return signed(signers(), {
      format: "dramatis-feed/1",
      title,
      publisher: { name: "Harbour Gazette" },
      sequence,
      updated: "2024-03-11",
      keys: listed,
      dossiers: [await entryOf(version)],
    });
  }

  server.on(pagePath, (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(newsPage(cast));
  });
  return {
    address: `${server.origin}${indexPath}`,
    pageAddress: `${server.origin}${pagePath}`,
    title,
    cast,
    file,
    async publish(version) {
      server.on(dossierPath, json(file(version)));
      server.on(indexPath, json(await index(version)));
    },
    async changeKey() {
      const old = keys;
      keys = await generateKeyPair();
      listed = [{ key: old.publicKey, retired: "2024-03-12" }, await keyEntry(keys, [old])];
    },
    async guard() {
      recovery = await generateKeyPair();
      listed.push({ key: recovery.publicKey, use: "recovery" });
    },
    async recover() {
      const [old, safe] = [keys, recovery!];
      keys = await generateKeyPair();
      listed = [
        { key: old.publicKey, retired: "2024-03-12" },
        { key: safe.publicKey, use: "recovery" },
        await keyEntry(keys, [safe]),
      ];
      signers = () => [keys, safe];
    },
    async publishForged(version) {
      server.on(dossierPath, json(file(version)));
      server.on(indexPath, json({ ...(await index(version)), updated: "2024-12-24" }));
    },
    answerIndex: (answer) => server.on(indexPath, answer),
    answerDossier: (answer) => server.on(dossierPath, answer),
    downloads: () => server.requests.filter((request) => request.path === dossierPath).length,
  };
}

async function signed(signers: KeyPair[], feed: Json & { format: string }): Promise<Json> {
  return { ...feed, signatures: await Promise.all(signers.map(({ privateKey }) => signValue(feed, privateKey))) };
}

/** Sends the file piece by piece until `release` is called, then the rest. */
export function slowly(file: string, everyMs = 200): { answer: Answer; release(): void } {
  let isReleased = false;
  const release = () => {
    isReleased = true;
  };
  const answer: Answer = (_request, response) => {
    const body = Buffer.from(file);
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length, ...OPEN });
    let at = 0;
    const timer = setInterval(() => {
      const end = isReleased ? body.length : Math.min(at + 40, body.length - 1);
      response.write(body.subarray(at, end));
      at = end;
      if (at < body.length) return;
      clearInterval(timer);
      response.end();
    }, everyMs);
    response.on("close", () => clearInterval(timer));
  };
  return { answer, release };
}
