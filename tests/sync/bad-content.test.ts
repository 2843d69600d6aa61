/** What a feed may say that must not be believed: signatures, versions, formats, expiry; through engine and store. */
import { expect, test } from "vitest";
import type { Feed, FeedEntry } from "../../src/dossier/feed-schema.ts";
import { sealStatement } from "../../src/dossier/feed-verify.ts";
import { generateKeyPair, signValue } from "../../src/dossier/signature.ts";
import { makeFeed } from "../dossier/feed-tools.ts";
import { json } from "../server/serve.ts";
import { type Refusal, recovers, refuses, type Scene, type SceneChoice, setScene } from "./bad-feed.ts";
import { dossier, entry, index, type Story, signedIndex, text } from "./publisher.ts";
import { checkAndWait } from "./world.ts";

interface Row extends Refusal, SceneChoice {
  name: string;
  breaks(scene: Scene): Promise<unknown>;
}

/** Offers this story by an unsigned index, with changes of its line. */
async function offer({ server }: Scene, story: Story, line = {}, head = {}): Promise<void> {
  const file = text(dossier(story));
  server.on("/story.json", json(file));
  server.on("/feed.json", json(index([entry(file, "story.json", line)], head)));
}

/** Offers this story by an index signed with the publisher's key, changed before and after it is signed. */
async function offerSigned(scene: Scene, story: Story, before: Partial<Feed> = {}, after = {}): Promise<void> {
  const file = text(dossier(story));
  const signed = await signedIndex(file, scene.pair, { sequence: story.version, ...before });
  scene.server.on("/story.json", json(file));
  scene.server.on("/feed.json", json(text({ ...(JSON.parse(signed) as Feed), ...after })));
}

