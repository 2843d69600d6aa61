import { describe, expect, it } from "vitest";
import { utf8 } from "../../src/dossier/bytes.ts";
import { checkEntry, markInstalled, parseFeed, verifyDossier, verifyFeed } from "../../src/dossier/feed.ts";
import { fingerprint } from "../../src/dossier/signature.ts";
import { keyEntry, makeEntry, makeFeed, NOW, pairs } from "./feed-tools.ts";

const keyNames = (keys: { key: string }[]): string[] => keys.map((pinned) => pinned.key).sort();

describe("first trust", () => {
  it("pins the listed keys of a signed index and shows the fingerprint of the one that signed", async () => {
    const { work, spare } = await pairs("work", "spare");
    const keys = [{ key: work.publicKey }, { key: spare.publicKey, use: "recovery" as const }];
    const verified = await verifyFeed(await makeFeed([work], { keys }), undefined, NOW);
    expect(verified).toMatchObject({ signed: true, signers: [work.publicKey] });
    expect(verified.fingerprint).toBe(await fingerprint(work.publicKey));
    expect(verified.trust.keys).toEqual([
      { key: work.publicKey, use: "sign" },
      { key: spare.publicKey, use: "recovery" },
    ]);
  });

  it("accepts an unsigned index as unsigned", async () => {
    const verified = await verifyFeed(await makeFeed([]), undefined, NOW);
    expect(verified).toMatchObject({ signed: false, signers: [""] });
    expect(verified.fingerprint).toBeUndefined();
  });

  it("refuses listed keys without a signature, a signature by an unlisted key, a bad one, and one without sequence", async () => {
    const { work, stranger } = await pairs("work", "stranger");
    const listed = [{ key: work.publicKey }];
    await expect(verifyFeed(await makeFeed([], { keys: listed }), undefined, NOW)).rejects.toThrow("signature-lacking");
    const foreign = await makeFeed([stranger], { keys: listed });
    await expect(verifyFeed(foreign, undefined, NOW)).rejects.toThrow("unknown-key");
    const changed = { ...(await makeFeed([work])), title: "Another title" };
    await expect(verifyFeed(changed, undefined, NOW)).rejects.toThrow("bad-signature");
    const { sequence: _, ...timeless } = await makeFeed([]);
    const signed = await makeFeed([work], timeless);
    const { sequence: __, ...without } = signed;
    await expect(verifyFeed(without as typeof signed, undefined, NOW)).rejects.toThrow("sequence: is missing");
  });

  it("verifies what was signed even when the file says more than we know, in another order", async () => {
    const { work } = await pairs("work");
    const feed = await makeFeed([work], { later: { b: 1, a: [" x "] }, title: "  spaced  " });
    const reordered = Object.fromEntries(Object.entries(feed).reverse());
    const verified = await verifyFeed(parseFeed(JSON.stringify(reordered, null, 3)), undefined, NOW);
    expect(verified.signed).toBe(true);
  });
});