const ROWS: Row[] = [
  {
    name: "an index changed after it was signed",
    signed: true,
    breaks: (scene) => offerSigned(scene, { version: 3 }, {}, { title: "Another title" }),
    code: "bad-signature",
    says: /signature of key [0-9a-f ]{24} does not match/,
  },
  {
    name: "a file with the wrong signature in a signed index",
    signed: true,
    async breaks(scene) {
      const line = entry(text(dossier({ version: 3 }))) as FeedEntry;
      const other = await signValue(sealStatement({ ...line, version: 9 }), scene.pair.privateKey);
      await offerSigned(scene, { version: 3 }, { dossiers: [{ ...line, signature: other }] });
    },
    code: "bad-signature",
    says: /changed after it was signed\. Nothing was taken from it/,
  },
  {
    name: "an index signed by an unknown key",
    signed: true,
    async breaks(scene) {
      const stranger = await generateKeyPair();
      scene.server.on("/feed.json", json(await signedIndex(text(dossier({ version: 3 })), stranger, { sequence: 3 })));
    },
    code: "unknown-key",
    says: /a key that you have not trusted \([0-9a-f ]{24}\)/,
  },
  {
    name: "a file sealed by an unknown key in a signed index",
    signed: true,
    async breaks(scene) {
      const stranger = await generateKeyPair();
      const line = entry(text(dossier({ version: 3 }))) as FeedEntry;
      const signature = await signValue(sealStatement(line), stranger.privateKey);
      await offerSigned(scene, { version: 3 }, { dossiers: [{ ...line, signature }] });
    },
    code: "unknown-key",
    says: /no key that you trust vouches for it/,
  },
  {
    name: "a signed feed that is signed no more",
    signed: true,
    breaks: (scene) => offer(scene, { version: 3 }),
    code: "signature-missing",
    says: /was signed before and now is not/,
  },
  {
    name: "an index that has expired",
    signed: true,
    breaks: (scene) => offerSigned(scene, { version: 3 }, { expires: "2026-11-23T00:00:00Z" }),
    code: "expired",
    says: /valid only until 2026-11-23/,
  },
  {
    name: "a line that has expired",
    breaks: (scene) => offer(scene, { version: 3 }, { expires: "2026-11-22" }),
    code: "expired",
    says: /valid only until 2026-11-22/,
  },
  {
    name: "an older index, signed",
    signed: true,
    breaks: (scene) => offerSigned(scene, { version: 3 }, { sequence: 1 }),
    code: "older-index",
    says: /^The feed's list of dossiers is older than the one that you had[^\d]*$/,
  },
  {
    name: "an older version of the dossier",
    breaks: (scene) => offer(scene, { version: 1 }),
    code: "older-version",
    says: /The version offered \(1\) is older than what you have \(2\)/,
  },
  {
    name: "the same number of an index with other content",
    signed: true,
    breaks: (scene) => offerSigned(scene, { version: 3 }, { sequence: 2 }),
    code: "conflicting-index",
    says: /^The feed has given out two different lists of its dossiers[^\d]*$/,
  },
  {
    name: "the same version with other content",
    breaks: (scene) => offer(scene, { version: 2, words: "Something else." }),
    code: "conflicting-version",
    says: /Version 2 was published twice/,
  },
  {
    name: "a newer format of the index",
    breaks: (scene) => offer(scene, { version: 3 }, {}, { format: "dramatis-feed/2" }),
    code: "needs-newer-format",
    says: /format “dramatis-feed\/2”, which needs a newer Dramatis \(this one reads “dramatis-feed\/1”\)/,
  },
  {
    name: "a newer format of the dossier",
    breaks: (scene) => offer(scene, { version: 3, head: { format: "dramatis-dossier/2" } }),
    code: "needs-newer-format",
    says: /“dramatis-dossier\/2”/,
  },
  {
    name: "a dossier that needs a newer app",
    breaks: (scene) => offer(scene, { version: 3, head: { minAppVersion: "2.5.0" } }),
    code: "needs-newer-app",
    says: /needs Dramatis 2\.5\.0 or newer; this is 1\.0\.0/,
  },
  {
    name: "no feed at all, but JSON",
    breaks: async ({ server }) => server.on("/feed.json", json({ hello: "world" })),
    code: "bad-schema",
    says: /not a valid dossier or feed: format: is missing; .*\(faults in all: \d\)/,
  },
  {
    name: "a dossier with faults, each with its place",
    breaks: (scene) => offer(scene, { version: 3, head: { summary: 5, context: ["hearing", 6] } }),
    code: "bad-schema",
    says: /summary: must be a text, found 5; context\[1\]: must be a text, found 6 \(faults in all: 2\)/,
  },
  {
    name: "another dossier than the index says",
    breaks: (scene) => offer(scene, { version: 3, id: "other" }, { id: "story" }),
    code: "bad-schema",
    says: /id: must be "story" as the feed says, found "other"/,
  },
  {
    name: "another version than the index says",
    breaks: (scene) => offer(scene, { version: 3 }, { version: 4 }),
    code: "bad-schema",
    says: /version: must be 4 as the feed says, found 3/,
  },
  {
    name: "a key that reaches for the prototype",
    breaks: async ({ server }) =>
      server.on("/feed.json", json(text(index([])).replace("{", '{"__proto__":{"polluted":true},'))),
    code: "bad-schema",
    says: /__proto__: this key is not allowed/,
  },
];

test.each(ROWS)("$name: $code", { timeout: 30_000 }, async ({ breaks, code, says, ...choice }) => {
  const scene = await setScene(choice);
  try {
    await breaks(scene);
    await refuses(scene, { code, says });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    await recovers(scene);
  } finally {
    await scene.close();
  }
});

test("a key that an old key vouches for is taken, and its index too", async () => {
  const scene = await setScene({ signed: true });
  try {
    const fresh = await generateKeyPair();
    const statement = { format: "dramatis-key/1", key: fresh.publicKey, use: "sign" };
    const endorsements = [await signValue(statement, scene.pair.privateKey)];
    const file = text(dossier({ version: 3 }));
    const keys = [{ key: scene.pair.publicKey }, { key: fresh.publicKey, endorsements }];
    const line = entry(file) as FeedEntry;
    scene.server.on("/story.json", json(file));
    scene.server.on("/feed.json", json(await makeFeed([fresh], { sequence: 3, keys, dossiers: [line] })));
    expect(await checkAndWait(scene.library, scene.url)).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
  } finally {
    await scene.close();
  }
});