describe("later indexes", () => {
  it("never go back from signed to unsigned, nor to a stranger", async () => {
    const { work, stranger } = await pairs("work", "stranger");
    const { trust } = await verifyFeed(await makeFeed([work]), undefined, NOW);
    await expect(verifyFeed(await makeFeed([]), trust, NOW)).rejects.toThrow("signature-missing");
    const foreign = await makeFeed([stranger], { sequence: 2 });
    await expect(verifyFeed(foreign, trust, NOW)).rejects.toThrow("unknown-key");
  });

  it("never go back in sequence, and never say two things under one number", async () => {
    const { work } = await pairs("work");
    const fifth = await makeFeed([work], { sequence: 5 });
    const { trust } = await verifyFeed(fifth, undefined, NOW);
    expect((await verifyFeed(fifth, trust, NOW)).trust).toEqual(trust);
    await expect(verifyFeed(await makeFeed([work], { sequence: 4 }), trust, NOW)).rejects.toThrow("older-index: 4 · 5");
    const other = await makeFeed([work], { sequence: 5, title: "Other" });
    await expect(verifyFeed(other, trust, NOW)).rejects.toThrow("conflicting-index");
  });

  it("by a stranger are unknown, not old, whatever number they bear", async () => {
    const { work, stranger, retired } = await pairs("work", "stranger", "retired");
    const keys = [await keyEntry(work), await keyEntry(retired, [], { retired: "2017-03-01" })];
    const { trust } = await verifyFeed(await makeFeed([work], { sequence: 5, keys }), undefined, NOW);
    const foreign = await makeFeed([stranger], { sequence: 2 });
    await expect(verifyFeed(foreign, trust, NOW)).rejects.toThrow("unknown-key");
    // One that names a key trusted before, without its signature, is as foreign.
    const value = foreign.signatures![0]!.value;
    const signatures = [...foreign.signatures!, { key: retired.publicKey, value }];
    await expect(verifyFeed({ ...foreign, signatures }, trust, NOW)).rejects.toThrow("unknown-key");
    // Retired before the reader came: listed as such, so what it signed is old.
    await expect(verifyFeed(await makeFeed([retired], { sequence: 2 }), trust, NOW)).rejects.toThrow("older-index");
  });

  it("are old before they are expired: an index that is played again is told as what it is", async () => {
    const { work } = await pairs("work");
    const { trust } = await verifyFeed(await makeFeed([work], { sequence: 5 }), undefined, NOW);
    const replayed = await makeFeed([work], { sequence: 4, expires: "2017-03-01" });
    await expect(verifyFeed(replayed, trust, NOW)).rejects.toThrow("older-index: 4 · 5");
  });

  it("expire: a day lasts to its end, a moment to itself", async () => {
    const { work } = await pairs("work");
    const at = async (expires: string, now: string) =>
      verifyFeed(await makeFeed([work], { expires }), undefined, new Date(now));
    await expect(at("2017-03-10", "2017-03-10T23:59:59Z")).resolves.toBeDefined();
    await expect(at("2017-03-10", "2017-03-11T00:00:01Z")).rejects.toThrow("expired: 2017-03-10");
    await expect(at("2017-03-10T12:00:00+02:00", "2017-03-10T10:00:01Z")).rejects.toThrow("expired");
  });
});

describe("rotation", () => {
  it("follows a new key that an old one vouches for, over several steps and with the old keys retired", async () => {
    const { one, two, three } = await pairs("one", "two", "three");
    const { trust } = await verifyFeed(await makeFeed([one]), undefined, NOW);
    const keys = [
      await keyEntry(three, [two]),
      await keyEntry(two, [one], { retired: "2017-03-08" }),
      await keyEntry(one, [], { retired: "2017-03-01" }),
    ];
    const verified = await verifyFeed(await makeFeed([three], { sequence: 3, keys }), trust, NOW);
    expect(verified.trust.keys).toEqual([{ key: three.publicKey, use: "sign" }]);
    expect(verified.keyChanges).toEqual({
      added: [await fingerprint(three.publicKey)],
      recovery: [],
      dropped: [await fingerprint(one.publicKey)],
    });
    // The old key alone no longer counts.
    await expect(verifyFeed(await makeFeed([one], { sequence: 9 }), verified.trust, NOW)).rejects.toThrow(
      "retired-key",
    );
  });

  it("refuses a new key that nobody trusted vouches for, or whose endorsement is for another key", async () => {
    const { one, two, three } = await pairs("one", "two", "three");
    const { trust } = await verifyFeed(await makeFeed([one]), undefined, NOW);
    const selfMade = [await keyEntry(two, [three]), await keyEntry(three, [two])];
    const forged = await makeFeed([two], { sequence: 2, keys: selfMade });
    await expect(verifyFeed(forged, trust, NOW)).rejects.toThrow("unknown-key");
    const { endorsements } = await keyEntry(three, [one]);
    const moved = await makeFeed([two], { sequence: 2, keys: [{ key: two.publicKey, endorsements: endorsements! }] });
    await expect(verifyFeed(moved, trust, NOW)).rejects.toThrow("unknown-key");
  });

  it("is not the word of a key that retires itself in the same index: somebody trusted after it must have signed", async () => {
    const { work, next } = await pairs("work", "next");
    const { trust } = await verifyFeed(await makeFeed([work]), undefined, NOW);
    const keys = [{ key: work.publicKey, retired: "2017-03-09" }, await keyEntry(next, [work])];
    const alone = await makeFeed([work], { sequence: 2, keys });
    await expect(verifyFeed(alone, trust, NOW)).rejects.toThrow("retired-key");
    const together = await makeFeed([work, next], { sequence: 2, keys });
    expect((await verifyFeed(together, trust, NOW)).signers).toEqual([next.publicKey]);
  });

  it("is not undone by an old index that does not know of it", async () => {
    const { one, two } = await pairs("one", "two");
    const old = await makeFeed([one], { sequence: 6 });
    const { trust } = await verifyFeed(await makeFeed([one], { sequence: 5 }), undefined, NOW);
    const both = [await keyEntry(one), await keyEntry(two, [one])];
    const rotated = await verifyFeed(await makeFeed([two], { sequence: 10, keys: both }), trust, NOW);
    await expect(verifyFeed(old, rotated.trust, NOW)).rejects.toThrow("older-index: 6 · 10");
  });
});

it("calls an index from before a rotation old, and one by a stranger unknown", async () => {
  const { one, two, evil } = await pairs("one", "two", "evil");
  const start = await verifyFeed(await makeFeed([one], { sequence: 7 }), undefined, NOW);
  const keys = [await keyEntry(two, [one]), await keyEntry(one, [], { retired: "2017-03-09" })];
  const { trust } = await verifyFeed(await makeFeed([two], { sequence: 8, keys }), start.trust, NOW);
  await expect(verifyFeed(await makeFeed([one], { sequence: 7 }), trust, NOW)).rejects.toThrow("older-index");
  await expect(verifyFeed(await makeFeed([evil], { sequence: 9 }), trust, NOW)).rejects.toThrow("unknown-key");
  // Nor is it forgotten with the next installed version or the next rotation.
  const held = markInstalled(trust, [two.publicKey], await makeEntry("story", 1));
  const next = await verifyFeed(await makeFeed([two], { sequence: 9 }), held, NOW);
  await expect(verifyFeed(await makeFeed([one], { sequence: 7 }), next.trust, NOW)).rejects.toThrow("older-index");
});

describe("a stolen working key", () => {
  const HUGE = Number.MAX_SAFE_INTEGER;

  it("cannot lock readers out with a huge number: its marks go with it when the recovery key says so", async () => {
    const { work, recovery, fresh } = await pairs("work", "recovery", "fresh");
    const listed = [{ key: work.publicKey }, { key: recovery.publicKey, use: "recovery" as const }];
    const start = await verifyFeed(await makeFeed([work], { keys: listed }), undefined, NOW);
    const attack = await verifyFeed(await makeFeed([work], { sequence: HUGE, keys: listed }), start.trust, NOW);
    const stuffed = markInstalled(attack.trust, attack.signers, await makeEntry("evil", HUGE));
    const keys = [
      await keyEntry(fresh, [recovery]),
      await keyEntry(recovery, [], { use: "recovery" }),
      await keyEntry(work, [], { retired: "2017-03-09" }),
    ];
    const rescue = await verifyFeed(await makeFeed([recovery, fresh], { sequence: 2, keys }), stuffed, NOW);
    expect(keyNames(rescue.trust.keys)).toEqual([fresh.publicKey, recovery.publicKey].sort());
    const good = { ...(await makeEntry("good", 2)), id: "evil" };
    expect(checkEntry(good, rescue.trust, NOW)).toBe("new");
  });

  it("binds the next one in an ordinary rotation: nothing older is taken", async () => {
    const { one, two } = await pairs("one", "two");
    const start = await verifyFeed(await makeFeed([one], { sequence: 7 }), undefined, NOW);
    const held = markInstalled(start.trust, start.signers, await makeEntry("story", 5));
    const keys = [await keyEntry(two, [one]), await keyEntry(one, [], { retired: "2017-03-09" })];
    await expect(verifyFeed(await makeFeed([two], { sequence: 6, keys }), held, NOW)).rejects.toThrow("older-index");
    const rotated = await verifyFeed(await makeFeed([two], { sequence: 8, keys }), held, NOW);
    expect(keyNames(rotated.trust.keys)).toEqual([two.publicKey]);
    const older = { ...(await makeEntry("story", 4)), id: "story" };
    expect(() => checkEntry(older, rotated.trust, NOW)).toThrow("older-version");
  });

  it("cannot drop, add or replace a recovery key, and its own keys go with the recovery index", async () => {
    const { work, recovery, evil, fresh } = await pairs("work", "recovery", "evil", "fresh");
    const keys = [{ key: work.publicKey }, { key: recovery.publicKey, use: "recovery" as const }];
    const start = await verifyFeed(await makeFeed([work], { keys }), undefined, NOW);
    const attack = await verifyFeed(
      await makeFeed([evil], {
        sequence: HUGE,
        keys: [
          await keyEntry(evil, [work]),
          await keyEntry(work, [], { retired: "2017-03-09" }),
          await keyEntry(recovery, [], { use: "recovery", retired: "2017-03-09" }),
          await keyEntry(fresh, [work], { use: "recovery" }),
        ],
      }),
      start.trust,
      NOW,
    );
    expect(keyNames(attack.trust.keys)).toEqual([evil.publicKey, recovery.publicKey].sort());
    const rescueKeys = [await keyEntry(fresh, [recovery]), await keyEntry(recovery, [], { use: "recovery" })];
    const rescueFeed = await makeFeed([recovery], { sequence: 2, keys: rescueKeys });
    const rescue = await verifyFeed(rescueFeed, attack.trust, NOW);
    expect(keyNames(rescue.trust.keys)).toEqual([fresh.publicKey, recovery.publicKey].sort());
    await expect(verifyFeed(await makeFeed([evil], { sequence: HUGE }), rescue.trust, NOW)).rejects.toThrow(
      "retired-key",
    );
    await expect(verifyFeed(await makeFeed([work], { sequence: HUGE }), rescue.trust, NOW)).rejects.toThrow(
      "retired-key",
    );
  });
});

describe("checkEntry", () => {
  it("knows new, same, older, conflicting and expired versions", async () => {
    const { work } = await pairs("work");
    const { trust, signers } = await verifyFeed(await makeFeed([work]), undefined, NOW);
    const second = await makeEntry("two", 2);
    expect(checkEntry(second, trust, NOW)).toBe("new");
    const marked = markInstalled(trust, signers, second);
    expect(checkEntry(second, marked, NOW)).toBe("same");
    expect(checkEntry(await makeEntry("three", 3), marked, NOW)).toBe("new");
    expect(checkEntry({ ...second, id: "constructor-2" }, marked, NOW)).toBe("new");
    expect(() => checkEntry({ ...second, version: 1 }, marked, NOW)).toThrow("older-version: 1 · 2");
    const other = await makeEntry("other", 2);
    expect(() => checkEntry(other, marked, NOW)).toThrow("conflicting-version");
    const third = await makeEntry("three", 3);
    expect(() => checkEntry({ ...third, expires: "2017-03-09" }, marked, NOW)).toThrow("expired");
    // What has it keeps it: no news, and no failure at every check from then on.
    expect(checkEntry({ ...second, expires: "2017-03-09" }, marked, NOW)).toBe("same");
  });

  it("holds what was reached unsigned against the first key too", async () => {
    const { work } = await pairs("work");
    const plain = await verifyFeed(await makeFeed([], { sequence: 5 }), undefined, NOW);
    const marked = markInstalled(plain.trust, plain.signers, await makeEntry("two", 2));
    await expect(verifyFeed(await makeFeed([work], { sequence: 4 }), marked, NOW)).rejects.toThrow(
      "older-index: 4 · 5",
    );
    const { trust } = await verifyFeed(await makeFeed([work], { sequence: 6 }), marked, NOW);
    const older = await makeEntry("one", 1);
    expect(() => checkEntry({ ...older, id: marked.marks[0]!.versions[0]!.id }, trust, NOW)).toThrow(
      "older-version: 1 · 2",
    );
  });

  it("holds for unsigned feeds too", async () => {
    const { trust, signers } = await verifyFeed(await makeFeed([]), undefined, NOW);
    const marked = markInstalled(trust, signers, await makeEntry("two", 2));
    expect(() => checkEntry({ ...marked.marks[0]!.versions[0]!, version: 1, url: "x", bytes: 1 }, marked, NOW)).toThrow(
      "older-version",
    );
  });
});

describe("verifyDossier", () => {
  it("checks length, hash and seal, in this order", async () => {
    const { work, stranger } = await pairs("work", "stranger");
    const keys = [{ key: work.publicKey, use: "sign" as const }];
    const entry = await makeEntry("text", 1, work);
    await expect(verifyDossier(utf8("text"), entry, keys)).resolves.toBeUndefined();
    await expect(verifyDossier(utf8(""), entry, keys)).rejects.toThrow("empty-body");
    await expect(verifyDossier(utf8("tex"), entry, keys)).rejects.toThrow("bad-length: 4 · 3");
    await expect(verifyDossier(utf8("next"), entry, keys)).rejects.toThrow("bad-hash");
    await expect(verifyDossier(utf8("text"), { ...entry, version: 2 }, keys)).rejects.toThrow("bad-signature");
    await expect(verifyDossier(utf8("text"), { ...entry, id: "other" }, keys)).rejects.toThrow("bad-signature");
    const foreign = await makeEntry("text", 1, stranger);
    await expect(verifyDossier(utf8("text"), foreign, keys)).rejects.toThrow("unknown-key");
    await expect(verifyDossier(utf8("text"), foreign, [])).resolves.toBeUndefined();
    await expect(verifyDossier(utf8("text"), { ...foreign, version: 2 }, [])).rejects.toThrow("bad-signature");
  });
});
